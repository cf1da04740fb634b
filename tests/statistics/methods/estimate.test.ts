import { expect, test } from 'vitest';
import { count, estimate, symmetricEstimate } from '../../../src/statistics/methods/estimate.ts';

test('an estimate carries its value, its rows and its bounds', () => {
  expect(estimate(2, 9, 1, 3)).toEqual({ value: 2, n: 9, low: 1, high: 3 });
  expect(symmetricEstimate(2, 9, 0.5)).toEqual({ value: 2, n: 9, low: 1.5, high: 2.5 });
});

test('a number that JSON cannot hold becomes null, bounds go together', () => {
  expect(estimate(NaN, 3, 1, 2)).toEqual({ value: null, n: 3, low: null, high: null });
  expect(estimate(1, 3, -Infinity, 2)).toEqual({ value: 1, n: 3, low: null, high: null });
  expect(estimate(1, 3, 0, NaN)).toEqual({ value: 1, n: 3, low: null, high: null });
  expect(estimate(null, 0, 1, 2)).toEqual({ value: null, n: 0, low: null, high: null });
  expect(symmetricEstimate(1, 1, null)).toEqual({ value: 1, n: 1, low: null, high: null });
});

test('a count is exact: no interval', () => {
  expect(count(4576)).toEqual({ value: 4576, n: 4576, low: null, high: null });
});

test('minus zero is zero', () => {
  expect(Object.is(estimate(-0, 3, -0, 1).value, 0)).toBe(true);
  expect(Object.is(estimate(-0, 3, -0, 1).low, 0)).toBe(true);
});
