import { clustersOf, clustersOfBoth, clusteredVariance, type Clustered, type Grouping } from './clusters.ts';
import { estimate, type Estimate } from './estimate.ts';
import { differenceWithClusters } from './jackknife.ts';
import type { Shifts, Told } from './shifts.ts';

/** A statistic as one slice answers it, with what it tells of its rows. */
export interface SliceEstimate extends Told {
  estimate: Estimate;
}

/** Shifts by the groups of rows that begin at `from` in a partition of more rows; 0 for groups that have none of them. */
function shiftsWithin(shifts: Shifts, rows: readonly Clustered[], { of, count }: Grouping, from: number) {
  const numbers = new Int32Array(count).fill(-1);
  const own = new Int32Array(rows.length);
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const group = of[from + i]!;
    if (numbers[group] === -1) numbers[group] = found++;
    own[i] = numbers[group]!;
  }
  const shifted = shifts({ of: own, count: found });
  return Float64Array.from(numbers, (number) => (number === -1 ? 0 : shifted[number]!));
}

/**
 * One statistic in slice A minus the same in slice B, with the interval of the jackknife over the clusters of the
 * union of their rows: leaving out a cluster takes its rows from both slices at once and moves the difference by its
 * shift in A less its shift in B, so that a model of both counts in both and what they share cancels. The freedom is
 * that of the slice with less. n counts the rows of both slices, a shared row twice. null where either value is
 * missing; no interval where clusters are too few or one holds a whole slice.
 */
export function sliceDifference(a: SliceEstimate, b: SliceEstimate): Estimate {
  const n = a.estimate.n + b.estimate.n;
  if (a.estimate.value === null || b.estimate.value === null) return estimate(null, n);
  const value = a.estimate.value - b.estimate.value;
  const union = clustersOfBoth(a.rows, b.rows);
  const variance = clusteredVariance(union, (grouping) => {
    const inA = shiftsWithin(a.shifts, a.rows, grouping, 0);
    const inB = shiftsWithin(b.shifts, b.rows, grouping, a.rows.length);
    let squares = 0;
    for (let g = 0; g < grouping.count; g++) squares += (inA[g]! - inB[g]!) ** 2;
    return ((grouping.count - 1) / grouping.count) * squares;
  });
  const error = variance === null || !Number.isFinite(variance) ? null : Math.sqrt(variance);
  const sides = [clustersOf(a.rows).effective, clustersOf(b.rows).effective] as const;
  return differenceWithClusters(estimate(value, n), union, sides, error);
}
