import { standardise } from './correlation.ts';

/** A row near another. */
export interface Neighbour {
  index: number;
  /** Euclidean distance in standard deviations. */
  distance: number;
}

/**
 * The `count` rows nearest to row `of` over k columns of n rows, by Euclidean distance after each column is
 * standardised (population deviation); without the row itself, in order of distance, then of row. A constant
 * column tells no rows apart and adds nothing. Throws a RangeError for columns of different length, a value
 * that is not finite, or a row that is not there.
 */
export function nearestNeighbours(
  columns: readonly ArrayLike<number>[],
  of: number,
  count: number,
): Neighbour[] {
  const n = columns[0]?.length ?? 0;
  for (const [index, column] of columns.entries())
    if (column.length !== n)
      throw new RangeError(`column ${index} has ${column.length} rows and column 0 has ${n}.`);
  if (!(Number.isInteger(of) && of >= 0 && of < n)) throw new RangeError(`there is no row ${of} of ${n}.`);
  const standard = columns.map(standardise).filter((column) => column !== null);
  const all = Array.from({ length: n }, (_, index) => ({
    index,
    distance: Math.sqrt(standard.reduce((sum, column) => sum + (column[index]! - column[of]!) ** 2, 0)),
  }));
  return all
    .filter(({ index }) => index !== of)
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, count);
}
