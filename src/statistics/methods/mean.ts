import type { Clusters } from './clusters.ts';
import { type Estimate, symmetricEstimate } from './estimate.ts';
import { clusteredReach, jackknifeError, withClusters } from './jackknife.ts';
import { arithmeticMean, centred, sampleVariance } from './moments.ts';
import { finiteNumbers } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/** Jackknife error of the mean of rows that come in clusters, in their unit. */
export function meanError(values: ArrayLike<number>, clusters: Clusters): number | null {
  const deviations = centred(values);
  const ones = new Float64Array(deviations.length).fill(1);
  return jackknifeError(clusters, [deviations, ones], (sums) => sums[0]! / sums[1]!);
}

/**
 * Arithmetic mean, in the unit of `values`, with Student's interval mean ± t(n − 1) · s / √n, or where `clusters`
 * are given that of their jackknife (see jackknifeError). No interval for fewer than two values. Constant values
 * give an interval of no width. Throws a RangeError for a value that is not finite.
 */
export function meanEstimate(values: ArrayLike<number>, clusters?: Clusters): Estimate {
  const numbers = finiteNumbers('values', values);
  const n = numbers.length;
  const variance = sampleVariance(numbers);
  const halfWidth = variance === null ? null : studentCritical(n - 1) * Math.sqrt(variance / n);
  const mean = arithmeticMean(numbers);
  const independent = symmetricEstimate(mean, n, halfWidth);
  if (!clusters) return independent;
  const reach = clusteredReach(clusters, meanError(numbers, clusters));
  return withClusters(
    independent,
    clusters,
    mean === null || reach === null ? null : [mean - reach, mean + reach],
  );
}
