import type { Clusters } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { clusteredReach, withClusters } from './jackknife.ts';
import { meanError } from './mean.ts';
import { nthSmallest } from './nth-smallest.ts';
import { finiteNumbers } from './numeric-input.ts';
import { orderRanks } from './order-ranks.ts';
import { shiftsOfPulls, telling } from './shifts.ts';

function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; expected a probability from 0 to 1.`);
}

/**
 * Quantile at p of values in ascending order: linear interpolation at position (n − 1) p, type 7 of Hyndman
 * and Fan 1996, the same as quantile_cont in DuckDB and quantile in d3. null for no values. Throws a
 * RangeError unless 0 ≤ p ≤ 1.
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number | null {
  requireProbability(p);
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const lower = sorted[index]!;
  const upper = sorted[Math.min(index + 1, sorted.length - 1)]!;
  return lower + (upper - lower) * (position - index);
}

/** As `sortedQuantile`, of values in any order, none of them NaN, which it leaves in another. */
export function selectedQuantile(values: Float64Array, p: number): number | null {
  requireProbability(p);
  if (values.length === 0) return null;
  const position = (values.length - 1) * p;
  const index = Math.floor(position);
  const lower = nthSmallest(values, index);
  const upper = nthSmallest(values, Math.min(index + 1, values.length - 1));
  return lower + (upper - lower) * (position - index);
}

/**
 * Ranks, counted from 1, between which the interval of Woodruff 1952 (doi:10.1080/01621459.1952.10483443) lies: with
 * h the half-width of the interval of the share of rows below the quantile, ⌊n (p − h)⌋ from the lower end and
 * ⌊n (1 − p − h)⌋ from the upper. null where a rank would lie outside the rows.
 */
function woodruffRanks(n: number, p: number, h: number): [lower: number, upper: number] | null {
  const [lower, fromTop] = [Math.floor(n * (p - h)), Math.floor(n * (1 - p - h))];
  return lower < 1 || fromTop < 1 ? null : [lower, n + 1 - fromTop];
}

/**
 * Sample quantile at p (type 7), in the unit of `values`, with the distribution-free interval between two
 * order statistics, whose coverage is at least 95 % (see orderRanks), or where `clusters` are given those of
 * Woodruff at the jackknife error of the share below the quantile; a row at the quantile counts p. No interval when
 * n is too small to reach it. Throws a RangeError for a value that is not finite or a p outside 0 … 1.
 */
export function quantileEstimate(values: ArrayLike<number>, p: number, clusters?: Clusters): Estimate {
  requireProbability(p);
  const numbers = finiteNumbers('values', values);
  const sorted = numbers.slice().sort();
  const n = sorted.length;
  const value = sortedQuantile(sorted, p);
  const ranks = orderRanks(n, p);
  const independent =
    ranks === null
      ? estimate(value, n)
      : estimate(value, n, sorted[ranks.lower - 1], sorted[ranks.upper - 1]);
  if (!clusters) return independent;
  const below = numbers.map((each) => (each < value! ? 1 : each === value ? p : 0));
  const reach = clusteredReach(clusters, meanError(below, clusters));
  const woodruff = reach === null ? null : woodruffRanks(n, p, reach);
  const clustered = withClusters(
    independent,
    clusters,
    woodruff && [sorted[woodruff[0] - 1], sorted[woodruff[1] - 1]],
  );
  const pull = () => quantilePull(numbers, p, clustered);
  return clustered.low === null ? clustered : telling(clustered, clusters.rows, () => shiftsOfPulls(pull()!));
}

/**
 * How far each row pulls the sample quantile at p. The density at it, by which a row pulls, is the one that its interval
 * implies: the share of rows between the bounds over their distance. null where it has no interval.
 */
export function quantilePull(
  values: ArrayLike<number>,
  p: number,
  { value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>,
): Float64Array | null {
  if (value === null || low === null || high === null) return null;
  const n = values.length;
  let between = 0;
  for (let i = 0; i < n; i++) if (values[i]! >= low && values[i]! <= high) between++;
  const density = between / n / (high - low);
  return Float64Array.from(values, (each) =>
    high === low ? 0 : (p - (each < value ? 1 : each === value ? p : 0)) / (density * n),
  );
}

/** Sample median with its 95 % interval (see quantileEstimate); no interval for fewer than six independent values. */
export function medianEstimate(values: ArrayLike<number>, clusters?: Clusters): Estimate {
  return quantileEstimate(values, 0.5, clusters);
}
