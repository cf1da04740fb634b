import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum, sumOver } from '../../../src/statistics/methods/sum.ts';
import { holdsAlways } from './made-data.ts';

test('the sum is the exact sum, rounded once', () => {
  expect(sum([])).toBe(0);
  // In floating point 0.1 added ten times is 0.9999999999999999.
  expect(sum(new Array<number>(10).fill(0.1))).toBe(1);
  // Peters' example: plain summation gives 0, Kahan's gives 0, the sum is 2.
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  // A hair above the middle between 1 and the next number, which two sums of 53 bits cannot tell from the middle.
  expect(sum([1, 2 ** -53, 2 ** -110])).toBe(1 + Number.EPSILON);
  expect(sum([1, 2 ** -53])).toBe(1);
  expect(sumOver(4, (i) => i * i)).toBe(14);
});

test('the order of the rows does not change a digit', () => {
  holdsAlways(
    fc.property(
      fc
        .array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { maxLength: 40 })
        .chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
        ),
      ([values, shuffled]) => sum(values) === sum(shuffled) || Number.isNaN(sum(values)),
    ),
  );
});
