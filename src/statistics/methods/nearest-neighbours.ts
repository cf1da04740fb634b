import { standardise } from './correlation.ts';

/** A row near another. */
export interface Neighbour {
  index: number;
  /** Euclidean distance in standard deviations. */
  distance: number;
}

/**
 * Finds the `count` rows nearest to a row over k columns of n rows, by Euclidean distance after each column is
 * standardised (population deviation); without the row itself, in order of distance, then of row. A constant
 * column tells no rows apart and adds nothing. Throws a RangeError for columns of different length, a value
 * that is not finite, or a row that is not there.
 */
export function nearestAmong(
  columns: readonly ArrayLike<number>[],
): (of: number, count: number) => Neighbour[] {
  const n = columns[0]?.length ?? 0;
  for (const [index, column] of columns.entries())
    if (column.length !== n)
      throw new RangeError(`column ${index} has ${column.length} rows and column 0 has ${n}.`);
  const standard = columns.map(standardise).filter((column) => column !== null);
  return (of, count) => {
    if (!(Number.isInteger(of) && of >= 0 && of < n)) throw new RangeError(`there is no row ${of} of ${n}.`);
    const nearest: Neighbour[] = [];
    for (let index = 0; index < n; index++) {
      if (index === of) continue;
      let squares = 0;
      for (const column of standard) squares += (column[index]! - column[of]!) ** 2;
      const distance = Math.sqrt(squares);
      // Rows come in their order, so that of equal ones the earlier stays before.
      if (nearest.length >= count && !(distance < (nearest.at(-1)?.distance ?? 0))) continue;
      const place = nearest.findIndex((each) => distance < each.distance);
      nearest.splice(place < 0 ? nearest.length : place, 0, { index, distance });
      if (nearest.length > count) nearest.pop();
    }
    return nearest;
  };
}
