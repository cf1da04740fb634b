import type { ColumnType } from '../dataset/column.ts';
import type { TextRow } from '../engine/reader-query.ts';
import type { ResultColumn } from '../engine/result.ts';

const types: readonly [ColumnType, RegExp][] = [
  ['integer', /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/],
  ['number', /^(BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/],
  ['boolean', /^BOOLEAN$/],
  ['date', /^DATE$/],
];

const typeOf = ({ type }: ResultColumn): ColumnType =>
  types.find(([, spelling]) => spelling.test(type))?.[0] ?? 'string';

/** Numbers that are none of the decimal ones, as the engine writes them and as CSV on the Web does. */
const special = new Map([
  ['inf', 'INF'],
  ['-inf', '-INF'],
  ['nan', 'NaN'],
  ['-nan', 'NaN'],
]);

/**
 * Writes the rows of a result so that the types of its description are true of every cell: a number in the spelling
 * of CSV on the Web. Days before the year 1, after 9999 and at infinity have none, and make their column one of texts.
 */
export function typedRows(columns: readonly ResultColumn[]) {
  const declared = columns.map(typeOf);
  const cellOf = (text: string | null, index: number): string | null => {
    if (text === null) return null;
    if (declared[index] === 'number') return special.get(text) ?? text;
    if (declared[index] === 'date' && !/^\d{4}-\d\d-\d\d$/.test(text)) declared[index] = 'string';
    return text;
  };
  return {
    written: (row: TextRow): TextRow => row.map(cellOf),
    /** The types that hold for all rows so far. */
    types: (): readonly ColumnType[] => [...declared],
  };
}
