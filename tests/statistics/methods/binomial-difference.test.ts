import { expect, test } from 'vitest';
import { binomialDifference } from '../../../src/statistics/methods/binomial-difference.ts';

test('0.6 against 0.5 on 100 questions, by hand', () => {
  // √((0.24 + 0.25) / 100) = 0.07, and 0.1 / 0.07 = 1.428571.
  expect(binomialDifference(0.6, 0.5, 100)).toBeCloseTo(1.428571, 6);
  expect(binomialDifference(0.5, 0.6, 100)).toBeCloseTo(-1.428571, 6);
});

test('four times the questions double the errors', () => {
  const ratio = binomialDifference(0.3, 0.2, 400) / binomialDifference(0.3, 0.2, 100);
  expect(ratio).toBeCloseTo(2, 12);
});

test('equal shares differ by nothing, at the ends too', () => {
  for (const share of [0, 0.4, 1]) expect(binomialDifference(share, share, 10)).toBe(0);
});

test('all right against all wrong leaves no error to divide by', () => {
  expect(binomialDifference(1, 0, 10)).toBe(Infinity);
});

test('refuses what is no share and what has no questions', () => {
  expect(() => binomialDifference(1.1, 0.5, 10)).toThrow(/share is 1.1/);
  expect(() => binomialDifference(0.5, Number.NaN, 10)).toThrow(RangeError);
  expect(() => binomialDifference(0.5, 0.4, 0)).toThrow(/questions is 0/);
});
