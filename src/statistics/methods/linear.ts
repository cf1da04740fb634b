import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { fisherInterval } from './fisher.ts';
import { arithmeticMean, centred, dot, isConstant } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { studentCritical } from './student.ts';
import { sumOver } from './sum.ts';

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
  /** √(SSE / (n − 2)) in the unit of y; null for n = 2. */
  residualSd: number | null;
  /** Errors under equal variances; null for n = 2. */
  classical: CoefficientErrors | null;
  /** Errors consistent under unequal variances; null for n = 2 and where one row alone fixes the line. */
  hc3: CoefficientErrors | null;
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
  const dx = centred(x);
  const dy = centred(y);
  const sxx = dot(dx, dx);
  const syy = dot(dy, dy);
  const sxy = dot(dx, dy);
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  // Squares of extreme values leave the range of doubles; no coefficient is better than an infinite one.
  if (!Number.isFinite(slope) || !Number.isFinite(intercept)) return null;
  const residuals = dy.map((d, i) => d - slope * dx[i]!);
  const residualSd = n < 3 ? null : Math.sqrt(dot(residuals, residuals) / (n - 2));
  const r2 = syy === 0 ? null : Math.min(1, (sxy / sxx) * (sxy / syy));
  const classical =
    residualSd === null
      ? null
      : {
          slope: residualSd / Math.sqrt(sxx),
          intercept: residualSd * Math.sqrt(1 / n + (meanX * meanX) / sxx),
        };
  return { n, slope, intercept, r2, residualSd, classical, hc3: hc3Errors(dx, residuals, sxx, meanX) };
}

/**
 * Slope of y on x, in units of y per unit of x, with the HC3 interval: Student with n − 2 degrees of freedom.
 * null for constant x; no interval for fewer than three rows or where one row alone fixes the line.
 */
export function slopeEstimate(x: ArrayLike<number>, y: ArrayLike<number>): Estimate {
  const fit = fitLine(x, y);
  if (fit === null) return estimate(null, x.length);
  const halfWidth = fit.hc3 === null ? null : studentCritical(fit.n - 2) * fit.hc3.slope;
  return symmetricEstimate(fit.slope, fit.n, halfWidth);
}

/**
 * Share of the variance of y that a line on x explains, 0 to 1, with the interval of the correlation by
 * Fisher's z (standard error 1 / √(n − 3)) squared. Where that interval includes a correlation of zero, low
 * is 0 and high the larger square. Derived for a bivariate normal; elsewhere an approximation. null when x or
 * y is constant; no interval for fewer than four rows or a perfect line.
 */
export function r2Estimate(x: ArrayLike<number>, y: ArrayLike<number>): Estimate {
  const r2 = fitLine(x, y)?.r2 ?? null;
  const n = x.length;
  if (r2 === null || n < 4) return estimate(r2, n);
  const interval = fisherInterval(Math.sqrt(r2), 1 / Math.sqrt(n - 3));
  if (interval === null) return estimate(r2, n);
  // The root taken above is never negative, so the upper end is always the larger square.
  const [low, high] = interval;
  return estimate(r2, n, low <= 0 ? 0 : low * low, high * high);
}
