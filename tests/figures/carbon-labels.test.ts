import { expect, test } from 'vitest';
import { carbonLabelsFigure } from '../../src/figures/carbon-labels.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const labels = ['A, far less', 'B, less', 'C, about the same', 'D, more', 'E, far more'];

test.each(editions)('a bar a label, as the statistics say on $preparation', async ({ query }) => {
  const rows = await drawnRows(carbonLabelsFigure, query);
  const estimates = await estimatesOf(query);
  const n = estimates['carbon_labels.count']!.value!;
  expect(rows.map(({ label }) => label)).toEqual(labels);
  rows.forEach((row, at) => {
    const { value, low, high } = estimates[`carbon_labels.${'abcde'[at]!}.share`]!;
    expect(row).toMatchObject({ value, low, high, n, models: Math.round(value! * n) });
  });
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    [null, 1 / 1.5],
    [1 / 1.5, 0.8],
    [0.8, 1.25],
    [1.25, 1.5],
    [1.5, null],
  ]);
  const sure = rows.map((row) => Number(row.sure));
  expect(sure.reduce((a, b) => a + b)).toBe(estimates['carbon_labels.sure.count']!.value);
  // Narrower than the noise to both sides, so the middle three are never sure.
  expect(sure.slice(1, 4)).toEqual([0, 0, 0]);
});

test('the takeaway counts, by hand', () => {
  const row = (label: string, models: number, sure: number) => ({
    label,
    from: null,
    to: null,
    models,
    sure,
    value: null,
    low: null,
    high: null,
    n: 1300,
  });
  const rows = labels.map((label, at) => row(label, [100, 100, 1000, 50, 50][at]!, [30, 0, 0, 0, 10][at]!));
  expect(carbonLabelsFigure.takeaway(rows)).toBe(
    '1,000 of 1,300 labelled models, 77\u00a0%, cost about the same as others of their architecture and size; 40 labels would be the same with CO₂ divided or multiplied by 1.5, the factor, rounded, that one group of exact twins in ten exceeds in the whole table.',
  );
  expect(carbonLabelsFigure.takeaway(labels.map((label) => row(label, 1, 0)))).toMatch(/^Too few/);
});
