import { estimate, type Estimate } from './methods/estimate.ts';
import { sortedQuantile } from './methods/quantile.ts';

/** How many times their 5th percentile the 95th of sizes must be for a line over size. */
export const leastSpread = 2;

const found = new WeakMap<readonly number[], boolean>();

/**
 * Whether sizes differ enough for a line over them: what is not seen to differ, nothing can be told to follow. Found
 * once for an array, over which several lines are drawn.
 */
export function sizesDiffer(sizes: readonly number[]): boolean {
  let differ = found.get(sizes);
  if (differ === undefined) found.set(sizes, (differ = areSpread(sizes)));
  return differ;
}

function areSpread(sizes: readonly number[]): boolean {
  const sorted = Float64Array.from(sizes).sort();
  const [low, high] = [sortedQuantile(sorted, 0.05), sortedQuantile(sorted, 0.95)];
  return low !== null && high! >= leastSpread * low;
}

/** An estimate of how something follows size; without a value where the sizes differ too little. */
export const overSizes = (sizes: readonly number[], of: () => Estimate): Estimate =>
  sizesDiffer(sizes) ? of() : estimate(null, sizes.length);
