import { clustersOf, clusteredVariance, freedomOf, type Clustered } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { withClusters } from './jackknife.ts';
import { telling } from './shifts.ts';
import { studentCritical } from './student.ts';

/**
 * A statistic of rows that is no function of sums, such as a line through records, with the interval of the jackknife
 * over their clusters: it is computed anew from the rows left without each organisation, each lineage and each group
 * of both. The interval of independent rows leaves out one row at a time. The statistic answers NaN where the rows
 * determine none, and the interval is blank where it does so for what is left. A line through some of the rows has
 * `points` of them: it rests on no more values than these, and its interval on no more than two degrees of freedom fewer.
 */
export function recomputedEstimate<T extends Clustered>(
  rows: readonly T[],
  of: (rows: readonly T[]) => number,
  points?: number,
): Estimate {
  const n = points ?? rows.length;
  const most = points === undefined ? Infinity : points - 2;
  const value = of(rows);
  const clusters = clustersOf(rows);
  if (!Number.isFinite(value)) return withClusters(estimate(null, n), clusters, null);
  const without = (group: ArrayLike<number>, left: number) => of(rows.filter((_, i) => group[i] !== left));
  const variance = (group: ArrayLike<number>, count: number) => {
    let squares = 0;
    for (let g = 0; g < count; g++) squares += (without(group, g) - value) ** 2;
    return ((count - 1) / count) * squares;
  };
  const reach = (squared: number | null, freedom: number | null) =>
    squared === null || freedom === null || most < 1 || !Number.isFinite(squared)
      ? null
      : studentCritical(Math.min(freedom, most)) * Math.sqrt(squared);
  const alone = reach(
    variance(
      rows.map((_, i) => i),
      rows.length,
    ),
    rows.length < 2 ? null : rows.length - 1,
  );
  const clustered = reach(
    clusteredVariance(clusters, (grouping) => variance(grouping.of, grouping.count)),
    freedomOf(clusters),
  );
  const told = withClusters(
    symmetricEstimate(value, n, alone),
    clusters,
    clustered === null ? null : [value - clustered, value + clustered],
  );
  return telling(
    told,
    clusters.rows,
    () => (grouping) =>
      Float64Array.from({ length: grouping.count }, (_, g) => without(grouping.of, g) - value),
  );
}
