import type { Places } from './rank-interval.ts';
import type { Random } from './random.ts';
import { TAIL } from './estimate.ts';

/** Weights that add up to 1, every mixture as likely as any other: the gaps that uniform draws leave on a line. */
export function flatDirichlet(size: number, random: Random): Float64Array {
  const cuts = Float64Array.from({ length: size + 1 }, (_, i) =>
    i === 0 ? 0 : i < size ? random() : 1,
  ).sort();
  return Float64Array.from({ length: size }, (_, i) => cuts[i + 1]! - cuts[i]!);
}

/**
 * Between which places 95 % of the draws leave each of some rows, if the mean of the columns is weighted by a new
 * flat Dirichlet draw each time. A place is 1 plus the rows of all strictly above; `columns` hold one value a row.
 */
export function placesByWeights(
  columns: readonly ArrayLike<number>[],
  rows: readonly number[],
  draws: number,
  random: Random,
): Places[] {
  // No weights put a row before any of these where it is before the least of them on no column.
  const least = columns.map((column) =>
    rows.reduce((lowest, row) => Math.min(lowest, column[row]!), Infinity),
  );
  const rivals = Array.from(columns[0]!, (_, row) => row).filter((row) =>
    columns.some((column, j) => column[row]! > least[j]!),
  );
  const others = columns.map((column) => Float64Array.from(rivals, (row) => column[row]!));
  const own = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const places = rows.map(() => new Int32Array(draws));
  const scores = new Float64Array(rivals.length);
  const above = new Int32Array(rows.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    const weights = flatDirichlet(columns.length, random);
    weigh(others, weights, scores);
    const mine = weigh(own, weights, new Float64Array(rows.length));
    const bounds = mine.slice().sort();
    above.fill(0);
    for (const score of scores) if (score > bounds[0]!) above[below(bounds, score)]!++;
    for (let k = rows.length - 1; k > 0; k--) above[k]! += above[k + 1]!;
    rows.forEach((_, k) => (places[k]![draw] = 1 + above[below(bounds, mine[k]!) + 1]!));
  }
  const last = draws - 1;
  return places.map((each) => {
    each.sort();
    return { low: each[Math.floor(TAIL * last)]!, high: each[Math.ceil((1 - TAIL) * last)]! };
  });
}

/** Writes the weighted sum of the columns, row by row, into `scores`. */
function weigh(columns: readonly Float64Array[], weights: Float64Array, scores: Float64Array): Float64Array {
  scores.fill(0);
  columns.forEach((column, j) => {
    const weight = weights[j]!;
    for (let i = 0; i < scores.length; i++) scores[i]! += weight * column[i]!;
  });
  return scores;
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
