/** The least-squares line of one group: its points, its slope, and the sums of squares about means and line. */
export interface GroupLine {
  n: number;
  slope: number;
  sxx: number;
  residuals: number;
}

/** Slopes of groups that borrow from each other, all in the unit of a slope. */
export interface PooledSlopes {
  /** The slope that the groups have in common: the mean of a normal distribution of slopes. */
  common: number;
  commonError: number;
  /** Standard deviation of the slopes between groups, beyond their own errors. */
  spread: number;
  /** Standard deviation of the points about the line of their group, taken alike in every group. */
  scatter: number;
  /** Degrees of freedom of the scatter. */
  freedom: number;
  groups: readonly PooledSlope[];
}

/** One group's slope: its own, and drawn towards the common one by as much as it is uncertain. */
export interface PooledSlope {
  own: number;
  ownError: number;
  shrunk: number;
  shrunkError: number;
  /** Weight of its own slope in the shrunk one, from 0 to 1. */
  weight: number;
}

/** The line of y on x from n, Σx, Σy, Σx², Σxy and Σy²; null where fewer than two sizes determine none. */
export function lineOfSums([n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0]: ArrayLike<number> &
  Iterable<number>): GroupLine | null {
  const sxx = xx - (x * x) / n;
  if (!(n >= 2) || !(sxx > 1e-9)) return null;
  const sxy = xy - (x * y) / n;
  return { n, slope: sxy / sxx, sxx, residuals: Math.max(0, yy - (y * y) / n - (sxy * sxy) / sxx) };
}

/**
 * Partial pooling of the slopes b of k groups by empirical Bayes (Morris 1983, doi:10.1080/01621459.1983.10477920):
 * the slopes are normal about a common one, each with the error s² = scatter² ÷ Sxx. A shrunk slope is
 * m + B (b − m) with B = τ² ÷ (τ² + s²); its squared error s² B + (1 − B)² ÷ Σ w, with w = 1 ÷ (τ² + s²), takes the
 * spread τ as known. τ² solves Σ w (b − m)² = k − 1 (Paule and Mandel 1982, doi:10.6028/jres.087.022), and is 0
 * where the slopes differ by less than their errors. null for fewer than two groups or no point beyond the lines.
 */
export function partialPooling(lines: readonly GroupLine[]): PooledSlopes | null {
  const freedom = lines.reduce((total, { n }) => total + n - 2, 0);
  if (lines.length < 2 || freedom < 1) return null;
  const variance = lines.reduce((total, { residuals }) => total + residuals, 0) / freedom;
  if (!(variance > 0)) return null;
  const errors = lines.map(({ sxx }) => variance / sxx);
  const between = spreadOf(lines, errors);
  const { mean, total } = weighted(lines, errors, between);
  return {
    common: mean,
    commonError: Math.sqrt(1 / total),
    spread: Math.sqrt(between),
    scatter: Math.sqrt(variance),
    freedom,
    groups: lines.map(({ slope }, j) => {
      const weight = between / (between + errors[j]!);
      return {
        own: slope,
        ownError: Math.sqrt(errors[j]!),
        shrunk: mean + weight * (slope - mean),
        shrunkError: Math.sqrt(errors[j]! * weight + (1 - weight) ** 2 / total),
        weight,
      };
    }),
  };
}

/** The mean of the slopes by weights 1 ÷ (between + s²), the weights' sum, and the two sums that the spread needs. */
function weighted(lines: readonly GroupLine[], errors: readonly number[], between: number) {
  let [total, sum] = [0, 0];
  lines.forEach(({ slope }, j) => {
    const weight = 1 / (between + errors[j]!);
    total += weight;
    sum += weight * slope;
  });
  const mean = sum / total;
  let [distance, fall] = [0, 0];
  lines.forEach(({ slope }, j) => {
    const weight = 1 / (between + errors[j]!);
    distance += weight * (slope - mean) ** 2;
    fall += (weight * (slope - mean)) ** 2;
  });
  return { mean, total, distance, fall };
}

/** τ² of Paule and Mandel. The weighted distance falls and is convex in it, so that Newton's steps from 0 only rise. */
function spreadOf(lines: readonly GroupLine[], errors: readonly number[]): number {
  let between = 0;
  for (let step = 0; step < 200; step++) {
    const { distance, fall } = weighted(lines, errors, between);
    const excess = distance - (lines.length - 1);
    if (!(excess > 0)) break;
    const next = between + excess / fall;
    if (!(next > between * (1 + 1e-13))) break;
    between = next;
  }
  return between;
}
