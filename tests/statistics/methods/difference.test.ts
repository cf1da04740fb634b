import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanDifferenceEstimate } from '../../../src/statistics/methods/difference.ts';
import { coverage, holdsAlways, isWellFormed, normalDraws, numbers, times } from './made-data.ts';

test('Welch by hand: equal sizes and variances give 2 (n − 1) degrees of freedom', () => {
  // Variances 1 and 1, n = 3 each: SE² = 2/3, df = 4, t.975 = 2.7764451052.
  const { value, n, low, high } = meanDifferenceEstimate([4, 5, 6], [1, 2, 3]);
  expect([value, n]).toEqual([3, 6]);
  expect(low).toBeCloseTo(3 - 2.7764451052 * Math.sqrt(2 / 3), 9);
  expect(high).toBeCloseTo(3 + 2.7764451052 * Math.sqrt(2 / 3), 9);
});

test('Welch from scipy.stats.ttest_ind 1.17, an independent computation', () => {
  // Fractional degrees of freedom, 2.4717.
  const small = meanDifferenceEstimate([1, 2, 3, 4, 5], [2, 4, 9]);
  expect(small.low).toBeCloseTo(-9.923547846715767, 9);
  expect(small.high).toBeCloseTo(5.923547846715767, 9);
  const large = meanDifferenceEstimate(
    [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4],
    [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4],
  );
  expect(large.value).toBeCloseTo(-2.833333333333332, 12);
  expect(large.low).toBeCloseTo(-4.868022741791966, 10);
  expect(large.high).toBeCloseTo(-0.7986439248746979, 10);
});

test('none, one and constant values', () => {
  expect(meanDifferenceEstimate([], [1, 2])).toEqual({ value: null, n: 2, low: null, high: null });
  expect(meanDifferenceEstimate([5], [1, 3])).toEqual({ value: 3, n: 3, low: null, high: null });
  expect(meanDifferenceEstimate([5, 5], [2, 2])).toEqual({ value: 3, n: 4, low: 3, high: 3 });
  // One side constant: the other alone has the error, with its own degree of freedom. SE² = 2 / 2, t =
  // 12.7062047364.
  expect(meanDifferenceEstimate([5, 5], [1, 3]).high).toBeCloseTo(3 + 12.7062047364, 9);
});

test('well formed, and turning the groups round turns the sign', () => {
  holdsAlways(
    fc.property(numbers(), numbers(), (first, second) => {
      const estimate = meanDifferenceEstimate(first, second);
      const turned = meanDifferenceEstimate(second, first);
      expect(isWellFormed(estimate)).toBe(true);
      if (estimate.low !== null) expect(turned.high).toBeCloseTo(-estimate.low, 3);
      expect(turned.value ?? 0).toBeCloseTo(-(estimate.value ?? 0), 9);
    }),
  );
});

test('covers the true difference of groups of unequal size and spread', () => {
  const draw = normalDraws('welch');
  const share = coverage(3000, 1, () =>
    meanDifferenceEstimate(
      times(8, () => 1 + 4 * draw()),
      times(40, draw),
    ),
  );
  expect(share).toBeGreaterThan(0.935);
  expect(share).toBeLessThan(0.965);
});
