import type { Clusters } from './clusters.ts';
import { type Estimate, symmetricEstimate } from './estimate.ts';
import { clusteredReach, jackknifeError, shiftsOf, withClusters, type OfSums } from './jackknife.ts';
import { arithmeticMean, centred, sampleVariance } from './moments.ts';
import { finiteNumbers } from './numeric-input.ts';
import { telling, type Shifts } from './shifts.ts';
import { studentCritical } from './student.ts';

/** What each row adds to a sum of deviations from the mean and to a count, whose ratio is then how far a mean moves. */
function meanTerms(values: ArrayLike<number>): Float64Array[] {
  const deviations = centred(values);
  return [deviations, new Float64Array(deviations.length).fill(1)];
}

const ratioOf: OfSums = (sums) => sums[0]! / sums[1]!;

/** Jackknife error of the mean of rows that come in clusters, in their unit. */
export const meanError = (values: ArrayLike<number>, clusters: Clusters): number | null =>
  jackknifeError(clusters, meanTerms(values), ratioOf);

/** How far leaving out groups of rows moves the mean. */
export const meanShifts = (values: ArrayLike<number>): Shifts => shiftsOf(meanTerms(values), ratioOf);

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
  const bounds = mean === null || reach === null ? null : ([mean - reach, mean + reach] as const);
  return telling(withClusters(independent, clusters, bounds), clusters.rows, () => meanShifts(numbers));
}
