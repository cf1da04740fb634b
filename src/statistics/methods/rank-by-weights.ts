import type { Places } from './rank-interval.ts';
import { TAIL } from './estimate.ts';
import { stepwise, type Stepwise } from './stepwise.ts';

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

const atATime = 64;

/**
 * Between which places 95 % of some mixtures leave each of some rows, if the mean of the columns is weighted by one
 * mixture after the other, in steps of a few mixtures. A place is 1 plus the rows of all strictly above; `columns` hold one value a row.
 */
export const placesByWeights = (
  columns: readonly ArrayLike<number>[],
  rows: readonly number[],
  mixtures: readonly Float64Array[],
): Stepwise<Places[]> => stepwise(countPlaces(columns, rows, mixtures));

function* countPlaces(
  columns: readonly ArrayLike<number>[],
  rows: readonly number[],
  mixtures: readonly Float64Array[],
): Generator<void, Places[]> {
  // No weights put a row before any of these where it is before the least of them on no column.
  const least = columns.map((column) =>
    rows.reduce((lowest, row) => Math.min(lowest, column[row]!), Infinity),
  );
  const rivals = Array.from(columns[0]!, (_, row) => row).filter((row) =>
    columns.some((column, j) => column[row]! > least[j]!),
  );
  const groups = alike(columns, rivals);
  const starts = new Int32Array(groups.length + 1);
  groups.forEach((group, g) => (starts[g + 1] = starts[g]! + group.length));
  const others = tableOf(columns, groups.flat());
  const scores = new Float64Array(rivals.length);
  const bests = tableOf(
    columns.map((column) => groups.map((group) => Math.max(...group.map((row) => column[row]!)))),
    [...groups.keys()],
  );
  const most = new Float64Array(groups.length);
  const own = tableOf(columns, rows);
  const mine = new Float64Array(rows.length);
  // How often each row had each place, counted from none above it.
  const often = rows.map(() => new Int32Array(rivals.length + 1));
  // Counted for many mixtures at a time, because the counts of all rows together are no longer near at hand.
  const places = new Int32Array(rows.length * atATime);
  const shelves = createShelves(rivals.length, Math.max(64, rows.length >> 2));
  const place = (weights: Float64Array, at: number) => {
    weigh(own, weights, mine, 0, rows.length);
    let [lowest, highest] = [Infinity, -Infinity];
    for (const value of mine) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    shelves.clear(lowest, highest);
    // Added up in the same order, so that rounding lifts no row of a group over its best.
    weigh(bests, weights, most, 0, groups.length);
    for (let g = 0; g < groups.length; g++) {
      if (!(most[g]! > lowest)) continue;
      const from = starts[g]!;
      const to = starts[g + 1]!;
      weigh(others, weights, scores, from, to);
      for (let i = from; i < to; i++) if (scores[i]! > lowest) shelves.put(scores[i]!);
    }
    shelves.close();
    for (let k = 0; k < rows.length; k++) places[k * atATime + at] = shelves.above(mine[k]!);
  };
  for (let from = 0; from < mixtures.length; from += atATime) {
    const batch = mixtures.slice(from, from + atATime);
    batch.forEach(place);
    for (let k = 0; k < rows.length; k++)
      for (let at = 0; at < batch.length; at++) often[k]![places[k * atATime + at]!]!++;
    yield;
  }
  const last = mixtures.length - 1;
  return often.map((counts) => ({
    low: 1 + nthOf(counts, Math.floor(TAIL * last)),
    high: 1 + nthOf(counts, Math.ceil((1 - TAIL) * last)),
  }));
}

/** The value at a position, from 0, of the sorted values of which it is known how often each is there. */
function nthOf(counts: Int32Array, position: number): number {
  let value = 0;
  for (let before = counts[0]!; before <= position; before += counts[value]!) value++;
  return value;
}

/**
 * At most so many values on so many shelves, each of which holds those of one stretch, so that how many lie above a value is counted without
 * sorting any: those on higher shelves, and those on its own that are.
 */
function createShelves(most: number, shelfCount: number) {
  const values = new Float64Array(most);
  const next = new Int32Array(most);
  // One more for what lies above the highest stretch.
  const first = new Int32Array(shelfCount + 1);
  const higher = new Int32Array(shelfCount + 2);
  let [count, low, scale] = [0, 0, 0];
  const shelfOf = (value: number) => {
    const at = (value - low) * scale;
    return at < shelfCount ? at | 0 : shelfCount;
  };
  return {
    /** Takes everything off, for values from `from` on; those above `to` need not be told apart. */
    clear(from: number, to: number): void {
      count = 0;
      low = from;
      scale = to > from ? shelfCount / (to - from) : 0;
      first.fill(-1);
      higher.fill(0);
    },
    put(value: number): void {
      const shelf = shelfOf(value);
      values[count] = value;
      next[count] = first[shelf]!;
      first[shelf] = count++;
      higher[shelf]!++;
    },
    /** After the last value was put. */
    close(): void {
      for (let shelf = shelfCount; shelf >= 0; shelf--) higher[shelf]! += higher[shelf + 1]!;
    },
    /** How many values are strictly above this one. */
    above(value: number): number {
      const shelf = shelfOf(value);
      let found = higher[shelf + 1]!;
      for (let i = first[shelf]!; i >= 0; i = next[i]!) if (values[i]! > value) found++;
      return found;
    },
  };
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

/** Columns of a table: as many are added up without a loop, which takes half the time. */
const width = 6;

/** The values of some rows of the columns, row by row, with zeros for the columns that there are not. */
function tableOf(columns: readonly ArrayLike<number>[], rows: readonly number[]): Float64Array {
  const table = new Float64Array(rows.length * width);
  columns.forEach((column, j) => rows.forEach((row, i) => (table[i * width + j] = column[row]!)));
  return table;
}

/** Writes the weighted sums of the rows of a table from one on to another into `scores`. */
function weigh(
  table: Float64Array,
  weights: Float64Array,
  scores: Float64Array,
  from: number,
  to: number,
): void {
  const a = weights[0] ?? 0;
  const b = weights[1] ?? 0;
  const c = weights[2] ?? 0;
  const d = weights[3] ?? 0;
  const e = weights[4] ?? 0;
  const f = weights[5] ?? 0;
  for (let i = from, at = from * width; i < to; i++, at += width)
    scores[i] =
      a * table[at]! +
      b * table[at + 1]! +
      c * table[at + 2]! +
      d * table[at + 3]! +
      e * table[at + 4]! +
      f * table[at + 5]!;
}
