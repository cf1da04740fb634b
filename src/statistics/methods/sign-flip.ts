import { finiteNumbers } from './numeric-input.ts';
import { sum } from './sum.ts';

/** Most values whose sign flips are counted: 2⁴⁰ of them, as two halves of 2²⁰ sums. */
const MOST = 40;

/** The sums of the values under every choice of signs, in ascending order. */
function signedSums(values: Float64Array): Float64Array {
  let sums = Float64Array.of(0);
  for (const value of values) {
    const next = new Float64Array(2 * sums.length);
    sums.forEach((each, index) => {
      next[index] = each + value;
      next[index + sums.length] = each - value;
    });
    sums = next;
  }
  return sums.sort();
}

/**
 * Exact two-sided p of Fisher's sign-flip test that differences are symmetric about zero: the share of all 2ⁿ
 * choices of their signs whose sum lies as far from zero as the observed one, or farther. Sums that agree to a
 * billionth of the sum of magnitudes are equal. null for no values and for more than 40. Throws a RangeError for a
 * value that is not finite.
 *
 * Every sum is one of the first half of the values plus one of the second, so that with both halves in order the
 * sums beyond a bound are counted by walking along them, without writing down all 2ⁿ.
 */
export function signFlipP(differences: ArrayLike<number>): number | null {
  const values = finiteNumbers('differences', differences);
  const n = values.length;
  if (n === 0 || n > MOST) return null;
  const observed = Math.abs(sum(values));
  const bound = observed - 1e-9 * sum(values.map(Math.abs));
  // All sums are as far as one that is zero; the two sides below would count some of them twice.
  if (bound <= 0) return 1;
  const first = signedSums(values.subarray(0, n >> 1));
  const second = signedSums(values.subarray(n >> 1));
  let beyond = 0;
  let from = second.length;
  for (const each of first) {
    while (from > 0 && each + second[from - 1]! >= bound) from -= 1;
    beyond += second.length - from;
  }
  // The other side mirrors this one: flipping every sign turns each sum into its negative.
  return (2 * beyond) / 2 ** n;
}
