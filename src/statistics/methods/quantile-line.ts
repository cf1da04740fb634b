import { freedomOf, type Clusters } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { withClusters } from './jackknife.ts';
import { arithmeticMean, centred, isConstant } from './moments.ts';
import { nthSmallest } from './nth-smallest.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { rankScoreError, scoresAboutCentre } from './rank-score-error.ts';
import { countBelow, rankScores, type Points, type Start } from './rank-scores.ts';
import { studentCritical } from './student.ts';

/** Line y = intercept + slope · x of a quantile. */
export interface QuantileLine {
  n: number;
  slope: number;
  intercept: number;
}

/** A line and what the interval of its slope is found with. */
interface Fit extends QuantileLine {
  points: Points;
  /** Distances of the points from the line, in y. */
  residuals: Float64Array;
  /** Sums of rank scores that differ by no more than this differ by rounding. */
  tolerance: number;
  lastSlopeAbove(level: number): number | null;
}

/** The least-squares slope, and twice its standard error if the slope were zero. */
function leastSquares(x: Float64Array, y: Float64Array): Start {
  let mean = 0;
  for (const value of y) mean += value / y.length;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < x.length; i++) {
    sxx += x[i]! * x[i]!;
    sxy += x[i]! * (y[i]! - mean);
    syy += (y[i]! - mean) ** 2;
  }
  return { slope: sxy / sxx, step: 2 * Math.sqrt(syy / sxx / x.length) || 1 };
}

/** The middle of the heights that an intercept of least loss may have. */
function middleIntercept(heights: Float64Array, tau: number): number {
  const below = countBelow(heights.length, tau);
  const ranked = heights.slice();
  const upper = nthSmallest(ranked, Math.floor(below));
  return Number.isInteger(below) ? (nthSmallest(ranked, below - 1) + upper) / 2 : upper;
}

function fit(xColumn: ArrayLike<number>, yColumn: ArrayLike<number>, tau: number): Fit | null {
  if (!(tau > 0 && tau < 1))
    throw new RangeError(`tau is ${tau}; expected a probability between 0 and 1, both excluded.`);
  requireSameLength('x', xColumn, 'y', yColumn);
  const given = finiteNumbers('x', xColumn);
  const y = finiteNumbers('y', yColumn);
  const mean = arithmeticMean(given);
  if (mean === null || isConstant(given)) return null;
  const x = centred(given);
  const points = { x, y, tau };
  const search = rankScores(points);
  let tolerance = 0;
  for (const value of x) tolerance += 1e-12 * Math.abs(value);
  const start = leastSquares(x, y);
  const first = search(tolerance, start);
  const last = first === null ? null : search(-tolerance, { ...start, slope: first });
  if (first === null || last === null) return null;
  const slope = first + (last - first) / 2;
  const heights = y.map((value, i) => value - slope * x[i]!);
  const atMean = middleIntercept(heights, tau);
  const intercept = atMean - slope * mean;
  if (!Number.isFinite(slope) || !Number.isFinite(intercept)) return null;
  return {
    n: x.length,
    slope,
    intercept,
    points,
    residuals: heights.map((height) => height - atMean),
    tolerance,
    lastSlopeAbove: (level) => search(level, { ...start, slope }),
  };
}

/**
 * The line of the quantile at `tau` of y on x: the one that minimises Σ ρ(y − intercept − slope · x) with the
 * check loss ρ(u) = u (tau − [u < 0]) (Koenker and Bassett 1978, doi:10.2307/1913643). If there is only one,
 * it passes through two points apart in x, and its slope is exactly theirs. If there are several, it has the
 * middle one of their slopes and, among the intercepts that go with it, again the middle one, so that neither
 * the order of the rows nor the direction of an axis decides. null for fewer than two rows or constant x.
 * Throws a RangeError for columns of different length, a value that is not finite, or unless 0 < tau < 1.
 */
export function fitQuantileLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tau: number,
): QuantileLine | null {
  const line = fit(x, y, tau);
  return line === null ? null : { n: line.n, slope: line.slope, intercept: line.intercept };
}

/**
 * Slope of the line of the quantile at `tau` (see fitQuantileLine), in units of y per unit of x. The interval
 * holds every slope that the rank-score test does not reject (Gutenbrunner, Jurečková, Koenker and Portnoy
 * 1993, Journal of Nonparametric Statistics 2, 307–331; Koenker and Machado 1999,
 * doi:10.1080/01621459.1999.10473882): those at which the sum of rank scores is within Student's 97.5 % point
 * with n − 2 degrees of freedom times its standard error (see rankScoreError), which allows for a spread that
 * changes with x and for a quantile that is not straight. Where `clusters` are given, the error and the freedom are
 * theirs.
 * null for constant x; no interval for fewer than three rows, or for so few that no slope is rejected.
 */
export function quantileSlopeEstimate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tau: number,
  clusters?: Clusters,
): Estimate {
  return quantileSlope(x, y, tau, clusters).estimate;
}

/**
 * The estimate of `quantileSlopeEstimate` with, where there are clusters enough, what each row adds to the sum of rank
 * scores at the fitted line and the error of that sum.
 */
export function quantileSlope(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tau: number,
  clusters?: Clusters,
): { estimate: Estimate; scores: Float64Array | null; error: number | null } {
  const line = fit(x, y, tau);
  const n = x.length;
  if (line === null || n < 3) {
    const bare = estimate(line?.slope ?? null, n);
    return { estimate: clusters ? withClusters(bare, clusters, null) : bare, scores: null, error: null };
  }
  const { points, residuals, slope, tolerance, lastSlopeAbove } = line;
  const between = (critical: number, error: number): Estimate => {
    const reach = Math.max(tolerance, critical * error);
    return estimate(slope, n, lastSlopeAbove(reach), lastSlopeAbove(-reach));
  };
  const independent = between(studentCritical(n - 2), rankScoreError(points, residuals, slope)!);
  if (!clusters) return { estimate: independent, scores: null, error: null };
  const freedom = freedomOf(clusters);
  const error = rankScoreError(points, residuals, slope, clusters);
  if (freedom === null || error === null)
    return { estimate: withClusters(independent, clusters, null), scores: null, error: null };
  const { low, high } = between(studentCritical(freedom), error);
  return {
    estimate: withClusters(independent, clusters, [low, high]),
    scores: scoresAboutCentre(points, residuals, slope),
    error,
  };
}
