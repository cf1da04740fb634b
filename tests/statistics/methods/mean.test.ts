import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { coverage, holdsAlways, isWellFormed, normalDraws, numbers, times } from './made-data.ts';

test('mean ± t · s / √n, by hand', () => {
  // Mean 5, s² = (9 + 1 + 16) / 2 = 13, t.975 with 2 degrees of freedom 4.30265272975.
  const { value, n, low, high } = meanEstimate([2, 4, 9]);
  expect([value, n]).toEqual([5, 3]);
  expect(low).toBeCloseTo(5 - 4.30265272975 * Math.sqrt(13 / 3), 9);
  expect(high).toBeCloseTo(5 + 4.30265272975 * Math.sqrt(13 / 3), 9);
});

test('none, one, two and constant values', () => {
  expect(meanEstimate([])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(meanEstimate([7])).toEqual({ value: 7, n: 1, low: null, high: null });
  expect(meanEstimate([1, 3]).low).toBeCloseTo(2 - 12.7062047364, 9);
  expect(meanEstimate([0.1, 0.1, 0.1])).toEqual({ value: 0.1, n: 3, low: 0.1, high: 0.1 });
});

test('always well formed, and the same to the last digit in any order', () => {
  holdsAlways(
    fc.property(
      numbers().chain((values) =>
        fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
      ),
      ([values, shuffled]) => {
        expect(isWellFormed(meanEstimate(values))).toBe(true);
        expect(meanEstimate(shuffled)).toEqual(meanEstimate(values));
      },
    ),
  );
});

test('another unit changes all three numbers alike', () => {
  holdsAlways(
    fc.property(numbers(2), (values) => {
      const plain = meanEstimate(values);
      const scaled = meanEstimate(values.map((value) => value * 1024));
      expect(scaled.value).toBe(plain.value! * 1024);
      expect(scaled.low).toBeCloseTo(plain.low! * 1024, 3);
    }),
  );
});

test('covers the truth 95 times in 100 on normal samples of eight', () => {
  const draw = normalDraws('mean');
  const share = coverage(4000, 3, () => meanEstimate(times(8, () => 3 + 2 * draw())));
  expect(share).toBeGreaterThan(0.94);
  expect(share).toBeLessThan(0.96);
});
