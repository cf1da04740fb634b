import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nthSmallest } from '../../../src/statistics/methods/nth-smallest.ts';
import { holdsAlways } from './made-data.ts';

test('values are counted from the least', () => {
  const of = [5, 1, 4, 1, 3];
  expect([0, 1, 2, 3, 4].map((rank) => nthSmallest(Float64Array.from(of), rank))).toEqual([1, 1, 3, 4, 5]);
  expect(nthSmallest(Float64Array.of(7), 0)).toBe(7);
});

test('the answer is that of sorting, ties included', () => {
  holdsAlways(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      return sorted.every((value, rank) => nthSmallest(Float64Array.from(values), rank) === value);
    }),
  );
});
