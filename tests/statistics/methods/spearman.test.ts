import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spearman } from '../../../src/statistics/methods/spearman.ts';
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
