import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holmAdjusted, holmBar, holmRejects } from '../../../src/statistics/methods/holm.ts';
import { normalQuantile } from '../../../src/statistics/methods/normal.ts';

/** Holm 1979 step by step: the largest against the bar of all tests, the next against that of one fewer. */
function passing(magnitudes: readonly number[]): number[] {
  const sorted = magnitudes.toSorted((a, b) => b - a);
  const failed = sorted.findIndex(
    (each, i) => each <= normalQuantile(1 - 0.05 / 2 / (magnitudes.length - i)),
  );
  return failed === -1 ? sorted : sorted.slice(0, failed);
}

test('three tests by hand: bars of 2.39, 2.24 and 1.96', () => {
  const passed = (...z: number[]) => z.filter((each) => each > holmBar(z));
  expect(passed(3, 1, 2.3)).toEqual([3, 2.3]);
  // What would pass alone fails behind one that fails.
  expect(passed(2.38, 2.3, 2)).toEqual([]);
  expect(passed(2.5, 2.3, 2)).toEqual([2.5, 2.3, 2]);
  expect(passed(2.5, 2.2, 2.2)).toEqual([2.5]);
});

test('one test has the bar of 1.96, none has no bar', () => {
  expect(holmBar([0])).toBeCloseTo(1.959964, 6);
  expect(holmBar([])).toBe(Infinity);
});

test('passes what Holm passes step by step, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { maxLength: 40 }), (z) => {
      const bar = holmBar(z);
      expect(z.filter((each) => each > bar).toSorted((a, b) => b - a)).toEqual(passing(z));
      expect(holmBar(z.toReversed())).toBe(bar);
    }),
  );
});

test('of p values the smallest is held against 0.05 ÷ m, and none behind one that fails is rejected', () => {
  // 0.05 ÷ 4 = 0.0125, ÷ 3 = 0.0167, ÷ 2 = 0.025: the third fails, and with it the last.
  expect(holmRejects([0.03, 0.01, 0.04, 0.016])).toEqual([false, true, false, true]);
  expect(holmRejects([0.02, 0.02])).toEqual([true, true]);
  expect(holmRejects([0.03, 0.04])).toEqual([false, false]);
  expect(holmRejects([])).toEqual([]);
});

test('p values held together by hand: times 3, 2 and 1, none below one before it', () => {
  expect(holmAdjusted([0.02, 0.01, 0.5])).toEqual([0.04, 0.03, 0.5]);
  expect(holmAdjusted([0.03, 0.04, 0.02])).toEqual([0.06, 0.06, 0.06]);
  expect(holmAdjusted([0.6, 0.7])).toEqual([1, 1]);
  expect(holmAdjusted([])).toEqual([]);
});
