import { clusteredVariance, freedomOf, type Clusters, type Grouping } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { requireSameLength } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/** A number computed from sums over rows; NaN where they determine none. */
export type OfSums = (sums: Float64Array) => number;

/** Sums of every term over all rows. */
function totalsOf(terms: readonly ArrayLike<number>[], n: number): Float64Array {
  return Float64Array.from(terms, (term) => {
    let total = 0;
    for (let i = 0; i < n; i++) total += term[i]!;
    return total;
  });
}

/**
 * Jackknife variance of a statistic when whole groups are left out in turn: (G − 1) / G · Σ_g (θ₋g − θ)² for G
 * groups (MacKinnon, Nielsen and Webb 2024, arXiv:2406.08880). The statistic is a function of sums
 * over rows, so that θ₋g is that function of the sums less those of the group.
 */
function leaveOut(
  terms: readonly ArrayLike<number>[],
  totals: Float64Array,
  of: OfSums,
  { of: group, count }: Grouping,
): number {
  const width = terms.length;
  const sums = new Float64Array(count * width);
  for (let k = 0; k < width; k++) {
    const term = terms[k]!;
    for (let i = 0; i < group.length; i++) sums[group[i]! * width + k]! += term[i]!;
  }
  const whole = of(totals.slice());
  const left = new Float64Array(width);
  let squares = 0;
  for (let g = 0; g < count; g++) {
    for (let k = 0; k < width; k++) left[k] = totals[k]! - sums[g * width + k]!;
    squares += (of(left) - whole) ** 2;
  }
  return ((count - 1) / count) * squares;
}

/**
 * Standard error of a statistic that is a function of sums over rows, by the jackknife over clusters taken two ways
 * (see clusteredVariance). terms[k][i] is what row i adds to the k-th sum; terms should be centred where the
 * statistic allows it, so that little is lost when a group is taken off. null where clusters are too few or the
 * statistic does not survive the loss of one. Throws a RangeError for terms of another length than the rows.
 */
export function jackknifeError(
  clusters: Clusters,
  terms: readonly ArrayLike<number>[],
  of: OfSums,
): number | null {
  terms.forEach((term, k) => requireSameLength('rows', clusters.rows, `term ${k}`, term));
  const totals = totalsOf(terms, clusters.rows.length);
  const variance = clusteredVariance(clusters, (grouping) => leaveOut(terms, totals, of, grouping));
  return variance !== null && Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

/** The jackknife error with every row a cluster of its own; null where the statistic does not survive the loss of one. */
export function rowJackknifeError(terms: readonly ArrayLike<number>[], of: OfSums): number | null {
  const n = terms[0]?.length ?? 0;
  const each = { of: Int32Array.from({ length: n }, (_, i) => i), count: n };
  const variance = n < 2 ? NaN : leaveOut(terms, totalsOf(terms, n), of, each);
  return Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

/** Half of the 95 % interval of an error from clusters: Student's t with the freedom that they leave, times the error. */
export function clusteredReach(clusters: Clusters, error: number | null): number | null {
  const freedom = freedomOf(clusters);
  return error === null || freedom === null ? null : studentCritical(freedom) * error;
}

/** An estimate with the interval that its clusters give, and beside it the one that independent rows would have. */
export function withClusters(
  { value, n, low, high }: Estimate,
  { effective }: Clusters,
  bounds: readonly [low: number | null | undefined, high: number | null | undefined] | null,
): Estimate {
  return {
    ...estimate(value, n, bounds?.[0] ?? null, bounds?.[1] ?? null),
    independent: { low, high },
    clusters: effective,
  };
}
