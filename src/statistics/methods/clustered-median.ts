import { clusteredMean } from './clustered.ts';
import { type Estimate, estimate } from './estimate.ts';
import { sortedQuantile } from './quantile.ts';

/**
 * Sample median of `values` whose rows come in groups, in the unit of `values`, with the interval of Woodruff
 * 1952: with h the half-width of the cluster-robust interval of the share of rows below the median (see
 * clusteredMean; a row at the median counts half), the bounds are the order statistics of rank ⌊n (1/2 − h)⌋
 * from either end. n counts rows. No interval for a single group or where a rank would lie outside the rows.
 * Throws a RangeError for arrays of different length or a value that is not finite.
 */
export function clusteredMedian(values: readonly number[], groups: ArrayLike<string | number>): Estimate {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const median = sortedQuantile(sorted, 0.5) ?? 0;
  // The values themselves go through the same check as those of the mean.
  clusteredMean(values, groups);
  const below = values.map((value) => (value < median ? 1 : value === median ? 0.5 : 0));
  const { value: share, high } = clusteredMean(below, groups);
  if (share === null || high === null) return estimate(n === 0 ? null : median, n);
  const rank = Math.floor(n * (0.5 - (high - share)));
  return rank < 1 ? estimate(median, n) : estimate(median, n, sorted[rank - 1], sorted[n - rank]);
}
