/**
 * A number computed from the table. low and high bound its 95 % interval; null where the number is a count of
 * the table itself or too few values carry an interval.
 */
export interface Estimate {
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
  /** The interval if the rows were independent of each other, where low and high allow for their clusters. */
  independent?: { low: number | null; high: number | null };
  /** Effective numbers of clusters that low and high allow for. */
  clusters?: EffectiveClusters;
}

/** Effective numbers of clusters, 1 ÷ Σ share² over the shares of the rows. */
export interface EffectiveClusters {
  organisations: number;
  lineages: number;
  /**
   * There where a difference has them of the side that leaves its interval less freedom: how both sides together are
   * clustered; null where they have too few clusters.
   */
  together?: Clustering | null;
}

/** How an interval may be clustered: both ways, or by the one way that has enough effective clusters. */
export type Clustering = 'both' | 'organisations' | 'lineages';

/** Probability left out in each tail of a two-sided 95 % interval. */
export const TAIL = 0.025;

/**
 * An estimate of `value` from `n` rows with the bounds `low` and `high`. A value that is not a finite number
 * becomes null, and so do both bounds when the value or either bound is not finite: JSON has no NaN, and half
 * an interval cannot be read.
 */
export function estimate(
  value: number | null,
  n: number,
  low: number | null = null,
  high: number | null = null,
): Estimate {
  if (value === null || !Number.isFinite(value)) return { value: null, n, low: null, high: null };
  // Adding zero turns −0, which would be printed with its sign, into 0.
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) {
    return { value: value + 0, n, low: null, high: null };
  }
  return { value: value + 0, n, low: low + 0, high: high + 0 };
}

/** An estimate with the symmetric interval value ± halfWidth; no interval when `halfWidth` is null. */
export function symmetricEstimate(value: number | null, n: number, halfWidth: number | null): Estimate {
  if (value === null || halfWidth === null) return estimate(value, n);
  return estimate(value, n, value - halfWidth, value + halfWidth);
}

/** Whether an estimate can be told: it has a value and an interval. */
export const isTold = ({ value, low, high }: Estimate): boolean =>
  value !== null && low !== null && high !== null;

/** A number of rows of the table itself: exact, so without an interval. */
export function count(rows: number): Estimate {
  return estimate(rows, rows);
}
