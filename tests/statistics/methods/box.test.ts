import { expect, test } from 'vitest';
import { boxOf, NORMAL_SHARE_BEYOND } from '../../../src/statistics/methods/box.ts';
import { normalQuantile } from '../../../src/statistics/methods/normal.ts';

test('quartiles, fences and whiskers of eight numbers, by hand', () => {
  // Sorted 1 2 3 4 5 6 7 20: quartiles at positions 1.75, 3.5 and 5.25, so 2.75, 4.5, 6.25 and a box of 3.5.
  expect(boxOf([20, 3, 1, 4, 2, 5, 7, 6])).toEqual({
    n: 8,
    q1: 2.75,
    median: 4.5,
    q3: 6.25,
    low: 1,
    high: 7,
    lowFence: -2.5,
    highFence: 11.5,
    below: 0,
    above: 1,
  });
});

test('a value on a fence lies within, one beyond it does not', () => {
  // Quartiles 1 and 3, fences −2 and 6.
  const values = (last: number) => [1, 1, 1, 2, 3, 3, last];
  expect(boxOf(values(6))).toMatchObject({ q1: 1, q3: 3, highFence: 6, above: 0, high: 6 });
  expect(boxOf(values(6.001))).toMatchObject({ highFence: 6, above: 1, high: 3 });
  expect(boxOf([-2, 1, 1, 2, 3, 3, 3])).toMatchObject({ lowFence: -2, below: 0, low: -2 });
  expect(boxOf([-2.001, 1, 1, 2, 3, 3, 3])).toMatchObject({ lowFence: -2, below: 1, low: 1 });
});

test('one value is a box of no length, none has no box', () => {
  expect(boxOf([3])).toMatchObject({ n: 1, q1: 3, median: 3, q3: 3, low: 3, high: 3, below: 0, above: 0 });
  expect(boxOf([])).toBeNull();
  expect(() => boxOf([1, NaN])).toThrow(RangeError);
});

test('the share of a normal distribution beyond the fences', () => {
  // Fences stand at 4 quartiles; between the points of these probabilities lies all but that share.
  expect(normalQuantile(1 - NORMAL_SHARE_BEYOND / 2)).toBeCloseTo(4 * normalQuantile(0.75), 4);
});
