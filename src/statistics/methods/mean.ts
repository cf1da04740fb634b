import { type Estimate, symmetricEstimate } from './estimate.ts';
import { arithmeticMean, sampleVariance } from './moments.ts';
import { finiteNumbers } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/**
 * Arithmetic mean, in the unit of `values`, with Student's interval mean ± t(n − 1) · s / √n. No interval for
 * fewer than two values. Constant values give an interval of no width. Throws a RangeError for a value that
 * is not finite.
 */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  const numbers = finiteNumbers('values', values);
  const n = numbers.length;
  const variance = sampleVariance(numbers);
  const halfWidth = variance === null ? null : studentCritical(n - 1) * Math.sqrt(variance / n);
  return symmetricEstimate(arithmeticMean(numbers), n, halfWidth);
}
