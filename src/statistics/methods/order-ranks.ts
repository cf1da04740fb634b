import { TAIL } from './estimate.ts';

/** Ranks of two order statistics, counted from 1, and the probability that they enclose the quantile. */
export interface OrderRanks {
  lower: number;
  upper: number;
  coverage: number;
}

/**
 * Binomial probabilities P(B = 0 … n) for n trials at p strictly between 0 and 1: ratios from the mode
 * outwards, then normalised, which needs no factorial and loses no digit for thousands of trials.
 */
function binomialProbabilities(n: number, p: number): Float64Array {
  const probabilities = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  probabilities[mode] = 1;
  let total = 1;
  for (let k = mode + 1, weight = 1; k <= n; k++) {
    weight *= ((n - k + 1) / k) * odds;
    probabilities[k] = weight;
    total += weight;
  }
  for (let k = mode - 1, weight = 1; k >= 0; k--) {
    weight *= (k + 1) / (n - k) / odds;
    probabilities[k] = weight;
    total += weight;
  }
  return probabilities.map((weight) => weight / total);
}

/**
 * Ranks l and u such that the l-th and the u-th smallest of n independent values enclose the quantile at p of
 * any continuous distribution with probability P(l ≤ B < u) ≥ .95, B ~ Binomial(n, p), and miss it on either
 * side with at most .025 (David and Nagaraja 2003, section 7.1). null when n is too small: below 6 for the
 * median, below 36 at p = .9.
 */
export function orderRanks(n: number, p: number): OrderRanks | null {
  if (n < 1 || p <= 0 || p >= 1) return null;
  const probabilities = binomialProbabilities(n, p);
  let lower = 0;
  let below = 0;
  while (lower < n && below + probabilities[lower]! <= TAIL) below += probabilities[lower++]!;
  let upper = n + 1;
  let above = 0;
  while (upper > 1 && above + probabilities[upper - 1]! <= TAIL) above += probabilities[--upper]!;
  return lower >= 1 && upper <= n ? { lower, upper, coverage: 1 - below - above } : null;
}
