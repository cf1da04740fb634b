import { holmBar } from './holm.ts';

/** Places from 1, the best. */
export interface Places {
  low: number;
  high: number;
}

/** The difference of two values in its standard errors, their errors being independent; 0 for equal values. */
export const standardised = (
  values: ArrayLike<number>,
  variances: ArrayLike<number>,
  a: number,
  b: number,
): number =>
  values[a] === values[b] ? 0 : (values[a]! - values[b]!) / Math.sqrt(variances[a]! + variances[b]!);

/**
 * The 95 % interval of the place of one of many values that are known with error: behind all that are above it
 * beyond doubt, before all that are below it beyond doubt. Doubt is Holm's over the comparisons with all others, so
 * that the interval holds the true place with a probability of at least 95 % (Mogstad, Romano, Shaikh and Wilhelm
 * 2024, doi:10.1093/restud/rdad006), whatever the true values are.
 */
export function rankInterval(values: ArrayLike<number>, variances: ArrayLike<number>, index: number): Places {
  const n = values.length;
  const ahead = new Float64Array(n - 1);
  for (let i = 0; i < n - 1; i++) ahead[i] = standardised(values, variances, i < index ? i : i + 1, index);
  const bar = holmBar(ahead.map(Math.abs));
  let [above, below] = [0, 0];
  for (const z of ahead) {
    if (z > bar) above++;
    else if (-z > bar) below++;
  }
  return { low: 1 + above, high: n - below };
}
