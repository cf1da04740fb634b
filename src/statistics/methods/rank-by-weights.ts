import type { Places } from './rank-interval.ts';
import { TAIL } from './estimate.ts';

/** The root g > 1 of gᵏ = g + 1, by Newton's method. */
function root(k: number): number {
  let g = 2;
  for (let step = 0; step < 60; step++) {
    let power = 1;
    for (let i = 1; i < k; i++) power *= g;
    g -= (power * g - g - 1) / (k * power - 1);
  }
  return g;
}

/**
 * `count` mixtures of `size` parts that add up to 1, spread evenly over all of them as a flat Dirichlet distribution is,
 * and so nearer to it than as many random ones. The cuts of a line into parts are the points of an additive recurrence
 * with the powers of 1/g as steps, gˢⁱᶻᵉ = g + 1, from `start` on; each cut serves every part once, by rotation.
 */
export function evenMixtures(size: number, count: number, start = 0.5): Float64Array[] {
  const g = root(size);
  const steps = Array.from({ length: size - 1 }, (_, i) => g ** -(i + 1));
  const mixtures: Float64Array[] = [];
  for (let point = 1; mixtures.length < count; point++) {
    const cuts = Float64Array.from([0, ...steps.map((step) => (start + step * point) % 1), 1]).sort();
    for (let turn = 0; turn < size && mixtures.length < count; turn++)
      mixtures.push(
        Float64Array.from({ length: size }, (_, i) => {
          const at = (i + turn) % size;
          return cuts[at + 1]! - cuts[at]!;
        }),
      );
  }
  return mixtures;
}

/**
 * Between which places 95 % of some mixtures leave each of some rows, if the mean of the columns is weighted by one
 * mixture after the other. A place is 1 plus the rows of all strictly above; `columns` hold one value a row.
 */
export function placesByWeights(
  columns: readonly ArrayLike<number>[],
  rows: readonly number[],
  mixtures: readonly Float64Array[],
): Places[] {
  // No weights put a row before any of these where it is before the least of them on no column.
  const least = columns.map((column) =>
    rows.reduce((lowest, row) => Math.min(lowest, column[row]!), Infinity),
  );
  const rivals = Array.from(columns[0]!, (_, row) => row).filter((row) =>
    columns.some((column, j) => column[row]! > least[j]!),
  );
  const groups = alike(columns, rivals);
  const starts = Int32Array.from(groups, (group) => group.length);
  for (let g = 0, start = 0; g < starts.length; g++) [starts[g], start] = [start, start + starts[g]!];
  const others = tableOf(columns, groups.flat());
  const scores = new Float64Array(rivals.length);
  const bests = Float64Array.from(
    groups.flatMap((group) => columns.map((column) => Math.max(...group.map((row) => column[row]!)))),
  );
  const most = new Float64Array(groups.length);
  const own = tableOf(columns, rows);
  const places = rows.map(() => new Int32Array(mixtures.length));
  const mine = new Float64Array(rows.length);
  const above = new Int32Array(rows.length + 1);
  mixtures.forEach((weights, draw) => {
    weigh(own, weights, mine, 0, rows.length);
    const bounds = mine.slice().sort();
    const lowest = bounds[0]!;
    above.fill(0);
    // Added up in the same order, so that rounding lifts no row of a group over its best.
    weigh(bests, weights, most, 0, groups.length);
    for (let g = 0; g < groups.length; g++) {
      if (!(most[g]! > lowest)) continue;
      const [from, to] = [starts[g]!, starts[g + 1] ?? scores.length];
      weigh(others, weights, scores, from, to);
      for (let i = from; i < to; i++) if (scores[i]! > lowest) above[below(bounds, scores[i]!)]!++;
    }
    for (let k = rows.length - 1; k > 0; k--) above[k]! += above[k + 1]!;
    rows.forEach((_, k) => (places[k]![draw] = 1 + above[below(bounds, mine[k]!) + 1]!));
  });
  const last = mixtures.length - 1;
  return places.map((each) => {
    each.sort();
    return { low: each[Math.floor(TAIL * last)]!, high: each[Math.ceil((1 - TAIL) * last)]! };
  });
}

/** Rows in a group: of so few that lie together most groups are passed over at once. */
const together = 16;

/** Rows in groups of rows with much the same values: halved at the middle of their widest column until they are few. */
function alike(columns: readonly ArrayLike<number>[], rows: readonly number[]): (readonly number[])[] {
  if (rows.length === 0) return [];
  if (rows.length <= together) return [rows];
  let [widest, width] = [columns[0]!, -1];
  for (const column of columns) {
    let [low, high] = [Infinity, -Infinity];
    for (const row of rows) {
      if (column[row]! < low) low = column[row]!;
      if (column[row]! > high) high = column[row]!;
    }
    if (high - low > width) [widest, width] = [column, high - low];
  }
  const sorted = rows.toSorted((a, b) => widest[a]! - widest[b]!);
  const half = sorted.length >> 1;
  return [...alike(columns, sorted.slice(0, half)), ...alike(columns, sorted.slice(half))];
}

/** The values of some rows of the columns, row by row. */
const tableOf = (columns: readonly ArrayLike<number>[], rows: readonly number[]) =>
  Float64Array.from(rows.flatMap((row) => columns.map((column) => column[row]!)));

/** Writes the weighted sums of the rows of a table from one on to another into `scores`. */
function weigh(
  table: Float64Array,
  weights: Float64Array,
  scores: Float64Array,
  from: number,
  to: number,
): void {
  const size = weights.length;
  for (let i = from, at = from * size; i < to; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += weights[j]! * table[at++]!;
    scores[i] = sum;
  }
}

/** How many of the sorted bounds are strictly below a value. */
function below(bounds: Float64Array, value: number): number {
  let [from, to] = [0, bounds.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bounds[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
