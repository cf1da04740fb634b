import {
  clusteredVariance,
  clusteringOf,
  freedomOf,
  scarcerOf,
  sharedWith,
  type Clusters,
  type Grouping,
} from './clusters.ts';
import { type EffectiveClusters, type Estimate, estimate } from './estimate.ts';
import { requireSameLength } from './numeric-input.ts';
import type { Shifts } from './shifts.ts';
import { studentCritical } from './student.ts';

/** A number computed from sums over rows; NaN where they determine none. */
export type OfSums = (sums: Float64Array) => number;

/** What rows add to a sum: some of them, in their order, the others nothing. */
export interface SparseTerm {
  rows: Int32Array;
  adds: Float64Array;
}

/** What each row adds to a sum. */
export type Term = ArrayLike<number> | SparseTerm;

const isSparse = (term: Term): term is SparseTerm => 'rows' in term;

/** The sum of a term over all rows. */
export function totalOf(term: Term): number {
  const values = isSparse(term) ? term.adds : term;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** The sums of every term over the rows of each group, those of one group beside each other. */
function sumsOfGroups(terms: readonly Term[], { of, count }: Grouping): Float64Array {
  const width = terms.length;
  const sums = new Float64Array(count * width);
  for (const [k, term] of terms.entries())
    if (isSparse(term)) {
      const { rows, adds } = term;
      for (let at = 0; at < rows.length; at++) sums[of[rows[at]!]! * width + k]! += adds[at]!;
    } else for (let i = 0; i < of.length; i++) sums[of[i]! * width + k]! += term[i]!;
  return sums;
}

/**
 * Answers how far each group moves a statistic that is a function of sums over rows: its value without a group is that
 * function of the sums less those of the group. What was found for a group is taken for the same rows elsewhere: most
 * organisations have models of one lineage, so that most groups of both are one of either.
 */
export function shiftsOf(terms: readonly Term[], of: OfSums): Shifts {
  const totals = Float64Array.from(terms, totalOf);
  const whole = of(totals.slice());
  const left = new Float64Array(terms.length);
  const found = new Map<Grouping, Float64Array>();
  return (grouping) => {
    const sums = sumsOfGroups(terms, grouping);
    const shifts = new Float64Array(grouping.count);
    const known = new Uint8Array(grouping.count);
    for (const [other, groups] of sharedWith(grouping)) {
      const before = found.get(other);
      for (let g = 0; before && g < shifts.length; g++)
        if (groups[g]! >= 0) {
          shifts[g] = before[groups[g]!]!;
          known[g] = 1;
        }
    }
    for (let g = 0; g < shifts.length; g++) {
      if (known[g]) continue;
      for (let k = 0, at = g * left.length; k < left.length; k++, at++) left[k] = totals[k]! - sums[at]!;
      shifts[g] = of(left) - whole;
    }
    found.set(grouping, shifts);
    return shifts;
  };
}

/**
 * Jackknife variance of a statistic when whole groups are left out in turn: (G − 1) / G · Σ_g (θ₋g − θ)² for G
 * groups (MacKinnon, Nielsen and Webb 2024, arXiv:2406.08880), from the differences.
 */
function varianceOf(shifts: Float64Array): number {
  let squares = 0;
  for (const shift of shifts) squares += shift ** 2;
  return ((shifts.length - 1) / shifts.length) * squares;
}

/**
 * Standard error of a statistic that is a function of sums over rows, by the jackknife over clusters taken two ways
 * (see clusteredVariance). terms[k] is what the rows add to the k-th sum; terms should be centred where the
 * statistic allows it, so that little is lost when a group is taken off. null where clusters are too few or the
 * statistic does not survive the loss of one. Throws a RangeError for dense terms of another length than the rows.
 */
export function jackknifeError(clusters: Clusters, terms: readonly Term[], of: OfSums): number | null {
  terms.forEach((term, k) => {
    if (!isSparse(term)) requireSameLength('rows', clusters.rows, `term ${k}`, term);
  });
  const shifts = shiftsOf(terms, of);
  const variance = clusteredVariance(clusters, (grouping) => varianceOf(shifts(grouping)));
  return variance !== null && Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

/** The jackknife error with every row a cluster of its own; null where the statistic does not survive the loss of one. */
export function rowJackknifeError(terms: readonly ArrayLike<number>[], of: OfSums): number | null {
  const n = terms[0]?.length ?? 0;
  const totals = Float64Array.from(terms, totalOf);
  const whole = of(totals.slice());
  const left = new Float64Array(terms.length);
  const shifts = new Float64Array(n);
  // As shiftsOf does, without the sums of groups, which are those of one row each.
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < left.length; k++) left[k] = totals[k]! - terms[k]![i]!;
    shifts[i] = of(left) - whole;
  }
  const variance = n < 2 ? NaN : varianceOf(shifts);
  return Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

/** Half of the 95 % interval of an error from clusters: Student's t with the freedom that they leave, times the error. */
export function clusteredReach(clusters: Pick<Clusters, 'effective'>, error: number | null): number | null {
  const freedom = freedomOf(clusters);
  return error === null || freedom === null ? null : studentCritical(freedom) * error;
}

/** Bounds of a number; null where it has none. */
export type Bounds = Pick<Estimate, 'low' | 'high'>;

/**
 * The interval that clusters give, at each end at least as wide as that of independent rows: to allow for rows that are
 * alike cannot make a number surer. Where the rows of a cluster differ more than those of several do, by chance as a
 * rule, the clusters alone would say so. As it is where either has no bounds.
 */
export function atLeastIndependent<E extends Bounds>(clustered: E, independent: Bounds): E {
  const { low, high } = clustered;
  if (low === null || high === null || independent.low === null || independent.high === null)
    return clustered;
  return { ...clustered, low: Math.min(low, independent.low), high: Math.max(high, independent.high) };
}

/**
 * An estimate with the interval that its clusters give (see `atLeastIndependent`), and beside it the one that
 * independent rows would have.
 */
export function withClusters(
  { value, n, low, high }: Estimate,
  { effective }: Pick<Clusters, 'effective'>,
  bounds: readonly [low: number | null | undefined, high: number | null | undefined] | null,
): Estimate {
  const independent = { low, high };
  return {
    ...atLeastIndependent(estimate(value, n, bounds?.[0] ?? null, bounds?.[1] ?? null), independent),
    independent,
    clusters: effective,
  };
}

/**
 * A difference of two sides with the interval that the error by the clusters of their `union` gives, with the freedom
 * of the side that leaves less; it carries the effective numbers of that side.
 */
export function differenceWithClusters(
  independent: Estimate,
  union: Clusters,
  sides: readonly [EffectiveClusters, EffectiveClusters],
  error: number | null,
): Estimate {
  const effective = { ...scarcerOf(sides), together: clusteringOf(union.effective) };
  const reach = clusteredReach({ effective }, error);
  const { value } = independent;
  const bounds = value === null || reach === null ? null : ([value - reach, value + reach] as const);
  return withClusters(independent, { effective }, bounds);
}
