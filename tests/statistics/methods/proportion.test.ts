import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proportion } from '../../../src/statistics/methods/proportion.ts';
import { holdsAlways, isWellFormed } from './made-data.ts';

test("Wilson's interval for 1 of 4, by hand", () => {
  // z² = 3.841458820694; centre (1 + 1.920729410347) / 7.841458820694 = .372472601;
  // half-width 1.959963984540 · √(4 · .25 · .75 + .960364705174) / 7.841458820694 = .326885…
  const centre = 2.920729410347062 / 7.841458820694124;
  const half = (1.959963984540054 * Math.sqrt(0.75 + 0.960364705173531)) / 7.841458820694124;
  const { value, n, low, high } = proportion(1, 4);
  expect([value, n]).toEqual([0.25, 4]);
  expect(low).toBeCloseTo(centre - half, 13);
  expect(high).toBeCloseTo(centre + half, 13);
});

test("Wilson's interval for 7 of 20 from scipy.stats.binomtest 1.17, an independent computation", () => {
  expect(proportion(7, 20).low).toBeCloseTo(0.1811918241010821, 13);
  expect(proportion(7, 20).high).toBeCloseTo(0.5671457233147637, 13);
});

test('the ends are exact: n / (n + z²) is the bound when none or all succeed', () => {
  expect(proportion(0, 10).low).toBe(0);
  expect(proportion(0, 10).high).toBeCloseTo(3.841458820694124 / 13.841458820694124, 13);
  expect(proportion(10, 10).high).toBe(1);
  expect(proportion(10, 10).low).toBeCloseTo(10 / 13.841458820694124, 13);
  expect(proportion(0, 0)).toEqual({ value: null, n: 0, low: null, high: null });
});

test('stays within 0 and 1, and successes mirror failures', () => {
  const counts = fc.nat(5000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  holdsAlways(
    fc.property(counts, ([successes, n]) => {
      fc.pre(n > 0);
      const estimate = proportion(successes, n);
      expect(isWellFormed(estimate)).toBe(true);
      expect(estimate.low).toBeGreaterThanOrEqual(0);
      expect(estimate.high).toBeLessThanOrEqual(1);
      expect(proportion(n - successes, n).low).toBeCloseTo(1 - estimate.high!, 12);
    }),
  );
});

test('counts without meaning are refused', () => {
  for (const [successes, n] of [
    [2, 1],
    [-1, 4],
    [0.5, 4],
    [0, NaN],
  ] as const) {
    expect(() => proportion(successes, n)).toThrow('expected whole numbers');
  }
});
