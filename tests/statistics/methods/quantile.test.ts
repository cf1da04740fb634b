import { DuckDBInstance } from '@duckdb/node-api';
import { quantile as d3Quantile } from 'd3-array';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/statistics/methods/clusters.ts';
import {
  medianEstimate,
  quantileEstimate,
  quantilePull,
  selectedQuantile,
  sortedQuantile,
} from '../../../src/statistics/methods/quantile.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { coverage, holdsAlways, isWellFormed, numbers, times } from './made-data.ts';

test('interpolates at (n − 1) p, by hand', () => {
  expect(medianEstimate([8, 1, 4, 2]).value).toBe(3);
  // Position 2.7: seven tenths of the way from 4 to 8.
  expect(quantileEstimate([8, 1, 4, 2], 0.9).value).toBeCloseTo(6.8, 12);
  expect(sortedQuantile([1, 2, 4, 8], 0)).toBe(1);
  expect(sortedQuantile([1, 2, 4, 8], 1)).toBe(8);
  for (const p of [0, 0.1, 0.5, 1])
    expect(selectedQuantile(Float64Array.of(4, 8, 1, 2), p)).toBe(sortedQuantile([1, 2, 4, 8], p));
  expect(selectedQuantile(new Float64Array(0), 0.5)).toBeNull();
});

test('the interval runs between order statistics', () => {
  // Ten values: ranks 2 and 9 (see order-ranks.test.ts). Sorting must be by number, not by text.
  expect(medianEstimate([100, 20, 3, 40, 5, 60, 7, 80, 9, 10])).toEqual({
    value: 15,
    n: 10,
    low: 5,
    high: 80,
  });
});

test('none, one, two, five and constant values', () => {
  expect(medianEstimate([])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(medianEstimate([4])).toEqual({ value: 4, n: 1, low: null, high: null });
  expect(medianEstimate([4, 6])).toEqual({ value: 5, n: 2, low: null, high: null });
  expect(medianEstimate([1, 2, 3, 4, 5])).toEqual({ value: 3, n: 5, low: null, high: null });
  expect(medianEstimate(new Array<number>(8).fill(0.1))).toEqual({ value: 0.1, n: 8, low: 0.1, high: 0.1 });
});

test('how far each row pulls a quantile, by hand', () => {
  // Of six values three lie between the bounds, themselves included: a density of a half over a distance of 4. A row
  // below pulls down by (p - 1) over density and n, one at the quantile by p - p and so by nothing, one above up by p.
  const pull = quantilePull([1, 2, 4, 6, 7, 9], 0.25, { value: 4, low: 2, high: 6 })!;
  const scale = (0.5 / 4) * 6;
  const [below, above] = [(0.25 - 1) / scale, 0.25 / scale];
  expect([...pull]).toEqual([below, below, 0, above, above, above].map((each) => expect.closeTo(each, 12)));
  // Bounds that meet tell no density.
  expect([...quantilePull([3, 3, 3], 0.5, { value: 3, low: 3, high: 3 })!]).toEqual([0, 0, 0]);
  for (const missing of [{ value: null }, { low: null }, { high: null }])
    expect(quantilePull([1, 2], 0.5, { value: 1, low: 1, high: 2, ...missing })).toBeNull();
});

test('with clusters a bound may be the first or the last row, and nothing beyond', () => {
  // Twenty clusters of one row. At 0.3 six lie below: h is t(19) times the root of 0.3 · 0.7 / 19, and so 0.22; the
  // ranks are ⌊20 (0.3 − h)⌋ = 1 and, from the top, ⌊20 (0.7 − h)⌋ = 9. At 0.25 the lower would be 0.
  const values = Float64Array.from(times(20, (i) => (i * 7) % 20));
  const clusters = clustersOf(Array.from({ length: 20 }, (_, i) => ({ organisation: i, lineage: i })));
  expect(quantileEstimate(values, 0.3, clusters)).toMatchObject({ value: 5.7, low: 0, high: 11 });
  expect(quantileEstimate(values, 0.7, clusters)).toMatchObject({ low: 8, high: 19 });
  for (const p of [0.25, 0.75])
    expect(quantileEstimate(values, p, clusters)).toMatchObject({ low: null, high: null });
  // Of nine, four lie below and one at the median, which counts a half: ⌊9 (½ − h)⌋ = 1. Counted as none or as one
  // it would leave no rank.
  const nine = clustersOf(Array.from({ length: 9 }, (_, i) => ({ organisation: i, lineage: i })));
  expect(
    quantileEstimate(
      times(9, (i) => i),
      0.5,
      nine,
    ),
  ).toMatchObject({ value: 4, low: 0, high: 8 });
  // The rows stay in their order, which is that of the clusters.
  expect([...values]).toEqual(times(20, (i) => (i * 7) % 20));
});

test('with clusters the order of the rows changes nothing', () => {
  // Organisations of two rows, some of both sides of the median and some of one.
  const organisations = [0, 0, 1, 1, 2, 3, 4, 5, 6, 6, 2, 3, 4, 5, 7, 7, 8, 8, 9, 9];
  const found = (order: readonly number[]) =>
    quantileEstimate(
      order,
      0.5,
      clustersOf(order.map((i) => ({ organisation: organisations[i]!, lineage: organisations[i]! }))),
    );
  const inOrder = found(times(20, (i) => i));
  expect(inOrder.low).not.toBeNull();
  for (const step of [3, 7, 9]) expect(found(times(20, (i) => (i * step) % 20))).toEqual(inOrder);
});

test('a probability outside 0 … 1 is refused', () => {
  expect(() => quantileEstimate([1], 1.5)).toThrow('p is 1.5');
  expect(() => quantileEstimate([], NaN)).toThrow(RangeError);
});

test('the same as d3.quantile, well formed, and indifferent to order', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  holdsAlways(
    fc.property(numbers(1), probability, (values, p) => {
      const estimate = quantileEstimate(values, p);
      expect(estimate.value).toBe(d3Quantile(values, p));
      expect(isWellFormed(estimate)).toBe(true);
      expect(quantileEstimate([...values].reverse(), p)).toEqual(estimate);
    }),
  );
});

test('the same as quantile_cont in DuckDB', async () => {
  const random = seededRandom('duckdb');
  const connection = await (await DuckDBInstance.create()).connect();
  for (const n of [1, 2, 9, 250]) {
    const values = times(n, () => Math.exp(4 * random()));
    for (const p of [0.05, 0.5, 0.9]) {
      const reader = await connection.runAndReadAll(
        `SELECT quantile_cont(v, ${p}) FROM (SELECT unnest([${values.join(', ')}]::DOUBLE[]) AS v)`,
      );
      expect(quantileEstimate(values, p).value).toBeCloseTo(Number(reader.value(0, 0)), 11);
    }
  }
  connection.closeSync();
});

test('covers the true quantile in at least 94 of 100 samples of a skewed distribution', () => {
  const random = seededRandom('quantile coverage');
  const exponential = () => -Math.log(1 - random());
  expect(coverage(2000, Math.LN2, () => medianEstimate(times(31, exponential)))).toBeGreaterThan(0.94);
  expect(coverage(2000, Math.log(10), () => quantileEstimate(times(80, exponential), 0.9))).toBeGreaterThan(
    0.94,
  );
});
