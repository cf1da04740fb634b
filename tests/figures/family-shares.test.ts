import { expect, test } from 'vitest';
import { familySharesFigure } from '../../src/figures/family-shares.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)(
  'draws the shares of four families in four quarters on $preparation',
  async ({ query }) => {
    const rows = await drawnRows(familySharesFigure, query);
    const estimates = await estimatesOf(query, 'families.qwen.rise');
    expect(rows).toHaveLength(16);
    const names = { Qwen: 'qwen', Llama: 'llama', Mistral: 'mistral', Gemma: 'gemma' };
    for (const { family, quarter, value, low, high, n } of rows) {
      const id = `families.${names[family as keyof typeof names]}.share.${String(quarter).toLowerCase().replace(' ', '_')}`;
      expect({ value, low, high, n }).toEqual({
        value: estimates[id]!.value,
        low: estimates[id]!.low,
        high: estimates[id]!.high,
        n: estimates[id]!.n,
      });
    }
  },
);

test('takeaway goes from the first quarter to the last that has enough models, by hand', () => {
  const row = (family: string, quarter: string, value: number | null) => ({
    family,
    quarter,
    value,
    low: null,
    high: null,
    n: 20,
  });
  expect(
    familySharesFigure.takeaway([
      row('Qwen', '2024 Q2', null),
      row('Qwen', '2024 Q3', 0.13),
      row('Qwen', '2025 Q1', 0.447),
      row('Llama', '2024 Q3', 0.44),
      row('Llama', '2025 Q1', 0.4),
    ]),
  ).toBe('From 2024 Q3 to 2025 Q1: Qwen 13\u00a0% to 45\u00a0%, Llama 44\u00a0% to 40\u00a0%.');
  expect(familySharesFigure.takeaway([row('Qwen', '2024 Q3', 0.13)])).toMatch(/^Too few models/);
  // A slice of one family.
  const shares = (qwen: number) =>
    ['2024 Q3', '2025 Q1'].flatMap((quarter) => [row('Qwen', quarter, qwen), row('Llama', quarter, 0)]);
  expect(familySharesFigure.takeaway(shares(1))).toBe(
    'All models of this slice are of the Qwen family, so it has nothing to be compared with.',
  );
  expect(familySharesFigure.takeaway(shares(0))).toBe('No model of this slice is of one of these families.');
});
