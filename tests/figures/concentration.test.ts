import { expect, test } from 'vitest';
import { concentrationFigure } from '../../src/figures/concentration.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const months = (organisation: string, month: string | null, models: number) => ({
  organisation,
  month,
  models,
});

test.each(editions)(
  'the curve passes through every organisation on $preparation',
  async ({ preparation, query }) => {
    const curve = (await drawnRows(concentrationFigure, query))
      .filter(({ layer }) => layer === 'lorenz')
      .map((row) => [Number(row.x), Number(row.y)] as const);
    const counts = (
      await (
        await report()
      ).query(
        `SELECT CAST(count(*) AS INTEGER) AS n FROM ${preparation} GROUP BY split_part(model, '/', 1) ORDER BY n`,
      )
    ).map(({ n }) => Number(n));
    const total = counts.reduce((a, b) => a + b, 0);
    const at = (x: number) => {
      const next = curve.findIndex(([right]) => right >= x - 1e-12);
      const [a, b] = [curve[Math.max(0, next - 1)]!, curve[next]!];
      return b[0] === a[0] ? b[1] : a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
    };
    let held = 0;
    for (const [index, count] of counts.entries()) {
      held += count;
      expect(at((index + 1) / counts.length)).toBeCloseTo(held / total, 9);
    }
    expect(curve[0]).toEqual([0, 0]);
    expect(curve.at(-1)).toEqual([1, 1]);
  },
);

test('a small table by hand', () => {
  // a has 1, b has 1, c has 2 of four models; one model has no month.
  const rows = concentrationFigure.derive([
    months('a', '2024-06', 1),
    months('b', null, 1),
    months('c', '2024-07', 1),
    months('c', '2024-09', 1),
  ]);
  const [all, ...rest] = rows;
  expect(all).toMatchObject({ layer: 'all', organisations: 3, models: 4, index: 6 / 16 });
  // (2·1 − 4)·1 + (2·2 − 4)·1 + (2·3 − 4)·2 = 2, over 3 · 4.
  expect(all!.gini).toBeCloseTo(2 / 12, 14);
  expect(
    rest.filter(({ layer }) => layer === 'quarter').map(({ label, index, models }) => [label, index, models]),
  ).toEqual([
    ['2024 Q2', 1, 1],
    ['2024 Q3', 1, 2],
  ]);
  const curve = rest.filter(({ layer }) => layer === 'lorenz').map(({ x, y }) => [x, y]);
  expect(curve).toEqual([
    [0, 0],
    [2 / 3, 0.5],
    [1, 1],
  ]);
});

test('the takeaway and the text follow the index and the curve', () => {
  const even = (organisations: number) =>
    concentrationFigure.derive(
      Array.from({ length: organisations }, (_, i) => months(`o${i}`, '2024-06', 3)),
    );
  expect(concentrationFigure.takeaway(even(20))).toMatch(/0\.050, they are not concentrated\.$/);
  expect(concentrationFigure.takeaway(even(10))).toMatch(/0\.100, they are moderately concentrated\.$/);
  expect(concentrationFigure.takeaway(even(5))).toMatch(/0\.200, they are highly concentrated\.$/);
  expect(concentrationFigure.takeaway(even(3))).toMatch(/^Too few/);
  expect(concentrationFigure.alt(even(20))).toMatch(/the smaller half of the organisations has 50\s%/);
  // The middle one of an odd number is in neither half: of 11 the smaller half is five.
  expect(concentrationFigure.alt(even(11))).toMatch(/has 45\s%/);
  expect(concentrationFigure.alt(even(1))).toMatch(/has 0\s%/);
  expect(concentrationFigure.alt(concentrationFigure.derive([]))).toContain('there are 0');
});
