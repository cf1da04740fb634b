import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { arithmeticMean, sampleVariance } from './moments.ts';
import { finiteNumbers } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/**
 * Mean of `first` minus mean of `second`, two independent samples, in their unit, with the interval of Welch
 * 1947 (unequal variances, Satterthwaite's degrees of freedom). n counts the rows of both. null when either
 * is empty; no interval when either has fewer than two values. Throws a RangeError for a value that is not
 * finite.
 */
export function meanDifferenceEstimate(first: ArrayLike<number>, second: ArrayLike<number>): Estimate {
  const a = finiteNumbers('first', first);
  const b = finiteNumbers('second', second);
  const n = a.length + b.length;
  const meanA = arithmeticMean(a);
  const meanB = arithmeticMean(b);
  if (meanA === null || meanB === null) return estimate(null, n);
  const varianceA = sampleVariance(a);
  const varianceB = sampleVariance(b);
  if (varianceA === null || varianceB === null) return estimate(meanA - meanB, n);
  const partA = varianceA / a.length;
  const partB = varianceB / b.length;
  const squaredError = partA + partB;
  if (squaredError === 0) return symmetricEstimate(meanA - meanB, n, 0);
  // Shares rather than squares of the variances: those of tiny values would underflow.
  const shareA = partA / squaredError;
  const shareB = partB / squaredError;
  const df = 1 / (shareA ** 2 / (a.length - 1) + shareB ** 2 / (b.length - 1));
  // Rounding can put df a hair below its least possible value, 1.
  const halfWidth = Number.isFinite(df) ? studentCritical(Math.max(1, df)) * Math.sqrt(squaredError) : null;
  return symmetricEstimate(meanA - meanB, n, halfWidth);
}
