import { correlationOf, deviationsOf, type Deviations } from './correlation.ts';
import type { Clusters } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { fisherInterval } from './fisher.ts';
import { clusteredReach, withClusters } from './jackknife.ts';
import { correlationError, correlationShifts } from './linear.ts';
import { requireSameLength } from './numeric-input.ts';
import { midRanks } from './rank.ts';
import { telling } from './shifts.ts';

/**
 * Spearman's rank correlation, −1 to 1: Pearson's correlation of the mid-ranks, so ties are handled, with the
 * interval by Fisher's z and the variance (1 + r²/2) / (n − 3) of Bonett and Wright 2000,
 * doi:10.1007/BF02294183. null for fewer than two rows or a constant column; no interval for fewer than four
 * rows or |r| = 1. Throws a RangeError for columns of different length or a value that is not finite.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Estimate {
  return spearmanOfRanks(deviationsOf(midRanks(x)), deviationsOf(midRanks(y)));
}

/**
 * Spearman's rank correlation of two columns from the deviations of their mid-ranks, where each is compared with
 * many. Where `clusters` are given, the error on the scale of z is that of their jackknife, the ranks kept as they are.
 */
export function spearmanOfRanks(x: Deviations, y: Deviations, clusters?: Clusters): Estimate {
  requireSameLength('x', x.deviations, 'y', y.deviations);
  const n = x.deviations.length;
  const r = correlationOf(x, y);
  const interval = r === null || n < 4 ? null : fisherInterval(r, Math.sqrt((1 + (r * r) / 2) / (n - 3)));
  const independent = interval === null ? estimate(r, n) : estimate(r, n, interval[0], interval[1]);
  if (!clusters) return independent;
  const reach = interval && clusteredReach(clusters, correlationError(x.deviations, y.deviations, clusters));
  if (r === null || reach === null) return withClusters(independent, clusters, null);
  const z = Math.atanh(r);
  const clustered = withClusters(independent, clusters, [Math.tanh(z - reach), Math.tanh(z + reach)]);
  return telling(clustered, clusters.rows, () => correlationShifts(x.deviations, y.deviations));
}
