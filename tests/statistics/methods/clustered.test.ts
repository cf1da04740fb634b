import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredMean } from '../../../src/statistics/methods/clustered.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { coverage, groupedDraws, holdsAlways, isWellFormed, numbers } from './made-data.ts';

test('by hand', () => {
  // Mean 4; deviations add up to −4, 4 and 0 in the groups: SE² = 3/2 · 32 / 25; t.975 with 2 degrees of
  // freedom.
  const { value, n, low, high } = clusteredMean([1, 3, 5, 7, 4], ['a', 'a', 'b', 'b', 'c']);
  expect([value, n]).toEqual([4, 5]);
  expect(high).toBeCloseTo(4 + 4.30265272975 * Math.sqrt((1.5 * 32) / 25), 9);
  expect(low).toBeCloseTo(4 - 4.30265272975 * Math.sqrt((1.5 * 32) / 25), 9);
});

test('none, one, one group, constant values', () => {
  expect(clusteredMean([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(clusteredMean([3], ['a'])).toEqual({ value: 3, n: 1, low: null, high: null });
  expect(clusteredMean([3, 5, 7], [1, 1, 1])).toEqual({ value: 5, n: 3, low: null, high: null });
  expect(clusteredMean([3, 3, 3], [1, 1, 2])).toEqual({ value: 3, n: 3, low: 3, high: 3 });
  expect(() => clusteredMean([1, 2], ['a'])).toThrow('values has 2 rows and groups has 1');
});

test('groups of one row give the ordinary interval', () => {
  holdsAlways(
    fc.property(numbers(), (values) => {
      const clustered = clusteredMean(
        values,
        values.map((_, i) => i),
      );
      const plain = meanEstimate(values);
      expect(isWellFormed(clustered)).toBe(true);
      expect(clustered.value).toBe(plain.value);
      if (plain.low === null) expect(clustered.low).toBeNull();
      else expect(clustered.low).toBeCloseTo(plain.low, 5);
    }),
  );
});

test('covers the truth where rows of a group move together, and the ordinary interval does not', () => {
  const first = groupedDraws('clustered');
  const second = groupedDraws('clustered');
  const robust = coverage(1500, 0, () => {
    const { values, groups } = first();
    return clusteredMean(values, groups);
  });
  const ordinary = coverage(1500, 0, () => meanEstimate(second().values));
  expect(robust).toBeGreaterThan(0.935);
  expect(robust).toBeLessThan(0.965);
  expect(ordinary).toBeLessThan(0.8);
});
