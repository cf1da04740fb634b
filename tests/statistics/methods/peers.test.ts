import { describe, expect, test } from 'vitest';
import { peersOf } from '../../../src/statistics/methods/peers.ts';

const pool = (...points: [size: number, day: number][]) => ({
  sizes: Float64Array.from(points, ([size]) => size),
  days: Float64Array.from(points, ([, day]) => day),
});

describe('three peers', () => {
  const three = { k: 3, days: 10 };

  test('are the nearest in size on either side', () => {
    const near = pool([1, 0], [4, 0], [6, 0], [9, 0], [20, 0]);
    expect(peersOf({ size: 5, day: 0 }, near, three)).toEqual([0, 1, 2, 3]);
    expect(peersOf({ size: 5.5, day: 0 }, near, three)).toEqual([1, 2, 3]);
  });

  test('take in all that tie with the farthest, and points of the same size', () => {
    expect(peersOf({ size: 5, day: 0 }, pool([3, 0], [3, 0], [5, 0], [7, 0], [7, 0]), three)).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(peersOf({ size: 5, day: 0 }, pool([5, 0], [5, 0], [5, 0], [5, 0], [6, 0]), three)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  test('are as old, ten days more or less included', () => {
    const near = pool([3, -11], [4, -10], [5, 11], [6, 10], [8, 0]);
    expect(peersOf({ size: 5, day: 0 }, near, three)).toEqual([1, 3, 4]);
    expect(peersOf({ size: 5, day: 0 }, near, { k: 3, days: Infinity })).toEqual([1, 2, 3]);
  });

  test('are none where one side has too few, or there are not three', () => {
    expect(peersOf({ size: 9, day: 0 }, pool([5, 0], [6, 0], [7, 0], [8, 0]), three)).toBeNull();
    expect(peersOf({ size: 2, day: 0 }, pool([5, 0], [6, 0], [7, 0]), three)).toBeNull();
    expect(peersOf({ size: 6, day: 0 }, pool([5, 0], [7, 0]), three)).toBeNull();
    expect(peersOf({ size: 6, day: 0 }, pool(), three)).toBeNull();
  });
});
