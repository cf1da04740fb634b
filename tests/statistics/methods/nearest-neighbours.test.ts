import { expect, test } from 'vitest';
import { nearestAmong } from '../../../src/statistics/methods/nearest-neighbours.ts';

test('by hand: one unit of each column counts as its standard deviation', () => {
  // Deviations 1 and 10: row 1 is 2 standard deviations away in the first column, row 2 is 2 in the second, row 3
  // both, √8.
  const columns = [
    [-1, 1, -1, 1],
    [-10, -10, 10, 10],
  ];
  const near = nearestAmong(columns)(0, 9);
  expect(near.map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(near[0]!.distance).toBeCloseTo(2, 12);
  expect(near[1]!.distance).toBeCloseTo(2, 12);
  expect(near[2]!.distance).toBeCloseTo(Math.sqrt(8), 12);
  expect(nearestAmong(columns)(0, 1)).toHaveLength(1);
});

test('a constant column adds nothing, twins are at no distance', () => {
  expect(
    nearestAmong([
      [1, 5, 1],
      [3, 3, 3],
    ])(0, 1),
  ).toEqual([{ index: 2, distance: 0 }]);
});

test('what is not there', () => {
  expect(() => nearestAmong([[1, 2]])(2, 1)).toThrow('there is no row 2 of 2.');
  expect(() => nearestAmong([[1, 2], [1]])).toThrow('column 1 has 1 rows');
  expect(nearestAmong([[1]])(0, 3)).toEqual([]);
});
