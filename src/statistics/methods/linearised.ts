import {
  clustersOf,
  clustersOfBoth,
  clusteredVariance,
  freedomOf,
  type Clustered,
  type Grouping,
} from './clusters.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import { clusteredReach, differenceWithClusters, withClusters } from './jackknife.ts';
import { fitLine } from './linear.ts';
import { arithmeticMean, centred, dot } from './moments.ts';
import type { MultipleFit } from './multiple.ts';
import { normalQuantile } from './normal.ts';
import { quantileEstimate, quantilePull } from './quantile.ts';
import { quantileSlope } from './quantile-line.ts';
import { retelling, shiftsOfPulls, telling } from './shifts.ts';
import { studentCritical } from './student.ts';
import { sum } from './sum.ts';
import { fewestInTail, shortfallsOf, tailMeanOf } from './tail-mean.ts';

/**
 * A statistic of some rows to the first order: its value, and how far each row pulls it (the influence function over
 * n), which adds up to zero. What two statistics of one table differ by can be told from their pulls, whatever they are.
 */
export interface Linearised {
  value: number;
  rows: readonly Clustered[];
  pull: Float64Array;
}

/** The mean of `values`, in their unit; null for no rows. */
export function linearMean(values: readonly number[], rows: readonly Clustered[]): Linearised | null {
  const value = arithmeticMean(values);
  return value === null ? null : { value, rows, pull: centred(values).map((d) => d / values.length) };
}

/** The pooled ratio Σ numerator ÷ Σ denominator; null where the denominators add up to nothing. */
export function linearRatio(
  numerator: readonly number[],
  denominator: readonly number[],
  rows: readonly Clustered[],
): Linearised | null {
  const total = sum(denominator);
  if (total === 0) return null;
  const value = sum(numerator) / total;
  return {
    value,
    rows,
    pull: Float64Array.from(numerator, (top, i) => (top - value * denominator[i]!) / total),
  };
}

/** The sample quantile at p (see quantilePull); null where it has no interval. */
export function linearQuantile(
  values: readonly number[],
  p: number,
  rows: readonly Clustered[],
): Linearised | null {
  const found = quantileEstimate(values, p, clustersOf(rows));
  const pull = quantilePull(values, p, found);
  return pull && { value: found.value!, rows, pull };
}

/** The mean of the lowest share `p` of the values (see tailMeanOf); null for fewer than five values in that tail. */
export function linearTailMean(
  values: readonly number[],
  p: number,
  rows: readonly Clustered[],
): Linearised | null {
  const tail = tailMeanOf(values, p);
  if (tail === null || values.length * p < fewestInTail) return null;
  return {
    value: tail.value,
    rows,
    pull: centred(shortfallsOf(values, tail)).map((d) => -d / (p * values.length)),
  };
}

/** `first` minus `second`, two statistics of the same rows; null where either is missing. */
export function linearDifference(first: Linearised | null, second: Linearised | null): Linearised | null {
  if (first === null || second === null) return null;
  const { rows } = first;
  if (second.rows !== rows) throw new RangeError('both statistics must be of the same rows');
  return {
    value: first.value - second.value,
    rows,
    pull: first.pull.map((pull, i) => pull - second.pull[i]!),
  };
}

/** The least-squares slope of y on x; null for constant x. */
export function linearSlope(
  x: readonly number[],
  y: readonly number[],
  rows: readonly Clustered[],
): Linearised | null {
  const fit = fitLine(x, y);
  if (fit === null) return null;
  const dx = centred(x);
  const sxx = dot(dx, dx);
  return {
    value: fit.slope,
    rows,
    pull: dx.map((d, i) => (d * (y[i]! - fit.intercept - fit.slope * x[i]!)) / sxx),
  };
}

/**
 * The slope of the line of the quantile of y on x at tau, as an estimate and linearised; the latter is null where it
 * has no interval.
 */
export function quantileSlopeBothWays(
  x: readonly number[],
  y: readonly number[],
  tau: number,
  rows: readonly Clustered[],
): { estimate: Estimate; linear: Linearised | null } {
  const clusters = clustersOf(rows);
  const { estimate, scores, error } = quantileSlope(x, y, tau, clusters);
  const { value, low, high } = estimate;
  const freedom = freedomOf(clusters);
  if (value === null || low === null || high === null || freedom === null || scores === null || !error)
    return { estimate, linear: null };
  // The interval says how much of the slope one unit of the sum of scores stands for.
  const scale = (high - low) / (2 * studentCritical(freedom) * error);
  const pull = scores.map((score) => score * scale);
  return { estimate: telling(estimate, rows, () => shiftsOfPulls(pull)), linear: { value, rows, pull } };
}

/** The share of the variance of y that a plane explains, the plane kept as it is; null where there is none. */
export function linearExplained(
  fit: MultipleFit | null,
  y: readonly number[],
  rows: readonly Clustered[],
): Linearised | null {
  if (fit === null || fit.r2 === null) return null;
  const dy = centred(y);
  const syy = dot(dy, dy);
  const left = 1 - fit.r2;
  return {
    value: fit.r2,
    rows,
    pull: dy.map((d, i) => (left * d * d - fit.residuals[i]! ** 2) / syy),
  };
}

/** What leaving out each group of a partition does to a statistic whose rows begin at `from` in it. */
const withoutGroups = ({ pull }: Linearised, { of, count }: Grouping, from: number): Float64Array =>
  shiftsOfPulls(pull)({ of: of.subarray(from), count });

/**
 * `first` minus `second`, two statistics in one unit, of rows that may be the same, with the interval of the
 * difference: the jackknife over the clusters of both, where a cluster with rows on both sides counts once, to the
 * first order; its freedom is that of the side with less. n counts the rows of both, or of one where they are the
 * same. null where either is missing; no interval where clusters are too few or one holds a whole side, nor where no
 * row pulls on either: that says nothing of their error.
 */
export function differenceEstimate(first: Linearised | null, second: Linearised | null): Estimate {
  const apart = pulledApart(first, second);
  const { low, high, independent, ...of } = apart;
  const wide = (bounds: Pick<Estimate, 'low' | 'high'>) =>
    bounds.low === bounds.high ? { low: null, high: null } : bounds;
  return retelling(apart, {
    ...of,
    ...wide({ low, high }),
    ...(independent && { independent: wide(independent) }),
  });
}

/** As `differenceEstimate`, with an interval of no width where no row pulls. */
export function pulledApart(first: Linearised | null, second: Linearised | null): Estimate {
  const same = first?.rows === second?.rows;
  const n = (first?.rows.length ?? 0) + (same ? 0 : (second?.rows.length ?? 0));
  if (first === null || second === null) return estimate(null, n);
  const value = first.value - second.value;
  const union = same ? clustersOf(first.rows) : clustersOfBoth(first.rows, second.rows);
  const variance = clusteredVariance(union, (grouping) => {
    const a = withoutGroups(first, grouping, 0);
    const b = withoutGroups(second, grouping, same ? 0 : first.rows.length);
    const { count } = grouping;
    let squares = 0;
    for (let g = 0; g < count; g++) squares += (a[g]! - b[g]!) ** 2;
    return ((count - 1) / count) * squares;
  });
  const squared = (pull: Float64Array) => (pull.length / (pull.length - 1)) * dot(pull, pull);
  const alone = same
    ? squared(first.pull.map((pull, i) => pull - second.pull[i]!))
    : squared(first.pull) + squared(second.pull);
  const apart = normalQuantile(1 - TAIL) * Math.sqrt(alone);
  const independent = estimate(value, n, value - apart, value + apart);
  const error = variance === null || !Number.isFinite(variance) ? null : Math.sqrt(variance);
  const reach = clusteredReach(union, error);
  const told = same
    ? withClusters(independent, union, reach === null ? null : [value - reach, value + reach])
    : differenceWithClusters(
        independent,
        union,
        [clustersOf(first.rows).effective, clustersOf(second.rows).effective],
        error,
      );
  if (told.low === null) return told;
  return telling(told, union.rows, () => (grouping) => {
    const a = withoutGroups(first, grouping, 0);
    const b = withoutGroups(second, grouping, same ? 0 : first.rows.length);
    return a.map((shift, g) => shift - b[g]!);
  });
}

/**
 * Median of `first` minus median of `second` in one of their columns, each of its own rows, with the interval of
 * `differenceEstimate`; none where one of them has none. null where either side is empty.
 */
export function medianDifference<Name extends string>(
  name: Name,
  first: readonly (Clustered & Record<Name, number>)[],
  second: readonly (Clustered & Record<Name, number>)[],
): Estimate {
  const [a, b] = [first, second].map((rows) => rows.map((row) => row[name]));
  const linear = differenceEstimate(linearQuantile(a!, 0.5, first), linearQuantile(b!, 0.5, second));
  if (linear.value !== null) return linear;
  const [upper, lower] = [a!, b!].map((values) => quantileEstimate(values, 0.5).value);
  return estimate(upper === null || lower === null ? null : upper! - lower!, a!.length + b!.length);
}
