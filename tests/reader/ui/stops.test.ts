import { describe, expect, test } from 'vitest';
import { nearestStop, stopsOf } from '../../../src/reader/ui/stops.ts';

describe('stops over orders of magnitude', () => {
  test('are round numbers from the last below the least to the first above the greatest', () => {
    expect(stopsOf({ least: 0.83, greatest: 4.2, spread: 'log' })).toEqual([
      0.8, 0.9, 1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 4.5,
    ]);
  });

  test('begin and end at the bounds that are round themselves', () => {
    const stops = stopsOf({ least: 0.1, greatest: 100, spread: 'log' });
    expect([stops[0], stops.at(-1), stops.length]).toEqual([0.1, 100, 46]);
  });

  test('are whole where both bounds are', () => {
    expect(stopsOf({ least: 1, greatest: 13, spread: 'log' })).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15,
    ]);
  });
});

test('even stops are one apart where that makes few, else further', () => {
  expect(stopsOf({ least: 0.7, greatest: 4.2, spread: 'linear' })).toEqual([0, 1, 2, 3, 4, 5]);
  expect(stopsOf({ least: 0, greatest: 900, spread: 'linear' }).slice(0, 3)).toEqual([0, 10, 20]);
});

describe('the nearest stop', () => {
  test('is measured as the scale is spread', () => {
    // 32 is 3.2 times 10 and a third of 100: nearer to 100 in orders of magnitude (√1000 ≈ 31.6), not evenly.
    expect(nearestStop([10, 100], 32, 'log')).toBe(1);
    expect(nearestStop([10, 100], 32, 'linear')).toBe(0);
  });

  test('is the first for zero and the last beyond the end', () => {
    expect(nearestStop([1, 2, 5], 0, 'log')).toBe(0);
    expect(nearestStop([1, 2, 5], 900, 'log')).toBe(2);
  });

  test('of a stop is the stop itself', () => {
    const stops = stopsOf({ least: 0.0392, greatest: 186.6, spread: 'log' });
    expect(stops.map((stop) => nearestStop(stops, stop, 'log'))).toEqual(stops.map((_, index) => index));
  });
});
