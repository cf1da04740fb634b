import type { Clusters } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate, TAIL } from './estimate.ts';
import {
  clusteredReach,
  jackknifeError,
  rowJackknifeError,
  shiftsOf,
  withClusters,
  type OfSums,
} from './jackknife.ts';
import { arithmeticMean, centred, deviationsFrom, dot, isConstant } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { normalQuantile } from './normal.ts';
import { telling, type Shifts } from './shifts.ts';
import { studentCritical } from './student.ts';
import { sumOver } from './sum.ts';
import { once } from './once.ts';

/** Standard errors of the two coefficients, in their units. */
export interface CoefficientErrors {
  slope: number;
  intercept: number;
}

/** Least-squares line y = intercept + slope · x. */
export interface LinearFit {
  n: number;
  slope: number;
  intercept: number;
  /** Share of the variance of y explained; null when y is constant. */
  r2: number | null;
  /** √(SSE / (n − 2)) in the unit of y; null for n = 2. Computed when it is asked for, as are the errors. */
  readonly residualSd: number | null;
  /** Errors under equal variances; null for n = 2. */
  readonly classical: CoefficientErrors | null;
  /** Errors consistent under unequal variances; null for n = 2 and where one row alone fixes the line. */
  readonly hc3: CoefficientErrors | null;
}

/** A leverage this near to 1 means that leaving the row out leaves all other x equal. */
const FULL_LEVERAGE = 1 - 1e-12;

/** HC3 errors from centred x: the residuals divided by 1 − leverage, in the sandwich with (X′X)⁻¹. */
function hc3Errors(
  deviations: Float64Array,
  residuals: Float64Array,
  sxx: number,
  meanX: number,
): CoefficientErrors | null {
  const n = residuals.length;
  const leverages = deviations.map((d) => 1 / n + (d * d) / sxx);
  if (n < 3 || leverages.some((leverage) => leverage >= FULL_LEVERAGE)) return null;
  const inflated = residuals.map((e, i) => e / (1 - leverages[i]!));
  const slope = Math.sqrt(sumOver(n, (i) => (deviations[i]! * inflated[i]!) ** 2)) / sxx;
  const intercept = Math.sqrt(
    sumOver(n, (i) => ((1 / n - (meanX * deviations[i]!) / sxx) * inflated[i]!) ** 2),
  );
  return { slope, intercept };
}

/**
 * Ordinary least squares of y on x with an intercept, with classical standard errors and those of HC3
 * (MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7). x is centred first, so a large mean of x
 * costs no digits. null for fewer than two rows or constant x, where no line is determined. Throws a
 * RangeError for columns of different length or a value that is not finite.
 */
export function fitLine(xColumn: ArrayLike<number>, yColumn: ArrayLike<number>): LinearFit | null {
  requireSameLength('x', xColumn, 'y', yColumn);
  const x = finiteNumbers('x', xColumn);
  const y = finiteNumbers('y', yColumn);
  const n = x.length;
  const meanX = arithmeticMean(x);
  const meanY = arithmeticMean(y);
  if (meanX === null || meanY === null || isConstant(x)) return null;
  const dx = deviationsFrom(meanX, x);
  const dy = deviationsFrom(meanY, y);
  const sxx = dot(dx, dx);
  const syy = dot(dy, dy);
  const sxy = dot(dx, dy);
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  // Squares of extreme values leave the range of doubles; no coefficient is better than an infinite one.
  if (!Number.isFinite(slope) || !Number.isFinite(intercept)) return null;
  // Most who ask for a line use neither its residuals nor the errors that they give.
  const residuals = once(() => dy.map((d, i) => d - slope * dx[i]!));
  const residualSd = once(() => (n < 3 ? null : Math.sqrt(dot(residuals(), residuals()) / (n - 2))));
  const hc3 = once(() => hc3Errors(dx, residuals(), sxx, meanX));
  return {
    n,
    slope,
    intercept,
    r2: syy === 0 ? null : Math.min(1, (sxy / sxx) * (sxy / syy)),
    get residualSd() {
      return residualSd();
    },
    get classical() {
      const sd = residualSd();
      if (sd === null) return null;
      return { slope: sd / Math.sqrt(sxx), intercept: sd * Math.sqrt(1 / n + (meanX * meanX) / sxx) };
    },
    get hc3() {
      return hc3();
    },
  };
}

/** What each row adds to the sums that a line and a correlation are computed from. */
function lineTerms(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array[] {
  return deviationTerms(centred(x), centred(y));
}

/** As `lineTerms`, of columns whose means are taken off. */
function deviationTerms(dx: Float64Array, dy: Float64Array): Float64Array[] {
  const n = dx.length;
  const [xx, xy, yy] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    xx[i] = dx[i]! * dx[i]!;
    xy[i] = dx[i]! * dy[i]!;
    yy[i] = dy[i]! * dy[i]!;
  }
  return [new Float64Array(n).fill(1), dx, dy, xx, xy, yy];
}

/** A sum of products about the means, from sums of 1, of both factors and of their product. */
const aboutMeans = (n: number, first: number, second: number, product: number): number =>
  product - (first * second) / n;

const slopeOf: OfSums = (sums) => {
  const [n, x, y] = [sums[0]!, sums[1]!, sums[2]!];
  const sxx = aboutMeans(n, x, x, sums[3]!);
  const sxy = aboutMeans(n, x, y, sums[4]!);
  return sxx > 0 ? sxy / sxx : NaN;
};

/** Fisher's z of the correlation. */
const zOf: OfSums = (sums) => {
  const [n, x, y] = [sums[0]!, sums[1]!, sums[2]!];
  const sxx = aboutMeans(n, x, x, sums[3]!);
  const sxy = aboutMeans(n, x, y, sums[4]!);
  const syy = aboutMeans(n, y, y, sums[5]!);
  return sxx > 0 && syy > 0 ? Math.atanh(sxy / Math.sqrt(sxx * syy)) : NaN;
};

/**
 * Slope of y on x, in units of y per unit of x, with the HC3 interval: Student with n − 2 degrees of freedom; where
 * `clusters` are given that of their jackknife. null for constant x; no interval for fewer than three rows or where
 * one row or cluster alone fixes the line.
 */
export function slopeEstimate(x: ArrayLike<number>, y: ArrayLike<number>, clusters?: Clusters): Estimate {
  const fit = fitLine(x, y);
  const halfWidth = fit?.hc3 ? studentCritical(fit.n - 2) * fit.hc3.slope : null;
  const independent = symmetricEstimate(fit?.slope ?? null, x.length, halfWidth);
  if (!clusters) return independent;
  const reach = fit && clusteredReach(clusters, jackknifeError(clusters, lineTerms(x, y), slopeOf));
  const clustered = withClusters(
    independent,
    clusters,
    fit && reach !== null ? [fit.slope - reach, fit.slope + reach] : null,
  );
  return telling(clustered, clusters.rows, () => shiftsOf(lineTerms(x, y), slopeOf));
}

/**
 * The interval of a squared correlation from that of a correlation at Fisher's z: where it includes zero, low is 0
 * and high the larger square.
 */
export function squaredInterval(r: number, reach: number | null): [low: number, high: number] | null {
  const z = Math.atanh(Math.abs(r));
  if (reach === null || !Number.isFinite(z)) return null;
  const low = Math.tanh(z - reach);
  return [low <= 0 ? 0 : low * low, Math.tanh(z + reach) ** 2];
}

/**
 * Share of the variance of y that a line on x explains, 0 to 1, with the interval of the correlation on the scale of
 * Fisher's z, squared. The error of z is that of the jackknife, over rows or where `clusters` are given over them:
 * Fisher's 1 / √(n − 3) holds for a bivariate normal alone. null when x or y is constant; no interval for fewer than
 * four rows or a perfect line.
 */
export function r2Estimate(x: ArrayLike<number>, y: ArrayLike<number>, clusters?: Clusters): Estimate {
  const r2 = fitLine(x, y)?.r2 ?? null;
  const n = x.length;
  if (r2 === null || n < 4) return clusters ? withClusters(estimate(r2, n), clusters, null) : estimate(r2, n);
  const terms = lineTerms(x, y);
  const error = rowJackknifeError(terms, zOf);
  const bounds = squaredInterval(Math.sqrt(r2), error && normalQuantile(1 - TAIL) * error);
  const independent = bounds === null ? estimate(r2, n) : estimate(r2, n, ...bounds);
  if (!clusters) return independent;
  const reach = clusteredReach(clusters, jackknifeError(clusters, terms, zOf));
  const clustered = withClusters(independent, clusters, squaredInterval(Math.sqrt(r2), reach));
  return telling(clustered, clusters.rows, () => shiftsOf(terms, (sums) => Math.tanh(zOf(sums)) ** 2));
}

/** Jackknife error of the correlation of two columns on the scale of Fisher's z, from their deviations, over clusters. */
export function correlationError(x: Float64Array, y: Float64Array, clusters: Clusters): number | null {
  return jackknifeError(clusters, deviationTerms(x, y), zOf);
}

/** How far leaving out groups of rows moves the correlation of two columns, from their deviations. */
export const correlationShifts = (x: Float64Array, y: Float64Array): Shifts =>
  shiftsOf(deviationTerms(x, y), (sums) => Math.tanh(zOf(sums)));
