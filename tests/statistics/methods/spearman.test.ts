import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/statistics/methods/clusters.ts';
import { deviationsOf } from '../../../src/statistics/methods/correlation.ts';
import { spearman, spearmanOfRanks } from '../../../src/statistics/methods/spearman.ts';
import { columnPairs, coverage, holdsAlways, isWellFormed, normalDraws, times } from './made-data.ts';

test('with ties, by hand', () => {
  // Ranks of x: 1, 2.5, 2.5, 4; of y: 1, 2, 3, 4. Deviations −1.5, 0, 0, 1.5 and −1.5, −.5, .5, 1.5:
  // 4.5 / √(4.5 · 5).
  const { value, n, low, high } = spearman([1, 7, 7, 9], [0, 2, 3, 50]);
  const r = 4.5 / Math.sqrt(22.5);
  expect(value).toBeCloseTo(r, 14);
  expect(n).toBe(4);
  const half = 1.959963984540054 * Math.sqrt(1 + (r * r) / 2);
  expect(low).toBeCloseTo(Math.tanh(Math.atanh(r) - half), 12);
  expect(high).toBeCloseTo(Math.tanh(Math.atanh(r) + half), 12);
});

test('with ties in both, from scipy.stats.spearmanr 1.17, an independent computation', () => {
  expect(spearman([1, 2, 2, 3, 5, 5, 5, 8], [2, 1, 3, 3, 4, 7, 6, 6]).value).toBeCloseTo(
    0.8510794409931051,
    14,
  );
});

test('too few rows, constant columns, a perfect order', () => {
  expect(spearman([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(spearman([1], [1])).toEqual({ value: null, n: 1, low: null, high: null });
  expect(spearman([1, 2], [2, 1])).toEqual({ value: -1, n: 2, low: null, high: null });
  expect(spearman([1, 1, 1, 1], [1, 2, 3, 4])).toEqual({ value: null, n: 4, low: null, high: null });
  expect(spearman([1, 2, 3, 4, 5], [1, 8, 27, 64, 125])).toEqual({ value: 1, n: 5, low: null, high: null });
  expect(() => spearman([1, 2], [1])).toThrow('x has 2 rows and y has 1');
});

/** Pearson's correlation, from its definition. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const over = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    a.reduce((total, each, i) => total + (each - ma) * (b[i]! - mb), 0);
  return over(x, mx, y, my) / Math.sqrt(over(x, mx, x, mx) * over(y, my, y, my));
}

test('by clusters: the jackknife of z, leaving a row of ranks out in turn', () => {
  const [x, y] = [
    [1, 2, 3, 4, 5, 6],
    [2, 6, 1, 3, 4, 5],
  ];
  const clusters = clustersOf(x.map((_, i) => ({ organisation: i, lineage: i })));
  const z = Math.atanh(pearson(x, y));
  const without = (values: readonly number[], i: number) => values.filter((_, at) => at !== i);
  const shifts = x.map((_, i) => Math.atanh(pearson(without(x, i), without(y, i))) - z);
  const error = Math.sqrt((5 / 6) * shifts.reduce((total, shift) => total + shift ** 2, 0));
  const found = spearmanOfRanks(deviationsOf(x), deviationsOf(y), clusters);
  expect(found.value).toBeCloseTo(Math.tanh(z), 12);
  // Student's t of 95 % with 5 degrees of freedom.
  expect(found.low).toBeCloseTo(Math.tanh(z - 2.570581835636 * error), 8);
  expect(found.high).toBeCloseTo(Math.tanh(z + 2.570581835636 * error), 8);
  const { low, high } = spearman(x, y);
  expect(found.independent).toEqual({ low, high });
});

test('by clusters there is no interval where independent rows have none', () => {
  const clusters = clustersOf([0, 1, 2, 3].map((i) => ({ organisation: i, lineage: i })));
  const [rising, constant] = [deviationsOf([1, 2, 3, 4]), deviationsOf([2, 2, 2, 2])];
  expect(spearmanOfRanks(rising, rising, clusters)).toMatchObject({ value: 1, low: null, high: null });
  expect(spearmanOfRanks(rising, constant, clusters)).toMatchObject({ value: null, low: null, high: null });
});

test('well formed, symmetric, and blind to any monotone change of scale', () => {
  holdsAlways(
    fc.property(columnPairs(), ([x, y]) => {
      const estimate = spearman(x, y);
      expect(isWellFormed(estimate)).toBe(true);
      expect(spearman(y, x)).toEqual(estimate);
      expect(
        spearman(
          x.map((value) => value * 8),
          y,
        ),
      ).toEqual(estimate);
    }),
  );
});

test('covers the true rank correlation on bivariate normal samples', () => {
  const draw = normalDraws('spearman');
  // ρ = .6 in a bivariate normal is a rank correlation of 6/π · asin(.3) (Pearson 1907).
  const truth = (6 / Math.PI) * Math.asin(0.3);
  const share = coverage(2000, truth, () => {
    const x = times(50, draw);
    return spearman(
      x,
      x.map((at) => 0.6 * at + 0.8 * draw()),
    );
  });
  expect(share).toBeGreaterThan(0.935);
  expect(share).toBeLessThan(0.97);
});
