import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/statistics/methods/clusters.ts';
import { linearDifference, linearMean, linearTailMean } from '../../../src/statistics/methods/linearised.ts';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import { tailMeanEstimate, tailMeanOf } from '../../../src/statistics/methods/tail-mean.ts';
import { coverage, holdsAlways, isWellFormed, normalDraws, numbers, times } from './made-data.ts';

test('by hand: whole values, a part of one, less than one', () => {
  expect(tailMeanOf([9, 1, 5, 3], 0.5)).toEqual({ value: 2, end: 3 });
  // Of 1.5 values the lowest counts 1 and the next ½: (1 + 3 / 2) / 1.5.
  expect(tailMeanOf([9, 1, 5, 3], 0.375)!.value).toBeCloseTo(2.5 / 1.5, 12);
  expect(tailMeanOf([9, 1, 5, 3], 0.1)).toEqual({ value: 1, end: 1 });
  expect(tailMeanOf([9, 1, 5, 3], 1)!.value).toBe(4.5);
  expect(tailMeanOf([], 0.1)).toBeNull();
  expect(() => tailMeanOf([1], 0)).toThrow('p is 0; expected a share above 0, up to 1.');
  expect(() => tailMeanOf([1], 1.1)).toThrow(RangeError);
});

/** The largest, over all ends, of the end less the mean shortfall ÷ p (Rockafellar and Uryasev 2000). */
const byEnds = (values: readonly number[], p: number) =>
  Math.max(
    ...values.map(
      (end) =>
        end - values.reduce((total, value) => total + Math.max(0, end - value), 0) / (p * values.length),
    ),
  );

test('is the best of all ends, in any order, and moves with shift and scale', () => {
  holdsAlways(
    fc.property(
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      (values, p) => {
        // With less than one value in the tail no end is the best, and the lowest value stands for it.
        fc.pre(values.length * p >= 1);
        const found = tailMeanOf(values, p)!.value;
        expect(found).toBeCloseTo(byEnds(values, p), 8);
        expect(tailMeanOf(values.toReversed(), p)!.value).toBe(found);
        const moved = values.map((value) => 3 + 2 * value);
        expect(tailMeanOf(moved, p)!.value).toBeCloseTo(3 + 2 * found, 8);
      },
    ),
  );
});

test('interval by hand: of all values it is that of their mean, of few in the tail there is none', () => {
  const values = [2, 4, 9, 1, 7];
  const whole = tailMeanEstimate(values, 1);
  // Leaving one of n out moves a mean so that the jackknife error is s / √n; here s² = 11.3.
  expect(whole.value).toBeCloseTo(4.6, 12);
  expect(whole.high! - whole.value!).toBeCloseTo(1.959963985 * Math.sqrt(11.3 / 5), 8);
  expect(tailMeanEstimate(values, 0.5)).toMatchObject({ n: 5, low: null, high: null });
  expect(tailMeanEstimate([], 0.5)).toEqual({ value: null, n: 0, low: null, high: null });
  expect(tailMeanEstimate([3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 0.5)).toEqual({
    value: 3,
    n: 10,
    low: 3,
    high: 3,
  });
});

test('clustered: of all values it is that of their mean, and clusters of one are rows', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ organisation: `o${i % 7}`, lineage: `l${i % 5}` }));
  const draw = normalDraws('tail clusters');
  const values = rows.map(({ organisation }) => Number(organisation.slice(1)) + draw());
  const [tail, mean] = [
    tailMeanEstimate(values, 1, clustersOf(rows)),
    meanEstimate(values, clustersOf(rows)),
  ];
  expect(tail.low).toBeCloseTo(mean.low!, 9);
  expect(tail.high).toBeCloseTo(mean.high!, 9);
  const wide = tailMeanEstimate(values, 0.2, clustersOf(rows));
  expect(isWellFormed(wide)).toBe(true);
  expect(wide.high! - wide.low!).toBeGreaterThan(wide.independent!.high! - wide.independent!.low!);
});

test('linearised: the pulls add up to nothing, and a difference pulls by the difference', () => {
  const values = times(40, normalDraws('tail pulls'));
  const rows = values.map((_, i) => ({ organisation: i, lineage: i }));
  const tail = linearTailMean(values, 0.25, rows)!;
  const mean = linearMean(values, rows)!;
  expect(tail.value).toBeCloseTo(
    values
      .toSorted((a, b) => a - b)
      .slice(0, 10)
      .reduce((a, b) => a + b) / 10,
    12,
  );
  expect(tail.pull.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
  // A value in the tail that rises by a little lifts the mean of ten by a tenth of it: its pull differs by that.
  const lowest = values.indexOf(Math.min(...values));
  const lifted = linearTailMean(values.with(lowest, values[lowest]! + 1e-6), 0.25, rows)!;
  expect((lifted.value - tail.value) / 1e-6).toBeCloseTo(0.1, 6);
  const difference = linearDifference(mean, tail)!;
  expect(difference.value).toBe(mean.value - tail.value);
  expect(difference.pull[3]).toBe(mean.pull[3]! - tail.pull[3]!);
  expect(linearDifference(mean, null)).toBeNull();
  expect(() => linearDifference(mean, { ...tail, rows: [...rows] })).toThrow(RangeError);
});

test('linearised, a tail of fewer than five values says nothing', () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({ organisation: i, lineage: i }));
  const values = rows.map(({ lineage }) => lineage);
  expect(linearTailMean(values, 0.25, rows)?.value).toBe(2);
  expect(linearTailMean(values.slice(1), 0.25, rows.slice(1))).toBeNull();
});

test('constant and tied values are well formed', () => {
  holdsAlways(
    fc.property(numbers(), (values) => {
      expect(isWellFormed(tailMeanEstimate(values, 0.1))).toBe(true);
    }),
  );
});

test('covers the truth about 95 times in 100 where a tail is of fifty', () => {
  const draw = normalDraws('tail coverage');
  // The mean of the lowest tenth of a standard normal: −φ(z) ÷ 0.1 at z = −1.2815515655.
  const truth = -Math.exp(-(1.2815515655446004 ** 2) / 2) / Math.sqrt(2 * Math.PI) / 0.1;
  const share = coverage(1500, truth, () => tailMeanEstimate(times(500, draw), 0.1));
  expect(share).toBeGreaterThan(0.925);
  expect(share).toBeLessThan(0.965);
});
