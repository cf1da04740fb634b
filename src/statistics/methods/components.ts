import type { Clusters } from './clusters.ts';
import { correlationMatrix, standardise } from './correlation.ts';
import { type Eigen, symmetricEigen } from './eigen.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import { clusteredReach, jackknifeError, shiftsOf, withClusters, type OfSums } from './jackknife.ts';
import { telling } from './shifts.ts';
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

/** What each row adds to the sums that a correlation matrix is computed from: 1, each column, each product. */
function matrixTerms(columns: readonly Float64Array[]): Float64Array[] {
  return [
    columns[0]!.map(() => 1),
    ...columns,
    ...columns.flatMap((a, i) => columns.slice(0, i + 1).map((b) => a.map((value, row) => value * b[row]!))),
  ];
}

/** Steps of the power method; a start that is off by a hundredth ends off by less than a rounding. */
const powerSteps = 6;

/**
 * Answers the largest eigenvalue of the correlation matrix of k columns, from the sums of `matrixTerms`: Rayleigh's
 * quotient after steps of the power method from `start`, which is near the eigenvector.
 */
function eigenvalueNear(start: readonly number[]): (sums: Float64Array) => number {
  const k = start.length;
  const matrix = new Float64Array(k * k);
  const roots = new Float64Array(k);
  const [vector, next] = [new Float64Array(k), new Float64Array(k)];
  const multiply = () => {
    for (let i = 0; i < k; i++) {
      let total = 0;
      for (let j = 0; j < k; j++) total += matrix[i * k + j]! * vector[j]!;
      next[i] = total;
    }
  };
  return (sums) => {
    const n = sums[0]!;
    let at = k;
    for (let i = 0; i < k; i++)
      for (let j = 0; j <= i; j++) {
        const product = sums[++at]! - (sums[1 + i]! * sums[1 + j]!) / n;
        matrix[i * k + j] = product;
        matrix[j * k + i] = product;
      }
    for (let i = 0; i < k; i++) roots[i] = Math.sqrt(matrix[i * k + i]!);
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) matrix[i * k + j]! /= roots[i]! * roots[j]!;
    vector.set(start);
    for (let step = 0; step < powerSteps; step++) {
      multiply();
      let squares = 0;
      for (let i = 0; i < k; i++) squares += next[i]! * next[i]!;
      const length = Math.sqrt(squares);
      for (let i = 0; i < k; i++) vector[i] = next[i]! / length;
    }
    multiply();
    let quotient = 0;
    for (let i = 0; i < k; i++) quotient += vector[i]! * next[i]!;
    return quotient;
  };
}

/** As of independent rows; see firstComponentShare. */
function independentShare(columns: readonly ArrayLike<number>[], components: PrincipalComponents): Estimate {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
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

/**
 * Share of the variance of k standardised columns carried by their first principal component, 1/k to 1, with
 * the delta-method interval, or where `clusters` are given with that of their jackknife. A row z moves the first eigenvalue λ of a correlation matrix by (v·z)² − λ Σ
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
export function firstComponentShare(columns: readonly ArrayLike<number>[], clusters?: Clusters): Estimate {
  const k = columns.length;
  const components = principalComponents(columns);
  const independent =
    components === null ? estimate(null, columns[0]?.length ?? 0) : independentShare(columns, components);
  if (!clusters) return independent;
  if (components === null || independent.low === null) return withClusters(independent, clusters, null);
  const start = components.vectors[0]!;
  const eigenvalue = eigenvalueNear(start);
  const terms = matrixTerms(components.standardised);
  const first: OfSums = (sums) => eigenvalue(sums) / k;
  const error = jackknifeError(clusters, terms, first);
  const reach = clusteredReach(clusters, error);
  const share = components.shares[0]!;
  const clustered = withClusters(
    independent,
    clusters,
    reach === null ? null : [Math.max(1 / k, share - reach), Math.min(1, share + reach)],
  );
  return telling(clustered, clusters.rows, () => shiftsOf(terms, first));
}
