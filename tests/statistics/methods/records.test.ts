import { describe, expect, test } from 'vitest';
import { recordCount, recordsByChance } from '../../../src/statistics/methods/records.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { times } from './made-data.ts';

describe('records', () => {
  test('a record is above all before it; the first value is one, an equal one is not', () => {
    expect(recordCount([])).toBe(0);
    expect(recordCount([5])).toBe(1);
    expect(recordCount([1, 3, 3, 2, 4])).toBe(3);
    expect(recordCount([-2, -3, -1])).toBe(2);
    expect(recordCount([4, 3, 2, 1])).toBe(1);
  });
});

describe('records by chance', () => {
  test('single values: the harmonic number', () => {
    const { value, n } = recordsByChance([1, 1, 1, 1]);
    expect(value).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4, 14);
    expect(n).toBe(4);
  });

  test('batches by hand: 3, then 1 of 4, then 4 of 8', () => {
    const { value, n, low, high } = recordsByChance([3, 1, 0, 4]);
    expect(value).toBeCloseTo(1 + 1 / 4 + 1 / 2, 14);
    expect(n).toBe(8);
    // One record with probability 3/4 · 1/2, two with 1/2, three with 1/4 · 1/2: none may be left out.
    expect([low, high]).toEqual([1, 3]);
  });

  test('one batch sets exactly one record, no batch none', () => {
    expect(recordsByChance([7])).toEqual({ value: 1, n: 7, low: 1, high: 1 });
    expect(recordsByChance([])).toEqual({ value: null, n: 0, low: null, high: null });
    expect(recordsByChance([0])).toEqual({ value: null, n: 0, low: null, high: null });
  });

  test('agrees with shuffled values, mean and range', () => {
    const sizes = times(40, (i) => 1 + ((i * 7) % 5));
    const random = seededRandom('records');
    const rounds = 20_000;
    const found = times(rounds, () =>
      recordCount(sizes.map((size) => Math.max(...times(size, () => random())))),
    );
    const { value, low, high } = recordsByChance(sizes);
    // The standard error of the simulated mean is about 0.012.
    expect(Math.abs(found.reduce((a, b) => a + b) / rounds - value!)).toBeLessThan(0.05);
    const share = (is: (records: number) => boolean) => found.filter(is).length / rounds;
    expect(share((records) => records >= low! && records <= high!)).toBeGreaterThan(0.95);
    expect(share((records) => records < low!)).toBeLessThan(0.027);
    expect(share((records) => records < low! + 1)).toBeGreaterThan(0.023);
    expect(share((records) => records > high!)).toBeLessThan(0.027);
    expect(share((records) => records > high! - 1)).toBeGreaterThan(0.023);
  });

  test('a batch of less than nothing is an error', () => {
    expect(() => recordsByChance([2, -1])).toThrow('batchSizes[1] is -1');
  });
});
