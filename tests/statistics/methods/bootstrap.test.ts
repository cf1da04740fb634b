import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { normalDraws, times } from './made-data.ts';

const draw = normalDraws('bootstrap');
const values = times(300, () => 10 + 2 * draw());
const mean = (rows: Uint32Array) => rows.reduce((total, row) => total + values[row]!, 0) / rows.length;

test('deterministic in the seed', () => {
  const interval = bootstrapInterval(300, mean, { seed: 1 });
  expect(bootstrapInterval(300, mean, { seed: 1 })).toEqual(interval);
  expect(bootstrapInterval(300, mean, { seed: 2 })).not.toEqual(interval);
});

test("close to Student's interval for a mean of 300 normal values", () => {
  const { low, high } = bootstrapInterval(300, mean, { seed: 1 });
  const student = meanEstimate(values);
  const width = student.high! - student.low!;
  expect(Math.abs(low! - student.low!)).toBeLessThan(0.1 * width);
  expect(Math.abs(high! - student.high!)).toBeLessThan(0.1 * width);
});

test('draws every row alike, 2,000 times n of them', () => {
  const seen = new Array<number>(5).fill(0);
  let resamples = 0;
  bootstrapInterval(
    5,
    (rows) => {
      resamples++;
      for (const row of rows) seen[row]! += 1;
      return 0;
    },
    { seed: 3 },
  );
  expect(resamples).toBe(2000);
  // 10,000 draws over five rows: 2,000 each, four standard deviations of 40.
  for (const times of seen) expect(Math.abs(times - 2000)).toBeLessThan(160);
});

test('percentiles of the resamples at .025 and .975', () => {
  // The statistic counts 0 … 40, so the percentiles (type 7) are 1 and 39.
  let next = 0;
  expect(bootstrapInterval(2, () => next++, { seed: 1, resamples: 41 })).toEqual({ low: 1, high: 39 });
});

test('no interval for fewer than two rows or a statistic that is often undefined', () => {
  expect(bootstrapInterval(0, mean, { seed: 1 })).toEqual({ low: null, high: null });
  expect(bootstrapInterval(1, mean, { seed: 1 })).toEqual({ low: null, high: null });
  let calls = 0;
  const everyTenthMissing = () => (calls++ % 10 === 0 ? null : 1);
  expect(bootstrapInterval(5, everyTenthMissing, { seed: 1 })).toEqual({ low: null, high: null });
  const rarelyMissing = () => (calls++ % 100 === 0 ? NaN : 1);
  expect(bootstrapInterval(5, rarelyMissing, { seed: 1 })).toEqual({ low: 1, high: 1 });
});

test('numbers of rows and resamples without meaning are refused', () => {
  expect(() => bootstrapInterval(2.5, mean, { seed: 1 })).toThrow('n is 2.5');
  expect(() => bootstrapInterval(5, mean, { seed: 1, resamples: 0 })).toThrow('resamples is 0');
});
