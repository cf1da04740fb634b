import { type Estimate, estimate, TAIL } from './estimate.ts';
import { nonNegativeNumbers } from './numeric-input.ts';
import { sum } from './sum.ts';

/** How many batches set a record: their largest value is above that of every batch before. The first does. */
export function recordCount(largest: ArrayLike<number>): number {
  let best = -Infinity;
  let records = 0;
  for (let i = 0; i < largest.length; i++)
    if (largest[i]! > best) {
      best = largest[i]!;
      records += 1;
    }
  return records;
}

/** Probabilities of 0, 1, 2 … successes in independent trials of these chances (Poisson's binomial). */
function successes(chances: Float64Array): Float64Array {
  const probabilities = new Float64Array(chances.length + 1);
  probabilities[0] = 1;
  chances.forEach((chance, trial) => {
    for (let k = trial + 1; k > 0; k--)
      probabilities[k] = probabilities[k]! * (1 - chance) + probabilities[k - 1]! * chance;
    probabilities[0]! *= 1 - chance;
  });
  return probabilities;
}

/**
 * Records expected among batches of these sizes when all values come from one continuous distribution, so that
 * only their number grows: batch i holds the largest value so far with the probability sizes[i] ÷ Σ_{j ≤ i}
 * sizes[j], independently of the others (Rényi 1962). low and high are not an interval of the mean but enclose
 * the number of records with at least 95 % probability, at most 2.5 % on either side. Empty batches cannot set
 * a record. n counts the values; null for none. Throws a RangeError for a negative size.
 */
export function recordsByChance(batchSizes: ArrayLike<number>): Estimate {
  const sizes = nonNegativeNumbers('batchSizes', batchSizes).filter((size) => size > 0);
  const n = sum(sizes);
  if (sizes.length === 0) return estimate(null, 0);
  let seen = 0;
  const chances = sizes.map((size) => size / (seen += size));
  const probabilities = successes(chances);
  let low = 0;
  for (let below = probabilities[0]!; below <= TAIL; below += probabilities[low]!) low += 1;
  let high = sizes.length;
  for (let above = probabilities[high]!; above <= TAIL; above += probabilities[high]!) high -= 1;
  return estimate(sum(chances), n, low, high);
}
