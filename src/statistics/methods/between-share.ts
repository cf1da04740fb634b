import { clustersOf, clusteredVariance, type Clustered, type Grouping } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { clusteredReach, withClusters } from './jackknife.ts';
import { centred, sampleVariance } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';

/** Sums over the rows of each organisation that are left: how many, of the residuals, and of their squares. */
type Sums = Record<'n' | 'sum' | 'squares', Float64Array>;

/**
 * Variance between groups of one way, by the method of moments for groups of unequal size (analysis of variance;
 * Searle, Casella and McCulloch 1992): it may come out below zero where there is none. NaN with fewer than two groups
 * or no group of two.
 */
function varianceBetween({ n, sum, squares }: Sums): number {
  let [rows, groups, total, between, within, sizes] = [0, 0, 0, 0, 0, 0];
  for (let g = 0; g < n.length; g++) {
    if (n[g]! === 0) continue;
    const own = sum[g]! ** 2 / n[g]!;
    groups += 1;
    rows += n[g]!;
    total += sum[g]!;
    between += own;
    within += squares[g]! - own;
    sizes += n[g]! ** 2;
  }
  between -= total ** 2 / rows;
  const typical = (rows - sizes / rows) / (groups - 1);
  return (between / (groups - 1) - within / (rows - groups)) / typical;
}

/**
 * The variance of residuals between organisations, as a share of the variance of y, with the interval of the jackknife
 * over the clusters of `rows`, the residuals and the variance of y kept as they are. null where y is constant or no
 * organisation has two rows. Throws a RangeError for columns of different length or a value that is not finite.
 */
export function betweenShare(
  residuals: ArrayLike<number>,
  y: ArrayLike<number>,
  rows: readonly Clustered[],
): Estimate {
  requireSameLength('rows', rows, 'residuals', residuals);
  requireSameLength('rows', rows, 'y', y);
  const clusters = clustersOf(rows);
  const left = centred(finiteNumbers('residuals', residuals));
  const variance = sampleVariance(finiteNumbers('y', y)) ?? 0;
  const { of, count } = clusters.organisations;
  const sums: Sums = {
    n: new Float64Array(count),
    sum: new Float64Array(count),
    squares: new Float64Array(count),
  };
  const add = (to: Sums, row: number, sign: 1 | -1) => {
    to.n[of[row]!]! += sign;
    to.sum[of[row]!]! += sign * left[row]!;
    to.squares[of[row]!]! += sign * left[row]! ** 2;
  };
  rows.forEach((_, row) => add(sums, row, 1));
  const shareOf = (of: Sums) => varianceBetween(of) / variance;
  const value = shareOf(sums);
  if (!Number.isFinite(value)) return withClusters(estimate(null, rows.length), clusters, null);
  const within = (grouping: Grouping) => {
    const members = Array.from({ length: grouping.count }, (): number[] => []);
    grouping.of.forEach((group, row) => members[group]!.push(row));
    let squares = 0;
    for (const out of members) {
      for (const row of out) add(sums, row, -1);
      squares += (shareOf(sums) - value) ** 2;
      for (const row of out) add(sums, row, 1);
    }
    return ((grouping.count - 1) / grouping.count) * squares;
  };
  const error = clusteredVariance(clusters, within);
  const reach = clusteredReach(clusters, error === null || !Number.isFinite(error) ? null : Math.sqrt(error));
  return withClusters(
    estimate(value, rows.length),
    clusters,
    reach === null ? null : [value - reach, value + reach],
  );
}
