import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pooledRatio } from '../../../src/statistics/methods/ratio.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { columnPairs, coverage, holdsAlways, isWellFormed, normalDraws, times } from './made-data.ts';

test('Σ y ÷ Σ x with linearised residuals, by hand', () => {
  // R = 15 / 6 = 2.5; residuals −.5, −1, 1.5; SE² = 3/2 · 3.5 / 36; t.975 with 2 degrees of freedom.
  const { value, n, low, high } = pooledRatio([2, 4, 9], [1, 2, 3]);
  expect([value, n]).toEqual([2.5, 3]);
  expect(high! - 2.5).toBeCloseTo(4.30265272975 * Math.sqrt((1.5 * 3.5) / 36), 9);
  expect(2.5 - low!).toBeCloseTo(4.30265272975 * Math.sqrt((1.5 * 3.5) / 36), 9);
});

test('a denominator of ones gives the mean and its interval', () => {
  // Mean 5, s² = 13: the same numbers as in mean.test.ts.
  expect(pooledRatio([2, 4, 9], [1, 1, 1]).high).toBeCloseTo(5 + 4.30265272975 * Math.sqrt(13 / 3), 9);
});

test('none, one, a zero denominator and proportional columns', () => {
  expect(pooledRatio([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(pooledRatio([6], [3])).toEqual({ value: 2, n: 1, low: null, high: null });
  expect(pooledRatio([1, 2], [0, 0])).toEqual({ value: null, n: 2, low: null, high: null });
  expect(pooledRatio([2, 4, 6], [1, 2, 3])).toEqual({ value: 2, n: 3, low: 2, high: 2 });
});

test('always well formed; the order of the rows does not matter', () => {
  holdsAlways(
    fc.property(columnPairs(), ([y, x]) => {
      const estimate = pooledRatio(y, x);
      expect(isWellFormed(estimate)).toBe(true);
      expect(pooledRatio([...y].reverse(), [...x].reverse())).toEqual(estimate);
    }),
  );
});

test('covers the true ratio on made data with sizes that differ tenfold', () => {
  const random = seededRandom('ratio');
  const draw = normalDraws('ratio');
  const share = coverage(2000, 2, () => {
    const x = times(100, () => 1 + 9 * random());
    return pooledRatio(
      x.map((size) => 2 * size + size * draw()),
      x,
    );
  });
  expect(share).toBeGreaterThan(0.935);
  expect(share).toBeLessThan(0.965);
});
