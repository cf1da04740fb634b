import { expect, test } from 'vitest';
import { percentileRank } from '../../../src/statistics/methods/percentile-rank.ts';

test.each([
  // Of four others two lie below and one is equal: (2 + 1/2) / 4.
  [5, [1, 4, 5, 9], 62.5],
  [0, [1, 2], 0],
  [3, [1, 2], 100],
  [7, [7, 7, 7], 50],
])('%d among %j is at %d', (value, others, rank) => {
  expect(percentileRank(value, others)).toBe(rank);
});

test('none among none, and only finite numbers', () => {
  expect(percentileRank(1, [])).toBeNull();
  expect(() => percentileRank(Number.NaN, [1])).toThrow(RangeError);
  expect(() => percentileRank(1, [Infinity])).toThrow(RangeError);
});
