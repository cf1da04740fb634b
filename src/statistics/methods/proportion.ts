import { type Estimate, estimate, TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';

/**
 * Share `successes` ÷ `n`, from 0 to 1, with Wilson's score interval (Wilson 1927, doi:10.2307/2276774). null
 * for n = 0. Throws a RangeError unless both are whole numbers and 0 ≤ successes ≤ n.
 */
export function proportion(successes: number, n: number): Estimate {
  if (!Number.isInteger(n) || !Number.isInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(
      `successes is ${successes} and n is ${n}; expected whole numbers with 0 ≤ successes ≤ n.`,
    );
  }
  if (n === 0) return estimate(null, 0);
  const share = successes / n;
  const z = normalQuantile(1 - TAIL);
  const z2 = z * z;
  const centre = (successes + z2 / 2) / (n + z2);
  const halfWidth = (z * Math.sqrt(n * share * (1 - share) + z2 / 4)) / (n + z2);
  // At the ends the bound is exactly 0 or 1; subtraction would leave a rounding error beyond it.
  const low = successes === 0 ? 0 : centre - halfWidth;
  const high = successes === n ? 1 : centre + halfWidth;
  return estimate(share, n, low, high);
}
