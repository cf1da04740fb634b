import { describe, expect, test } from 'vitest';
import { clustersOf, freedomOf } from '../../../src/statistics/methods/clusters.ts';
import { meanDifferenceEstimate } from '../../../src/statistics/methods/difference.ts';
import type { Estimate } from '../../../src/statistics/methods/estimate.ts';
import {
  differenceEstimate,
  medianDifference,
  linearExplained,
  linearMean,
  linearQuantile,
  linearRatio,
  linearSlope,
  quantileSlopeBothWays,
  type Linearised,
} from '../../../src/statistics/methods/linearised.ts';
import { slopeEstimate } from '../../../src/statistics/methods/linear.ts';
import { fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { pooledRatio } from '../../../src/statistics/methods/ratio.ts';
import { coverage, normalDraws, times } from './made-data.ts';

const n = 240;
const draw = normalDraws('linearised');
const rows = Array.from({ length: n }, (_, i) => ({
  organisation: String(i % 30),
  lineage: String(Math.floor(i / 6)),
}));
const x = times(n, draw);
const y = times(n, (i) => 2 + x[i]! + draw());
const half = ({ low, high }: Estimate) => (high! - low!) / 2;
const zero = (of: readonly { organisation: string; lineage: string }[]): Linearised => ({
  value: 0,
  rows: of,
  pull: new Float64Array(of.length),
});

test('pulls add up to nothing', () => {
  const fit = fitMultiple([x], y);
  for (const of of [
    linearMean(y, rows),
    linearRatio(
      y,
      x.map((each) => each + 9),
      rows,
    ),
    linearSlope(x, y, rows),
    linearExplained(fit, y, rows),
  ])
    expect(of!.pull.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
  expect(linearQuantile(y, 0.5, rows)!.pull.reduce((a, b) => a + b)).toBeCloseTo(0, 8);
});

describe('a difference', () => {
  test('of two means is the one that leaving clusters out gives', () => {
    const [a, b] = [rows.filter((_, i) => i % 3 === 0), rows.filter((_, i) => i % 3 > 0)];
    const [ya, yb] = [y.filter((_, i) => i % 3 === 0), y.filter((_, i) => i % 3 > 0)];
    const found = differenceEstimate(linearMean(ya, a), linearMean(yb, b));
    const direct = meanDifferenceEstimate(ya, yb, [clustersOf(a), clustersOf(b)]);
    expect(found.value).toBeCloseTo(direct.value!, 12);
    expect(half(found)).toBeCloseTo(half(direct), 10);
    expect(found.n).toBe(n);
  });

  test('from nothing is near the interval of the statistic itself', () => {
    const clusters = clustersOf(rows);
    const near = (found: Estimate, own: Estimate) => expect(half(found) / half(own)).toBeCloseTo(1, 1);
    near(differenceEstimate(linearSlope(x, y, rows), zero(rows)), slopeEstimate(x, y, clusters));
    const wide = x.map((each) => each + 9);
    near(differenceEstimate(linearRatio(y, wide, rows), zero(rows)), pooledRatio(y, wide, clusters));
  });

  test('of a statistic from itself is nothing, and rows that pull on neither side say no error', () => {
    const slope = quantileSlopeBothWays(x, y, 0.5, rows).linear;
    expect(differenceEstimate(slope, slope)).toMatchObject({
      value: 0,
      n,
      low: null,
      high: null,
      independent: { low: null, high: null },
    });
  });

  test('is missing where a side is, and has no interval where one cluster holds a side', () => {
    expect(differenceEstimate(null, zero(rows))).toMatchObject({ value: null, low: null });
    const one = rows.slice(0, 6).map((row) => ({ ...row, organisation: 'one' }));
    expect(differenceEstimate(linearMean(y.slice(0, 6), one), linearMean(y, rows))).toMatchObject({
      low: null,
    });
    expect(freedomOf(clustersOf(one))).toBeNull();
  });
});

test('two sides of which no value varies differ by a number without an interval', () => {
  const none = (of: typeof rows) =>
    linearMean(
      of.map(() => 0),
      of,
    );
  const [a, b] = [rows.slice(0, 120), rows.slice(120)];
  expect(differenceEstimate(none(a), none(b))).toMatchObject({
    value: 0,
    n,
    low: null,
    high: null,
    independent: { low: null, high: null },
  });
  // One model that is otherwise is spread enough.
  const one = linearMean(
    a.map((_, i) => Number(i === 0)),
    a,
  );
  expect(differenceEstimate(one, none(b)).low).not.toBeNull();
});

test('medians of two sides differ as the linearised ones do, and by a number alone where one has no interval', () => {
  const side = (from: number, count: number) =>
    rows.slice(from, from + count).map((row, i) => ({ ...row, score: y[from + i]! }));
  const [a, b] = [side(0, 120), side(120, 120)];
  const of = (each: typeof a) =>
    linearQuantile(
      each.map(({ score }) => score),
      0.5,
      each,
    );
  expect(medianDifference('score', a, b)).toEqual(differenceEstimate(of(a), of(b)));
  const few = [3, 1, 2].map((score) => ({ organisation: 'o', lineage: 'l', score }));
  const { value, low, high, n } = medianDifference('score', few, few.slice(1));
  expect([value, low, high, n]).toEqual([0.5, null, null, 5]);
  expect(medianDifference('score', few, []).value).toBeNull();
});

describe('holds the truth about 95 times in 100', () => {
  /** Samples of 200 rows in 40 organisations, whose effects are most of what a row differs by, in two halves. */
  const sample = (seed: string) => {
    const next = normalDraws(seed);
    return () => {
      const effects = times(40, next);
      const made = times(200, (i) => i).map((i) => ({
        organisation: String(i % 40),
        lineage: String(i % 25),
      }));
      const values = made.map((row) => effects[Number(row.organisation)]! + 0.5 * next());
      const side = (which: number) => ({
        rows: made.filter((_, i) => Math.floor(i / 4) % 2 === which),
        values: values.filter((_, i) => Math.floor(i / 4) % 2 === which),
      });
      return [side(0), side(1)] as const;
    };
  };

  test('a difference of medians', () => {
    const next = sample('medians');
    const share = coverage(600, 0, () => {
      const [a, b] = next();
      return differenceEstimate(linearQuantile(a.values, 0.5, a.rows), linearQuantile(b.values, 0.5, b.rows));
    });
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.995);
  });

  test('a difference of a tail and a middle on the same rows', () => {
    const next = sample('tails');
    // The 90th percentile of a normal of variance 1¼ is 1.4328 above its median.
    const share = coverage(600, 1.2815515655446004 * Math.sqrt(1.25), () => {
      const [a, b] = next();
      const all = [...a.rows, ...b.rows];
      const values = [...a.values, ...b.values];
      return differenceEstimate(linearQuantile(values, 0.9, all), linearQuantile(values, 0.5, all));
    });
    expect(share).toBeGreaterThan(0.9);
  });

  test('a difference of the slopes of two quantiles', () => {
    const next = normalDraws('slopes');
    const share = coverage(300, 0, () => {
      const effects = times(40, next);
      const made = times(200, (i) => i).map((i) => ({
        organisation: String(i % 40),
        lineage: String(i % 50),
      }));
      const at = times(200, next);
      const values = made.map((row, i) => at[i]! + effects[Number(row.organisation)]! + next());
      return differenceEstimate(
        quantileSlopeBothWays(at, values, 0.75, made).linear,
        quantileSlopeBothWays(at, values, 0.25, made).linear,
      );
    });
    expect(share).toBeGreaterThan(0.92);
  });
});
