import { expect, test } from 'vitest';
import { gridWithin, runningMedian, windowOf } from '../../../src/figures/parts/running.ts';

test('a window holds a quarter of the models, 151 at most, and there is none under 30', () => {
  expect([0, 119, 120, 200, 603, 604, 10_000].map(windowOf)).toEqual([0, 0, 30, 50, 150, 151, 151]);
});

test('the grid runs in eighths where half a window lies on either side, by hand', () => {
  // With three in a window one is left out at each end: from 0.1 to 0.5.
  const doublings = [0.9, 0, 0.3, 0.5, 0.1];
  expect(gridWithin(doublings, 3, -4)).toEqual([0.125, 0.25, 0.375, 0.5]);
  expect(gridWithin(doublings, 3, 0.3)).toEqual([0.375, 0.5]);
  expect(gridWithin([], 3, -4)).toEqual([]);
  expect(gridWithin([1], 3, -4)).toEqual([]);
});

/** Forty models each of 1, 2 and 4 billion parameters, which all score 1, 2 and 4. */
const doublings = [0, 1, 2].flatMap((doubling) => Array.from({ length: 40 }, () => doubling));
const scores = doublings.map((doubling) => 2 ** doubling);

test('at a size that forty models have, the window is those forty, though thirty would do', () => {
  const rows = runningMedian(doublings, scores, -4);
  expect(rows).toHaveLength(17);
  expect(rows[0]).toEqual({ x0: 1, low: 1, mid: 1, high: 1, n: 40 });
  expect(rows.at(-1)).toEqual({ x0: 4, low: 4, mid: 4, high: 4, n: 40 });
});

test('half-way between two sizes the window takes both, by hand', () => {
  const [row] = runningMedian(doublings, scores, 0.5);
  expect(row).toEqual({ x0: Math.SQRT2, low: 1, mid: 1.5, high: 2, n: 80 });
});

test('of too few models there is no running median', () => {
  expect(runningMedian(doublings.slice(0, 119), scores.slice(0, 119), -4)).toEqual([]);
  expect(runningMedian([], [], -4)).toEqual([]);
});
