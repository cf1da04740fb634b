import type { Clusters } from './clusters.ts';
import { type Estimate, symmetricEstimate, TAIL } from './estimate.ts';
import {
  clusteredReach,
  jackknifeError,
  rowJackknifeError,
  shiftsOf,
  withClusters,
  type OfSums,
} from './jackknife.ts';
import { normalQuantile } from './normal.ts';
import { finiteNumbers } from './numeric-input.ts';
import { telling } from './shifts.ts';

/** Fewest values in the tail that carry an interval. */
export const fewestInTail = 5;

/** The mean of the lowest values, and the value at which they end. */
export interface TailMean {
  value: number;
  /** Values below count whole, those at it in part. */
  end: number;
}

/**
 * Mean of the lowest share `p` of the values, in their unit: their conditional value at risk, or expected shortfall
 * (Acerbi and Tasche 2002, doi:10.1016/S0378-4266(02)00283-2). With k = n p the ⌊k⌋ lowest count whole and the next
 * one by the fraction that is missing; where k < 1 it is the lowest. null for no values. Throws a RangeError unless
 * 0 < p ≤ 1.
 */
export function tailMeanOf(values: ArrayLike<number>, p: number): TailMean | null {
  if (!(p > 0 && p <= 1)) throw new RangeError(`p is ${p}; expected a share above 0, up to 1.`);
  const sorted = finiteNumbers('values', values).sort();
  const n = sorted.length;
  if (n === 0) return null;
  const k = Math.min(n * p, n);
  const end = sorted[Math.min(Math.ceil(k), n) - 1]!;
  // As the end less the mean shortfall, so that values far from zero lose no digits.
  let shortfall = 0;
  for (let i = 0; i < k && i < n; i++) shortfall += end - sorted[i]!;
  return { value: end - shortfall / k, end };
}

/** What each value is below the end of the tail, and zero beyond it. */
export const shortfallsOf = (values: ArrayLike<number>, { end }: TailMean): Float64Array =>
  Float64Array.from(values, (value) => Math.max(0, end - value));

/**
 * The same with its 95 % interval: that of the jackknife, over rows or where `clusters` are given over them, with the
 * end of the tail kept as it is. The mean is the largest, over all ends, of the end less the mean shortfall ÷ p
 * (Rockafellar and Uryasev 2000, doi:10.21314/JOR.2000.038), so that moving the end changes nothing to the first
 * order. No interval for fewer than five values in the tail.
 */
export function tailMeanEstimate(values: ArrayLike<number>, p: number, clusters?: Clusters): Estimate {
  const tail = tailMeanOf(values, p);
  const n = values.length;
  const reached = tail !== null && n * p >= fewestInTail;
  const shortfalls = tail === null ? new Float64Array(n) : shortfallsOf(values, tail);
  const terms = [shortfalls, new Float64Array(n).fill(1)];
  const below: OfSums = (sums) => -sums[0]! / (p * sums[1]!);
  const error = reached ? rowJackknifeError(terms, below) : null;
  const independent = symmetricEstimate(
    tail?.value ?? null,
    n,
    error === null ? null : normalQuantile(1 - TAIL) * error,
  );
  if (!clusters) return independent;
  const reach = reached ? clusteredReach(clusters, jackknifeError(clusters, terms, below)) : null;
  const clustered = withClusters(
    independent,
    clusters,
    tail === null || reach === null ? null : [tail.value - reach, tail.value + reach],
  );
  return reach === null ? clustered : telling(clustered, clusters.rows, () => shiftsOf(terms, below));
}
