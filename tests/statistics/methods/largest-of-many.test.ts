import { expect, test } from 'vitest';
import { largestOfMany } from '../../../src/statistics/methods/largest-of-many.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalDraws, times } from './made-data.ts';

test('of one draw it is the normal quantile', () => {
  expect(largestOfMany(1, 0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(largestOfMany(1, 0.5)).toBeCloseTo(0, 12);
});

test('all n draws stay below it with the probability p', () => {
  for (const n of [2, 10, 1000])
    for (const p of [0.05, 0.5, 0.95]) expect(normalCdf(largestOfMany(n, p)) ** n).toBeCloseTo(p, 10);
  // Two draws stay below zero one time in four.
  expect(largestOfMany(2, 0.25)).toBeCloseTo(0, 12);
});

test('grows with n and keeps its digits for very many draws', () => {
  expect(largestOfMany(1e15, 0.95)).toBeGreaterThan(largestOfMany(1e12, 0.95));
  // One draw in 20 · 10¹² lies above: the tail is ln(1/.95) / 10¹².
  expect(largestOfMany(1e12, 0.95)).toBeCloseTo(7.441, 2);
});

test('made samples exceed it one time in twenty', () => {
  const draw = normalDraws('largest');
  const bar = largestOfMany(50, 0.95);
  const above = times(4000, () => Math.max(...times(50, draw))).filter((most) => most > bar).length;
  expect(above / 4000).toBeGreaterThan(0.04);
  expect(above / 4000).toBeLessThan(0.06);
});

test('what is no number of draws or no probability is an error', () => {
  expect(() => largestOfMany(0, 0.5)).toThrow('n is 0');
  expect(() => largestOfMany(2.5, 0.5)).toThrow('n is 2.5');
  expect(() => largestOfMany(5, 1)).toThrow('p is 1');
});
