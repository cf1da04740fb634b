import { finiteNumbers } from './numeric-input.ts';
import { sortedQuantile } from './quantile.ts';

/** A box plot of a sample, in the unit of its values. */
export interface Box {
  n: number;
  q1: number;
  median: number;
  q3: number;
  /** Lowest and highest value within the fences, where the whiskers end. */
  low: number;
  high: number;
  /** Fences: 1.5 interquartile ranges below the lower and above the upper quartile. */
  lowFence: number;
  highFence: number;
  /** Values below the lower fence and above the upper one. */
  below: number;
  above: number;
}

const REACH = 1.5;

/**
 * Share of a normal distribution beyond the fences, 2 Φ(−4 · 0.67449), to four digits: what a box plot shows
 * as outliers where there are none.
 */
export const NORMAL_SHARE_BEYOND = 0.006977;

/**
 * Box plot after Tukey (Exploratory Data Analysis, 1977): quartiles of type 7, fences 1.5 interquartile ranges
 * away from them, whiskers to the last values within. A value on a fence lies within. null for no values.
 * Throws a RangeError for a value that is not finite.
 */
export function boxOf(values: ArrayLike<number>): Box | null {
  const sorted = finiteNumbers('values', values).sort();
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((p) => sortedQuantile(sorted, p));
  if (q1 == null || median == null || q3 == null) return null;
  const lowFence = q1 - REACH * (q3 - q1);
  const highFence = q3 + REACH * (q3 - q1);
  const within = sorted.filter((value) => value >= lowFence && value <= highFence);
  return {
    n: sorted.length,
    q1,
    median,
    q3,
    low: within[0] ?? q1,
    high: within.at(-1) ?? q3,
    lowFence,
    highFence,
    below: sorted.filter((value) => value < lowFence).length,
    above: sorted.filter((value) => value > highFence).length,
  };
}
