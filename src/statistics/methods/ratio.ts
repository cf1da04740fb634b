import type { Clusters } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { clusteredReach, jackknifeError, shiftsOf, withClusters, type OfSums } from './jackknife.ts';
import { exponential } from './mapped.ts';
import { dot } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { telling } from './shifts.ts';
import { studentCritical } from './student.ts';
import { sum } from './sum.ts';

/**
 * Pooled ratio R = Σ numerator ÷ Σ denominator over paired rows, in units of numerator per unit of
 * denominator, with the delta-method interval: e_i = y_i − R x_i, SE² = n / (n − 1) · Σ e_i² / (Σ x)²,
 * Student with n − 1 degrees of freedom (Cochran 1977, section 2.11, without the finite-population factor); where
 * `clusters` are given the interval of their jackknife.
 * null when Σ denominator is zero; no interval for fewer than two rows. Throws a RangeError for columns of
 * different length or a value that is not finite.
 */
export function pooledRatio(
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
  clusters?: Clusters,
): Estimate {
  requireSameLength('numerator', numerator, 'denominator', denominator);
  const y = finiteNumbers('numerator', numerator);
  const x = finiteNumbers('denominator', denominator);
  const n = y.length;
  const total = sum(x);
  if (total === 0) return estimate(null, n);
  const ratio = sum(y) / total;
  if (n < 2) return estimate(ratio, n);
  const residuals = y.map((value, i) => value - ratio * x[i]!);
  const standardError = Math.sqrt((n / (n - 1)) * dot(residuals, residuals)) / Math.abs(total);
  const independent = symmetricEstimate(ratio, n, studentCritical(n - 1) * standardError);
  if (!clusters) return independent;
  const terms = [residuals, x];
  const of: OfSums = (sums) => sums[0]! / sums[1]!;
  const reach = clusteredReach(clusters, jackknifeError(clusters, terms, of));
  const clustered = withClusters(
    independent,
    clusters,
    reach === null ? null : [ratio - reach, ratio + reach],
  );
  return telling(clustered, clusters.rows, () => shiftsOf(terms, of));
}

/**
 * The pooled ratio of positive sums with its interval made on the scale of logarithms, where it cannot reach below
 * zero: log R with the delta-method error of R over R, or by `clusters` with the jackknife error of log R, carried
 * back. null and no interval as for `pooledRatio`; no interval either where R, or R without one of the clusters, is
 * not above zero.
 */
export function pooledRatioByLog(
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
  clusters?: Clusters,
): Estimate {
  const { value, n, low, high } = pooledRatio(numerator, denominator);
  if (value === null || value <= 0) return estimate(value, n);
  const reachAlone = low === null || high === null ? null : (high - low) / 2 / value;
  const independent = exponential(symmetricEstimate(Math.log(value), n, reachAlone));
  if (!clusters) return { ...independent, value };
  const error = jackknifeError(clusters, [numerator, denominator], (sums) => Math.log(sums[0]! / sums[1]!));
  const reach = clusteredReach(clusters, error);
  const bounds = reach === null ? null : ([value * Math.exp(-reach), value * Math.exp(reach)] as const);
  const ratio: OfSums = (sums) => sums[0]! / sums[1]!;
  return telling(withClusters({ ...independent, value }, clusters, bounds), clusters.rows, () =>
    shiftsOf([numerator, denominator], ratio),
  );
}
