import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { sortedQuantile } from './quantile.ts';

export interface RunningQuantileOptions {
  /** Number of nearest points in a window; all of them where the data hold fewer. */
  k: number;
  /** Grid points whose window holds fewer values are left out. */
  minimum: number;
  /**
   * What happens to points as far from the grid point as the farthest one taken, when not all fit: `order`
   * takes those that come first by x, then by row; `all` takes them all, so that a window may exceed k but
   * never depends on the order of rows. `order` unless told.
   */
  ties?: 'order' | 'all';
}

/** Quantiles of y at .1, .5 and .9 over the n points nearest to x. */
export interface RunningQuantile {
  x: number;
  low: number;
  mid: number;
  high: number;
  n: number;
}

/** First position in ascending `sorted` whose value is not below `target`. */
function lowerBound(sorted: Float64Array, target: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Half-open range of the positions in ascending `sorted` nearest to `target`. */
function nearestRange(
  sorted: Float64Array,
  target: number,
  k: number,
  ties: 'order' | 'all',
): [start: number, end: number] {
  const distance = (i: number): number =>
    i < 0 || i >= sorted.length ? Infinity : Math.abs(sorted[i]! - target);
  const size = Math.min(k, sorted.length);
  let start = lowerBound(sorted, target);
  let end = start;
  while (end - start < size) {
    if (distance(start - 1) <= distance(end)) start--;
    else end++;
  }
  if (ties === 'all' && end > start) {
    const reach = Math.max(distance(start), distance(end - 1));
    while (start > 0 && distance(start - 1) <= reach) start--;
    while (end < sorted.length && distance(end) <= reach) end++;
  }
  return [start, end];
}

/**
 * The y of a window. Where the window takes only some of the points tied at its left edge, these are the
 * earliest rows of the tie, although the later ones stand nearer to the window in sorted order.
 */
function windowValues(x: Float64Array, y: Float64Array, start: number, end: number): Float64Array {
  const values = y.slice(start, end);
  const tieStart = lowerBound(x, x[start]!);
  for (let i = start; i < end && x[i] === x[start]; i++) values[i - start] = y[tieStart + i - start]!;
  return values;
}

/**
 * Running 10 %, 50 % and 90 % quantiles (type 7) of y over the k points nearest in x to each grid point, in
 * the order of the grid. Near an end of the data the window is one-sided, since it always holds k points; a
 * grid point outside the range of x is left out, because there is nothing to smooth there. Throws a
 * RangeError for columns of different length, a value that is not finite, or unless k and minimum are whole
 * numbers of at least 1.
 */
export function runningQuantiles(
  xColumn: ArrayLike<number>,
  yColumn: ArrayLike<number>,
  grid: ArrayLike<number>,
  { k, minimum, ties = 'order' }: RunningQuantileOptions,
): RunningQuantile[] {
  requireSameLength('x', xColumn, 'y', yColumn);
  for (const [name, count] of [
    ['k', k],
    ['minimum', minimum],
  ] as const) {
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError(`${name} is ${count}; expected a whole number of at least 1.`);
    }
  }
  const xs = finiteNumbers('x', xColumn);
  const ys = finiteNumbers('y', yColumn);
  const order = Uint32Array.from(xs.keys()).sort((a, b) => xs[a]! - xs[b]! || a - b);
  const x = Float64Array.from(order, (row) => xs[row]!);
  const y = Float64Array.from(order, (row) => ys[row]!);
  const points: RunningQuantile[] = [];
  for (const at of finiteNumbers('grid', grid)) {
    if (x.length === 0 || at < x[0]! || at > x[x.length - 1]!) continue;
    const [start, end] = nearestRange(x, at, k, ties);
    if (end - start < minimum) continue;
    const window = windowValues(x, y, start, end).sort();
    const quantile = (p: number): number => sortedQuantile(window, p)!;
    points.push({ x: at, low: quantile(0.1), mid: quantile(0.5), high: quantile(0.9), n: end - start });
  }
  return points;
}
