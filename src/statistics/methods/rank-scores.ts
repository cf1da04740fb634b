import { nthSmallest } from './nth-smallest.ts';

/** Points of the plane, and the quantile of y that is asked for, strictly between 0 and 1. */
export interface Points {
  /** Distances from their mean, which add up to zero. */
  x: Float64Array;
  y: Float64Array;
  tau: number;
}

/** Points that may lie on the line of some slope looked at, and what those that surely do not have fixed. */
interface Undecided {
  rows: Int32Array;
  /** Sum of the rank scores that these points share: that of all points less 1 for each surely above. */
  scores: number;
  /** Σ x of the points surely above. */
  above: number;
}

/** The line of a slope, and the sum of rank scores of the points around it. */
interface Probe {
  slope: number;
  intercept: number;
  sum: number;
}

/** n · tau, a whole number where only the rounding of tau keeps it from being one. */
export function countBelow(n: number, tau: number): number {
  const count = Math.round(n * tau);
  return count > 0 && count < n && Math.abs(n * tau - count) < 1e-9 ? count : n * tau;
}

/** Rounding errors of y − slope · x, as a share of |y| + |slope · x|, are smaller than this. */
export const ROUNDING = 8 * Number.EPSILON;

/** The line of a slope among the undecided points: as many scores lie above it as they have to share. */
function probe({ x, y }: Points, { rows, scores, above }: Undecided, slope: number): Probe {
  const n = rows.length;
  const residuals = new Float64Array(n);
  for (let i = 0; i < n; i++) residuals[i] = y[rows[i]!]! - slope * x[rows[i]!]!;
  const rank = n - Math.ceil(scores);
  const intercept = nthSmallest(residuals.slice(), rank);
  let sum = above;
  let over = 0;
  let sumOn = 0;
  let on = 0;
  for (let i = 0; i < n; i++) {
    if (residuals[i]! > intercept) {
      sum += x[rows[i]!]!;
      over++;
    } else if (residuals[i] === intercept) {
      sumOn += x[rows[i]!]!;
      on++;
    }
  }
  return { slope, intercept, sum: sum + (sumOn * (scores - over)) / on };
}

/**
 * The points that may still lie on the line of some slope between two probes. In between, the intercept
 * changes by no more than the extreme x allow, which keeps it in a parallelogram over the slopes; a point is
 * decided if its own intercept, y − slope · x, passes outside of it, and so outside of its four corners.
 */
function undecidedBetween(
  { x, y }: Points,
  { rows, scores, above }: Undecided,
  low: Probe,
  high: Probe,
): Undecided {
  const steepest = Math.max(Math.abs(low.slope), Math.abs(high.slope));
  let least = Infinity;
  let most = -Infinity;
  let reach = 0;
  for (const row of rows) {
    least = Math.min(least, x[row]!);
    most = Math.max(most, x[row]!);
    reach = Math.max(reach, Math.abs(y[row]!) + steepest * Math.abs(x[row]!));
  }
  const slack = ROUNDING * reach;
  const width = high.slope - low.slope;
  const rise = high.intercept - low.intercept;
  // From the lower slope the intercept cannot rise faster than along −least, nor to the higher one fall
  // faster than along −most; where both are exhausted is the upper corner, and the lower one likewise.
  const upperStep = Math.min(width, Math.max(0, (rise + width * most) / (most - least)));
  const lowerStep = width - upperStep;
  const upper = low.intercept - upperStep * least;
  const lower = low.intercept - lowerStep * most;
  const kept = new Int32Array(rows.length);
  const rest = { scores, above };
  let count = 0;
  for (const row of rows) {
    const atLow = y[row]! - low.slope * x[row]!;
    const fromLow = atLow - low.intercept;
    const fromHigh = y[row]! - high.slope * x[row]! - high.intercept;
    if (fromLow > slack && fromHigh > slack && atLow - upperStep * x[row]! > upper + slack) {
      rest.scores--;
      rest.above += x[row]!;
    } else if (fromLow >= -slack || fromHigh >= -slack || atLow - lowerStep * x[row]! >= lower - slack) {
      kept[count++] = row;
    }
  }
  return { rows: kept.subarray(0, count), ...rest };
}

/** The steps by which a search for two slopes around a root widens, and from where. */
export interface Start {
  slope: number;
  step: number;
}

/** Two slopes, the sum of rank scores above `level` at the lower one only; null where no slope is finite. */
function bracket(
  points: Points,
  all: Undecided,
  level: number,
  { slope, step }: Start,
): { low: Probe; high: Probe } | null {
  let near = probe(points, all, slope);
  const rising = near.sum > level;
  for (let reach = rising ? step : -step; ; reach *= 2) {
    if (!Number.isFinite(near.slope + reach)) return null;
    const far = probe(points, all, near.slope + reach);
    if (far.sum > level !== rising) return rising ? { low: near, high: far } : { low: far, high: near };
    near = far;
  }
}

/** The slope of points in one line, from the outermost of them; y decides between equal x, not the order. */
function slopeThrough({ x, y }: Points, rows: Int32Array): number {
  let first = rows[0]!;
  let last = first;
  for (const row of rows) {
    if ((x[row]! - x[first]! || y[row]! - y[first]!) < 0) first = row;
    if ((x[row]! - x[last]! || y[row]! - y[last]!) > 0) last = row;
  }
  return (y[last]! - y[first]!) / (x[last]! - x[first]!);
}

/**
 * Answers the largest slope below which the sum of rank scores is above a level, searched from `start`; null
 * where it never or always is.
 *
 * The regression rank score a of a point is 1 above the line of a slope, 0 below and in between on the line,
 * such that the scores of n points add up to n (1 − tau) (Gutenbrunner and Jurečková 1992, The Annals of
 * Statistics 20, 305–330). The line of a slope has the intercept of the least check loss; that loss is a
 * convex function of the slope, and Σ x a is its derivative, sign reversed: a falling step function, zero
 * where the loss is least. It steps where the line passes through two points apart in x. Bisection therefore
 * ends at two points, or at several in one line, and the slope is theirs: no tolerance of a search is left in
 * it, and the order of the points plays no part.
 */
export function rankScores(points: Points): (level: number, start: Start) => number | null {
  const { x, tau } = points;
  const n = x.length;
  const all = { rows: new Int32Array(n).map((_, row) => row), scores: n - countBelow(n, tau), above: 0 };
  // As the slope goes to either infinity, the order of the residuals becomes that of x, upwards or downwards.
  const most = probe({ x, y: x, tau }, all, 0).sum;
  const least = probe({ x, y: x, tau }, all, 2).sum;
  return (level, start) => {
    const ends = least <= level && level < most ? bracket(points, all, level, start) : null;
    if (ends === null) return null;
    let { low, high } = ends;
    let undecided: Undecided = all;
    for (;;) {
      undecided = undecidedBetween(points, undecided, low, high);
      const middle = low.slope + (high.slope - low.slope) / 2;
      if (undecided.rows.length <= 2 || middle <= low.slope || middle >= high.slope)
        return slopeThrough(points, undecided.rows);
      const between = probe(points, undecided, middle);
      if (between.sum > level) low = between;
      else high = between;
    }
  };
}
