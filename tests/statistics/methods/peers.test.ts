import { expect, test } from 'vitest';
import { peersOf } from '../../../src/statistics/methods/peers.ts';

/** Points of these sizes, all on day 0 unless said. */
const pool = (sizes: readonly number[], days: readonly number[] = []) => ({
  sizes: Float64Array.from(sizes, Math.log2),
  days: Float64Array.from(sizes, (_, i) => days[i] ?? 0),
});
const at = (size: number, day = 0) => ({ size: Math.log2(size), day });
const near = [8, 8, 8, 9, 9, 10, 10, 10, 11, 11];

test('peers are all within the window of size, its ends included', () => {
  expect(peersOf(at(10), pool([7.999, ...near, 12.5, 12.501]), { factor: 1.25, days: 0 })).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
});

test('models that share a size do not stretch it', () => {
  const many = [...near, ...Array.from({ length: 90 }, () => 12.6)];
  expect(peersOf(at(10), pool(many), { factor: 1.25, days: 0 })).toHaveLength(10);
});

test('they are as old, the number of days included', () => {
  const days = [-11, -10, 10, 11];
  expect(peersOf(at(10), pool([9, ...near, 11], [-11, -10, 10, 10]), { factor: 1.25, days: 10 })).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  expect(peersOf(at(10), pool(near, days), { factor: 1.25, days: 10 })).toBeNull();
  expect(peersOf(at(10), pool(near, days), { factor: 1.25, days: Infinity })).toHaveLength(10);
});

test('there are none where they are fewer than ten, or fewer than three on one side of the size', () => {
  expect(peersOf(at(10), pool(near.slice(1)), { factor: 1.25, days: 0 })).toBeNull();
  expect(peersOf(at(10.5), pool(near), { factor: 1.4, days: 0 })).toBeNull();
  expect(peersOf(at(10.5), pool([...near, 11]), { factor: 1.4, days: 0 })).toHaveLength(11);
  expect(peersOf(at(8.5), pool([9, ...near.slice(3), 9, 9]), { factor: 1.4, days: 0 })).toBeNull();
  expect(peersOf(at(10), pool([]), { factor: 2, days: 0 })).toBeNull();
});
