import { clustersOfBoth, type Clusters } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { differenceWithClusters, jackknifeError, shiftsOf, type OfSums } from './jackknife.ts';
import { arithmeticMean, sampleVariance } from './moments.ts';
import { finiteNumbers } from './numeric-input.ts';
import { telling } from './shifts.ts';
import { studentCritical } from './student.ts';

function welch(first: ArrayLike<number>, second: ArrayLike<number>): Estimate {
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

/** Both samples as one with a sign for each row: what it adds to the first mean, and to the second. */
function sides(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array[] {
  const [a, b] = [first.length, second.length];
  const terms = [0, 1, 2, 3].map(() => new Float64Array(a + b));
  const middle = arithmeticMean([...Array.from(first), ...Array.from(second)]) ?? 0;
  for (let i = 0; i < a; i++) [terms[0]![i], terms[1]![i]] = [first[i]! - middle, 1];
  for (let i = 0; i < b; i++) [terms[2]![a + i], terms[3]![a + i]] = [second[i]! - middle, 1];
  return terms;
}

/**
 * Mean of `first` minus mean of `second`, two samples, in their unit, with the interval of Welch 1947 (unequal
 * variances, Satterthwaite's degrees of freedom), or where the clusters of both are given that of the jackknife
 * over the clusters of the union, in which a cluster with rows on both sides counts as one; its freedom is that of
 * the side with less. n counts the rows of both. null when either is empty; no interval when either has fewer than
 * two values or too few clusters. Throws a RangeError for a value that is not finite.
 */
export function meanDifferenceEstimate(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  clusters?: readonly [Clusters, Clusters],
): Estimate {
  const independent = welch(first, second);
  if (!clusters) return independent;
  const union = clustersOfBoth(clusters[0].rows, clusters[1].rows);
  const apart: OfSums = (s) => s[0]! / s[1]! - s[2]! / s[3]!;
  const error = jackknifeError(union, sides(first, second), apart);
  const clustered = differenceWithClusters(
    independent,
    union,
    [clusters[0].effective, clusters[1].effective],
    error,
  );
  return clustered.low === null
    ? clustered
    : telling(clustered, union.rows, () => shiftsOf(sides(first, second), apart));
}
