import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midRanks } from '../../../src/statistics/methods/rank.ts';
import { holdsAlways, numbers } from './made-data.ts';

test('equal values share the mean of their ranks', () => {
  expect([...midRanks([30, 10, 30, 20, 30])]).toEqual([4, 1, 4, 2, 4]);
  expect([...midRanks([100, 9, 9])]).toEqual([3, 1.5, 1.5]);
  expect([...midRanks([0, -0])]).toEqual([1.5, 1.5]);
  expect([...midRanks([])]).toEqual([]);
});

test('ranks follow the values and add up to n (n + 1) / 2', () => {
  holdsAlways(
    fc.property(numbers(1), (values) => {
      const ranks = midRanks(values);
      const n = values.length;
      expect(ranks.reduce((total, rank) => total + rank, 0)).toBe((n * (n + 1)) / 2);
      values.forEach((value, i) => {
        // Mid-rank: one more than the smaller values, and half-way through the equal ones.
        const smaller = values.filter((other) => other < value).length;
        const equal = values.filter((other) => other === value).length;
        expect(ranks[i]).toBe(smaller + (equal + 1) / 2);
      });
    }),
  );
});
