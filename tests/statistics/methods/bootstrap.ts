import { TAIL } from '../../../src/statistics/methods/estimate.ts';
import { sortedQuantile } from '../../../src/statistics/methods/quantile.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';

export interface BootstrapOptions {
  /** Same seed, same interval. */
  seed: number | string;
  /** Number of resamples, 2,000 unless told. */
  resamples?: number;
}

export interface BootstrapInterval {
  low: number | null;
  high: number | null;
}

/** Below this share of resamples with a defined statistic the rest would be a selected sample. */
const DEFINED_SHARE = 0.95;

/**
 * Percentile bootstrap (Efron 1979): 95 % interval of `statistic` over resamples of n rows with replacement.
 * The statistic gets n row numbers, 0 to n − 1, in an array that is filled anew each time (do not keep it),
 * and returns a number, or null where it is undefined. Deterministic in the seed. Both bounds are null for
 * fewer than two rows, or when the statistic is undefined (null or not finite) in more than one resample in
 * twenty. Throws a RangeError unless n and the number of resamples are whole numbers, n ≥ 0, resamples ≥ 1.
 */
export function bootstrapInterval(
  n: number,
  statistic: (rows: Uint32Array) => number | null,
  { seed, resamples = 2000 }: BootstrapOptions,
): BootstrapInterval {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is ${n}; expected a whole number of rows.`);
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`resamples is ${resamples}; expected a whole number of at least 1.`);
  }
  if (n < 2) return { low: null, high: null };
  const random = seededRandom(seed);
  const rows = new Uint32Array(n);
  const results: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(random() * n);
    const result = statistic(rows);
    if (result !== null && Number.isFinite(result)) results.push(result);
  }
  if (results.length < DEFINED_SHARE * resamples) return { low: null, high: null };
  const sorted = Float64Array.from(results).sort();
  return { low: sortedQuantile(sorted, TAIL), high: sortedQuantile(sorted, 1 - TAIL) };
}
