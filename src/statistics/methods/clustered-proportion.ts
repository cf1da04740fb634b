import { clusteredMean } from './clustered.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';
import { studentCritical } from './student.ts';

/**
 * Share of rows that are true, from 0 to 1, where rows come in groups: Wilson's score interval at the effective
 * number of rows n* = p (1 − p) / SE², SE the cluster-robust error of the share (see clusteredMean), at most n,
 * times (z / t)² with G − 1 degrees of freedom for G groups (Korn and Graubard 1998; Franco et al. 2019,
 * doi:10.1093/jssam/smy019). Where all rows agree and SE says nothing, each group counts once. n counts rows.
 * null for no rows; no interval for a single group. Throws a RangeError for arrays of different length.
 */
export function clusteredProportion(
  hits: readonly boolean[],
  groups: readonly (string | number)[],
): Estimate {
  const n = hits.length;
  const { value: share, high } = clusteredMean(
    hits.map((hit) => (hit ? 1 : 0)),
    groups,
  );
  const clusters = new Set(groups).size;
  if (share === null || high === null) return estimate(share, n);
  const t = studentCritical(clusters - 1);
  const error = (high - share) / t;
  const z = normalQuantile(1 - TAIL);
  const agree = share === 0 || share === 1;
  // Groups whose shares are all alike have no error between them, and rows count in full.
  const effective = agree ? clusters : error === 0 ? n : Math.min(n, (share * (1 - share)) / error ** 2);
  const rows = effective * (z / t) ** 2;
  const z2 = z * z;
  const centre = (share * rows + z2 / 2) / (rows + z2);
  const halfWidth = (z * Math.sqrt(rows * share * (1 - share) + z2 / 4)) / (rows + z2);
  return estimate(share, n, share === 0 ? 0 : centre - halfWidth, share === 1 ? 1 : centre + halfWidth);
}
