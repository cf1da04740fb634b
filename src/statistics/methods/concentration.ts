import { nonNegativeNumbers } from './numeric-input.ts';
import { sum, sumOver } from './sum.ts';

/**
 * A point of a Lorenz curve: the smallest `holders` (share of all holders) hold `total` (share of the whole).
 */
export interface LorenzPoint {
  holders: number;
  total: number;
}

/** The counts in ascending order and their sum, or null where there is nothing to share out. */
function holdings(counts: ArrayLike<number>): { sorted: Float64Array; total: number } | null {
  const sorted = nonNegativeNumbers('counts', counts).sort();
  const total = sum(sorted);
  return total > 0 && total < Infinity ? { sorted, total } : null;
}

/**
 * Herfindahl–Hirschman index: the sum of squared shares, from 1/n (equal) to 1 (one holder has all). null
 * when the counts add up to zero. Throws a RangeError for a negative count.
 */
export function hhi(counts: ArrayLike<number>): number | null {
  const held = holdings(counts);
  return held && sumOver(held.sorted.length, (i) => (held.sorted[i]! / held.total) ** 2);
}

/**
 * Gini coefficient of the holders in the table, Σ (2i − n − 1) x_(i) / (n Σ x): 0 when all are equal, (n −
 * 1)/n when one has all. null when the counts add up to zero. Throws a RangeError for a negative count.
 */
export function gini(counts: ArrayLike<number>): number | null {
  const held = holdings(counts);
  if (held === null) return null;
  const n = held.sorted.length;
  return sumOver(n, (i) => (2 * i + 1 - n) * held.sorted[i]!) / (n * held.total);
}

/**
 * Share of the whole held by the k largest holders, 0 to 1; 1 when there are no more than k. null when the
 * counts add up to zero. Throws a RangeError for a negative count or unless k is a whole number of at least
 * 0.
 */
export function topShare(counts: ArrayLike<number>, k: number): number | null {
  if (!Number.isInteger(k) || k < 0)
    throw new RangeError(`k is ${k}; expected a whole number of at least 0.`);
  const held = holdings(counts);
  return held && sum(held.sorted.subarray(Math.max(0, held.sorted.length - k))) / held.total;
}

/**
 * Lorenz curve: n + 1 points from (0, 0) to (1, 1), holders from the smallest to the largest. Empty when the
 * counts add up to zero. Throws a RangeError for a negative count.
 */
export function lorenzCurve(counts: ArrayLike<number>): LorenzPoint[] {
  const held = holdings(counts);
  if (held === null) return [];
  const points: LorenzPoint[] = [{ holders: 0, total: 0 }];
  let running = 0;
  const n = held.sorted.length;
  held.sorted.forEach((count, i) => {
    running += count;
    points.push({ holders: (i + 1) / n, total: i + 1 === n ? 1 : Math.min(1, running / held.total) });
  });
  return points;
}
