import { expect, test } from 'vitest';
import { readAt, sizeMedians, withDrawn } from '../../../src/figures/parts/size-medians.ts';

/** Ten models of one size in doublings, with the scores 1 to 10. */
const ten = (doubling: number) => Array.from({ length: 10 }, () => doubling);
const scores = Array.from({ length: 10 }, (_, index) => index + 1);

test('a size has the quantiles of its own models, by hand', () => {
  // Of 1 to 10 the 10th percentile is 1.9, the median 5.5 and the 90th percentile 9.1.
  for (const own of [scores, scores.toReversed()])
    expect(sizeMedians(ten(3), own, -4)).toEqual([{ x0: 8, low: 1.9, mid: 5.5, high: 9.1, n: 10 }]);
});

test('sizes nearest to one eighth of a doubling are one, at their median; a crowded neighbour adds nothing', () => {
  // 3 and 3.05 doublings are nearest to 3, 3.1 to 3.125.
  const doublings = [...ten(3.1), ...ten(3).slice(5), ...ten(3.05).slice(5)];
  const found = sizeMedians(doublings, [...scores.map((score) => score + 100), ...scores], -4);
  expect(found.map(({ mid, n }) => [mid, n])).toEqual([
    [5.5, 10],
    [105.5, 10],
  ]);
  expect(Math.log2(found[0]!.x0)).toBeCloseTo(3.025, 12);
});

test('nine models are no size, and those left of the edge are not drawn', () => {
  expect(sizeMedians(ten(3).slice(1), scores.slice(1), -4)).toEqual([]);
  expect(sizeMedians(ten(-5), scores, -4)).toEqual([]);
  expect(sizeMedians(ten(-4), scores, -4)).toHaveLength(1);
  expect(sizeMedians([], [], -4)).toEqual([]);
});

test('a size is read at the nearest one, an eighth of a doubling away at most', () => {
  const rows = [3, 3.25].map((doubling) => ({ x0: 2 ** doubling, mid: doubling }));
  // 9 B is 3.170 doublings, nearest to 3.25; 8.5 B is 3.087; 7 B is 2.807, over an eighth from 3.
  expect(readAt(rows, [9, 8.5, 7]).map(({ mid }) => mid)).toEqual([3.25, 3]);
  expect(readAt([], [8])).toEqual([]);
});

test('where fewer than two are near, the first and the last row are read', () => {
  const rows = [0, 3, 5].map((doubling) => ({ x0: 2 ** doubling, mid: doubling }));
  expect(readAt(rows, [8.1, 100]).map(({ mid }) => mid)).toEqual([0, 5]);
  expect(readAt(rows.slice(1, 2), [100]).map(({ mid }) => mid)).toEqual([3]);
  // Near is up to an eighth of a doubling away.
  expect(readAt(rows, [2 ** 3.12, 2 ** 4.88]).map(({ mid }) => mid)).toEqual([3, 5]);
});

test('what is drawn is told as a list, and nothing is not', () => {
  expect(withDrawn(['dots', false, 'a line'])).toBe(', with dots and a line');
  expect(withDrawn([false, false])).toBe('');
});
