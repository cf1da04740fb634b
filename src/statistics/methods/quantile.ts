import { type Estimate, estimate } from './estimate.ts';
import { finiteNumbers } from './numeric-input.ts';
import { orderRanks } from './order-ranks.ts';

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

/**
 * Sample quantile at p (type 7), in the unit of `values`, with the distribution-free interval between two
 * order statistics, whose coverage is at least 95 % (see orderRanks). No interval when n is too small to
 * reach it. Throws a RangeError for a value that is not finite or a p outside 0 … 1.
 */
export function quantileEstimate(values: ArrayLike<number>, p: number): Estimate {
  requireProbability(p);
  const sorted = finiteNumbers('values', values).sort();
  const n = sorted.length;
  const value = sortedQuantile(sorted, p);
  const ranks = orderRanks(n, p);
  return ranks === null
    ? estimate(value, n)
    : estimate(value, n, sorted[ranks.lower - 1], sorted[ranks.upper - 1]);
}

/** Sample median with its distribution-free 95 % interval; no interval for fewer than six values. */
export function medianEstimate(values: ArrayLike<number>): Estimate {
  return quantileEstimate(values, 0.5);
}
