import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gini, hhi, lorenzCurve, topShare } from '../../../src/statistics/methods/concentration.ts';
import { holdsAlways } from './made-data.ts';

test('Herfindahl–Hirschman index by hand', () => {
  // Shares .5, .3, .2: .25 + .09 + .04.
  expect(hhi([5, 3, 2])).toBeCloseTo(0.38, 14);
  expect(hhi([1, 1, 1, 1])).toBe(0.25);
  expect(hhi([0, 7])).toBe(1);
});

test('Gini coefficient: equal, all with one, and by hand', () => {
  expect(gini([1, 1, 1, 1])).toBe(0);
  expect(gini([0, 0, 0, 1])).toBe(0.75);
  // Mean absolute difference over all ordered pairs ÷ (2 · mean): (1 + 2 + 1) · 2 / 9 ÷ 4.
  expect(gini([3, 1, 2])).toBeCloseTo(8 / 9 / 4, 14);
});

test('share of the largest holders', () => {
  expect(topShare([1, 5, 3, 1], 1)).toBe(0.5);
  expect(topShare([1, 5, 3, 1], 2)).toBe(0.8);
  expect(topShare([1, 5], 10)).toBe(1);
  expect(topShare([1, 5], 0)).toBe(0);
  expect(() => topShare([1], 1.5)).toThrow('k is 1.5');
});

test('Lorenz curve from the smallest holder up', () => {
  expect(lorenzCurve([6, 1, 3])).toEqual([
    { holders: 0, total: 0 },
    { holders: 1 / 3, total: 0.1 },
    { holders: 2 / 3, total: 0.4 },
    { holders: 1, total: 1 },
  ]);
});

test('nothing to share out', () => {
  for (const counts of [[], [0, 0]]) {
    expect([hhi(counts), gini(counts), topShare(counts, 3)]).toEqual([null, null, null]);
    expect(lorenzCurve(counts)).toEqual([]);
  }
  expect(() => hhi([1, -1])).toThrow('counts[1] is -1');
});

test('bounds, and Gini as twice the area between the Lorenz curve and the diagonal', () => {
  holdsAlways(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 50 }), (counts) => {
      fc.pre(counts.some((value) => value > 0));
      const n = counts.length;
      expect(hhi(counts)).toBeGreaterThanOrEqual(1 / n - 1e-12);
      expect(hhi(counts)).toBeLessThanOrEqual(1 + 1e-12);
      const curve = lorenzCurve(counts);
      const area = curve
        .slice(1)
        .reduce((total, point, i) => total + (point.total + curve[i]!.total) / 2 / n, 0);
      expect(gini(counts)).toBeCloseTo(1 - 2 * area, 11);
      expect(topShare(counts, 1)).toBeCloseTo(Math.max(...counts) / counts.reduce((a, b) => a + b), 13);
      curve.slice(1).forEach((point, i) => expect(point.total).toBeGreaterThanOrEqual(curve[i]!.total));
    }),
  );
});
