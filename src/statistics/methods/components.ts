import { correlationMatrix, standardise } from './correlation.ts';
import { type Eigen, symmetricEigen } from './eigen.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';
import { sumOver } from './sum.ts';

/** Principal components of standardised columns. */
export interface PrincipalComponents extends Eigen {
  /** The columns in standard units (mean 0, population deviation 1). */
  standardised: Float64Array[];
  /** Share of the total variance carried by each component; they add up to 1. */
  shares: number[];
  /** scores[c][row]: the standardised row projected on component c, variance (divisor n) values[c]. */
  scores: Float64Array[];
}

/**
 * Principal components of k columns of n rows, each standardised: eigenvectors of their correlation matrix,
 * largest eigenvalue first, with the loading of largest size positive. null for no columns, a constant column
 * or fewer than two rows. Throws a RangeError for columns of different length or a value that is not finite.
 */
export function principalComponents(columns: readonly ArrayLike<number>[]): PrincipalComponents | null {
  const matrix = correlationMatrix(columns);
  const rows = columns.map(standardise).filter((column) => column !== null);
  if (matrix === null || rows.length === 0 || rows.length < columns.length) return null;
  const { values, vectors } = symmetricEigen(matrix);
  const scores = vectors.map((vector) =>
    rows[0]!.map((_, row) => vector.reduce((score, loading, j) => score + loading * rows[j]![row]!, 0)),
  );
  return {
    values,
    vectors,
    standardised: rows,
    shares: values.map((value) => value / columns.length),
    scores,
  };
}

/**
 * Share of the variance of k standardised columns carried by their first principal component, 1/k to 1, with
 * the delta-method interval. A row z moves the first eigenvalue λ of a correlation matrix by (v·z)² − λ Σ
 * v_j² z_j², with v its eigenvector, whatever the distribution of the rows (the derivative of an eigenvalue,
 * Magnus 1985, along the influence function of a correlation, Devlin, Gnanadesikan and Kettenring 1975); the
 * standard error of the share is the root mean square of these over √n · k. It needs a first eigenvalue that
 * stands clear of the second, and rows enough: on made normal data it holds the truth 95 times in 100 with
 * 300 rows, 93 with 80 and 90 with 30.
 *
 * null for no columns, a constant column or fewer than two rows; no interval for a single column, whose share
 * is 1 by definition, or unless there are at least two more rows than columns. Throws a RangeError for
 * columns of different length or a value that is not finite.
 */
export function firstComponentShare(columns: readonly ArrayLike<number>[]): Estimate {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  const components = principalComponents(columns);
  if (components === null) return estimate(null, n);
  const share = components.shares[0]!;
  if (k === 1 || n < k + 2) return estimate(share, n);
  const lambda = components.values[0]!;
  const vector = components.vectors[0]!;
  const rows = components.standardised;
  const influence = (row: number): number =>
    components.scores[0]![row]! ** 2 -
    lambda * vector.reduce((total, loading, j) => total + (loading * rows[j]![row]!) ** 2, 0);
  const variance = sumOver(n, (row) => influence(row) ** 2) / (n - 1);
  const halfWidth = (normalQuantile(1 - TAIL) * Math.sqrt(variance / n)) / k;
  return estimate(share, n, Math.max(1 / k, share - halfWidth), Math.min(1, share + halfWidth));
}
