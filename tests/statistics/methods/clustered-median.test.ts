import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredMedian } from '../../../src/statistics/methods/clustered-median.ts';
import { medianEstimate } from '../../../src/statistics/methods/quantile.ts';
import { coverage, groupedDraws, holdsAlways, isWellFormed, numbers, times } from './made-data.ts';

test('by hand', () => {
  // Twenty values 1 … 20 in ten groups {1, 20}, {2, 19} …: every group has one value below the median 10.5, the
  // share below has no error between groups, and the bounds are the order statistics of rank 10 from each end.
  const values = times(20, (i) => i + 1);
  const balanced = values.map((value) => Math.min(value, 21 - value));
  expect(clusteredMedian(values, balanced)).toEqual({ value: 10.5, n: 20, low: 10, high: 11 });
  // Forty values in 20 groups of neighbours, ten groups below the median and ten above: deviations of the share
  // add up to ±1 in each group, SE² = 20/19 · 20 / 40², t.975 with 19 degrees of freedom 2.09302405,
  // h = 0.24009, rank ⌊40 · 0.25991⌋ = 10.
  const forty = times(40, (i) => i + 1);
  const neighbours = forty.map((value) => Math.ceil(value / 2));
  expect(clusteredMedian(forty, neighbours)).toEqual({ value: 20.5, n: 40, low: 10, high: 31 });
});

test('none, one group, too few groups, constant values', () => {
  expect(clusteredMedian([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(clusteredMedian([3, 5, 7], [1, 1, 1])).toEqual({ value: 5, n: 3, low: null, high: null });
  expect(clusteredMedian([3, 5], [1, 2])).toEqual({ value: 4, n: 2, low: null, high: null });
  expect(clusteredMedian([3, 3, 3, 3], [1, 1, 2, 2])).toEqual({ value: 3, n: 4, low: 3, high: 3 });
  expect(() => clusteredMedian([1, 2], ['a'])).toThrow('values has 2 rows and groups has 1');
  expect(() => clusteredMedian([1, Number.NaN], [1, 2])).toThrow(RangeError);
});

test('is the median, and groups of one row give nearly the ordinary ranks', () => {
  holdsAlways(
    fc.property(numbers(30), (values) => {
      const each = clusteredMedian(
        values,
        values.map((_, i) => i),
      );
      const plain = medianEstimate(values);
      expect(isWellFormed(each)).toBe(true);
      expect(each.value).toBe(plain.value);
      // The share takes a Student's quantile, the exact ranks the binomial: at most one rank apart.
      const sorted = values.toSorted((a, b) => a - b);
      const allowed = (bound: number, steps: number) => {
        const at = sorted.indexOf(bound);
        return sorted.slice(Math.max(0, at - steps), sorted.lastIndexOf(bound) + steps + 1);
      };
      if (new Set(values).size === values.length) expect(allowed(plain.low!, 1)).toContain(each.low);
    }),
  );
});

test('covers the truth where rows of a group move together, and the ordinary interval does not', () => {
  const first = groupedDraws('clustered median');
  const second = groupedDraws('clustered median');
  const robust = coverage(1500, 0, () => {
    const { values, groups } = first();
    return clusteredMedian(values, groups);
  });
  const ordinary = coverage(1500, 0, () => medianEstimate(second().values));
  expect(robust).toBeGreaterThan(0.93);
  expect(robust).toBeLessThan(0.985);
  expect(ordinary).toBeLessThan(0.85);
});
