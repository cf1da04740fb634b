import { freedomOf, type Clusters } from './clusters.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import { withClusters } from './jackknife.ts';
import { meanError, meanShifts } from './mean.ts';
import { normalQuantile } from './normal.ts';
import { telling } from './shifts.ts';
import { studentCritical } from './student.ts';

/** Wilson's bounds of a share of `n` rows, not necessarily a whole number of them. */
function wilson(share: number, n: number): [low: number, high: number] {
  const z = normalQuantile(1 - TAIL);
  const z2 = z * z;
  const centre = (share * n + z2 / 2) / (n + z2);
  const halfWidth = (z * Math.sqrt(n * share * (1 - share) + z2 / 4)) / (n + z2);
  // At the ends the bound is exactly 0 or 1; subtraction would leave a rounding error beyond it.
  return [share === 0 ? 0 : centre - halfWidth, share === 1 ? 1 : centre + halfWidth];
}

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
  return estimate(share, n, ...wilson(share, n));
}

/**
 * Share of rows that are true, from 0 to 1, as `proportion`, or where `clusters` are given with Wilson's interval at
 * the effective number of rows n* = p (1 − p) / SE², SE the jackknife error of the share, at most n, times (z / t)²
 * with the freedom that the clusters leave (Korn and Graubard 1998; Franco et al. 2019, doi:10.1093/jssam/smy019).
 * Where all rows agree and SE says nothing, each effective cluster counts once. null for no rows; no interval where
 * clusters are too few.
 */
export function shareEstimate(hits: readonly boolean[], clusters?: Clusters): Estimate {
  const n = hits.length;
  const independent = proportion(hits.filter(Boolean).length, n);
  const { value: share } = independent;
  if (!clusters) return independent;
  const freedom = freedomOf(clusters);
  const numbers = hits.map((hit) => (hit ? 1 : 0));
  const error = meanError(numbers, clusters);
  if (share === null || freedom === null || error === null) return withClusters(independent, clusters, null);
  const agree = share === 0 || share === 1;
  // Clusters whose shares are all alike have no error between them, and rows count in full.
  const effective = agree ? freedom + 1 : error === 0 ? n : Math.min(n, (share * (1 - share)) / error ** 2);
  const rows = effective * (normalQuantile(1 - TAIL) / studentCritical(freedom)) ** 2;
  return telling(withClusters(independent, clusters, wilson(share, rows)), clusters.rows, () =>
    meanShifts(numbers),
  );
}
