import { normalQuantile } from './normal.ts';

/**
 * Quantile at p of the largest of n independent draws from the standard normal distribution, Φ⁻¹(p^(1/n)): how
 * many standard errors the largest of n errors reaches by chance (Šidák 1967 for p = .95). Throws a RangeError
 * unless n is a whole number of at least 1 and 0 < p < 1.
 */
export function largestOfMany(n: number, p: number): number {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`n is ${n}; expected a whole number of at least 1.`);
  if (!(p > 0 && p < 1))
    throw new RangeError(`p is ${p}; expected a probability between 0 and 1, both excluded.`);
  // 1 − p^(1/n), which for large n is far smaller than the last digit of p^(1/n).
  const tail = -Math.expm1(Math.log(p) / n);
  return -normalQuantile(tail);
}
