import type { Clusters } from './clusters.ts';
import { type Estimate, estimate, TAIL } from './estimate.ts';
import {
  clusteredReach,
  jackknifeError,
  rowJackknifeError,
  withClusters,
  type OfSums,
  shiftsOf,
} from './jackknife.ts';
import { telling } from './shifts.ts';
import { squaredInterval } from './linear.ts';
import { arithmeticMean, centred, dot, isConstant } from './moments.ts';
import { normalQuantile } from './normal.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';

/** Least-squares plane y = intercept + Σ slopes[j] · columns[j]. */
export interface MultipleFit {
  n: number;
  intercept: number;
  /** One slope a column, in units of y per unit of the column. */
  slopes: number[];
  /** y minus the plane, row by row, in the unit of y. */
  residuals: Float64Array;
  /** Share of the variance of y explained; null when y is constant. */
  r2: number | null;
  /** √(SSE / (n − k − 1)) in the unit of y. */
  residualSd: number;
  /** Standard errors under equal variances. */
  errors: { intercept: number; slopes: number[] };
}

/** A column whose share left over by the columns before it is below this is taken to follow from them. */
const DEPENDENT = 1e-12;

/** L with L Lᵀ = matrix, both by their lower triangles; null where a pivot says that columns are dependent. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? line : lower[j]!;
      const rest = row[j]! - line.reduce((total, entry, k) => (k < j ? total + entry * other[k]! : total), 0);
      if (j < i) line.push(rest / other[j]!);
      else if (rest > DEPENDENT) line.push(Math.sqrt(rest));
      else return null;
    }
    lower.push(line);
  }
  return lower;
}

/** The solution of L Lᵀ x = right. */
function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = lower.length;
  const x = [...right];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i]! -= lower[i]![j]! * x[j]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i]! -= lower[j]![i]! * x[j]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/**
 * Ordinary least squares of y on k columns of n rows with an intercept. The columns are centred and brought to
 * unit length before the normal equations are formed, with sums that are rounded once, and solved by
 * Cholesky's decomposition with one step of refinement (Björck 1996, section 2.9); this reaches the certified
 * digits on Longley's collinear columns. null for no columns, fewer than k + 2 rows, a constant column or
 * columns that follow from each other, where no plane or no error is determined. Throws a RangeError for
 * columns of different length or a value that is not finite.
 */
export function fitMultiple(
  columns: readonly ArrayLike<number>[],
  yColumn: ArrayLike<number>,
): MultipleFit | null {
  const y = finiteNumbers('y', yColumn);
  const rows = columns.map((column, j) => {
    requireSameLength(`column ${j}`, column, 'y', y);
    return finiteNumbers(`column ${j}`, column);
  });
  const [n, k] = [y.length, rows.length];
  if (k === 0 || n < k + 2 || rows.some(isConstant)) return null;
  const deviations = rows.map(centred);
  const lengths = deviations.map((column) => Math.sqrt(dot(column, column)));
  if (lengths.some((length) => !(length > 0 && length < Infinity))) return null;
  const unit = deviations.map((column, j) => column.map((deviation) => deviation / lengths[j]!));
  const lower = cholesky(unit.map((a, i) => unit.slice(0, i + 1).map((b, j) => (i === j ? 1 : dot(a, b)))));
  if (lower === null) return null;

  const dy = centred(y);
  const correct = (left: Float64Array) =>
    solve(
      lower,
      unit.map((column) => dot(column, left)),
    );
  const leftBy = (coefficients: readonly number[]) => {
    const left = dy.slice();
    coefficients.forEach((coefficient, j) => {
      const column = unit[j]!;
      for (let row = 0; row < n; row++) left[row]! -= coefficient * column[row]!;
    });
    return left;
  };
  const first = correct(dy);
  const step = correct(leftBy(first));
  const coefficients = first.map((coefficient, j) => coefficient + step[j]!);

  const residuals = leftBy(coefficients);
  const slopes = coefficients.map((coefficient, j) => coefficient / lengths[j]!);
  const means = rows.map((column) => arithmeticMean(column)!);
  const intercept = slopes.reduce((rest, slope, j) => rest - slope * means[j]!, arithmeticMean(y)!);
  if (![intercept, ...slopes].every(Number.isFinite)) return null;
  const sse = dot(residuals, residuals);
  const syy = dot(dy, dy);
  const residualSd = Math.sqrt(sse / (n - k - 1));
  const inverse = unit.map((_, j) =>
    solve(
      lower,
      unit.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  const scaledMeans = means.map((mean, j) => mean / lengths[j]!);
  const ofMeans = inverse.reduce(
    (total, row, i) =>
      total + scaledMeans[i]! * row.reduce((sum, entry, j) => sum + entry * scaledMeans[j]!, 0),
    0,
  );
  return {
    n,
    intercept,
    slopes,
    residuals,
    r2: syy === 0 ? null : Math.min(1, Math.max(0, 1 - sse / syy)),
    residualSd,
    errors: {
      intercept: residualSd * Math.sqrt(1 / n + ofMeans),
      slopes: inverse.map((row, j) => (residualSd * Math.sqrt(row[j]!)) / lengths[j]!),
    },
  };
}

/** Fisher's z of the multiple correlation, from the sums of 1, y, y² and the squared residuals. */
const zOf: OfSums = (sums) => {
  const [n, y, yy, ee] = [sums[0]!, sums[1]!, sums[2]!, sums[3]!];
  const explained = 1 - ee / (yy - (y * y) / n);
  return explained > 0 ? Math.atanh(Math.sqrt(explained)) : NaN;
};

/**
 * Share of the variance of y that a plane explains, 0 to 1, with the interval of the multiple correlation on the
 * scale of Fisher's z, squared. The error of z is that of the jackknife, over rows or where `clusters` are given over
 * them, with the plane kept as it is: what leaves the plane also leaves the least squares as they are, to the first
 * order. null where no plane is determined or y is constant; no interval where the plane explains nothing.
 */
export function explainedEstimate(
  fit: MultipleFit | null,
  y: ArrayLike<number>,
  clusters?: Clusters,
): Estimate {
  const n = y.length;
  const r2 = fit?.r2 ?? null;
  if (fit === null || r2 === null) return estimate(null, n);
  const dy = centred(y);
  const terms = [dy.map(() => 1), dy, dy.map((d) => d * d), fit.residuals.map((e) => e * e)];
  const error = n - fit.slopes.length - 2 < 1 ? null : rowJackknifeError(terms, zOf);
  const bounds = squaredInterval(Math.sqrt(r2), error && normalQuantile(1 - TAIL) * error);
  const independent = bounds === null ? estimate(r2, n) : estimate(r2, n, ...bounds);
  if (!clusters) return independent;
  const reach = clusteredReach(clusters, jackknifeError(clusters, terms, zOf));
  const clustered = withClusters(independent, clusters, squaredInterval(Math.sqrt(r2), reach));
  return telling(clustered, clusters.rows, () => shiftsOf(terms, (sums) => Math.tanh(zOf(sums)) ** 2));
}
