import type { ColumnType } from '../dataset/column.ts';
import type { CsvDescription } from '../dataset/files/csvw.ts';
import { apostropheNote } from '../dataset/files/spreadsheet.ts';
import type { ResultColumn } from '../engine/result.ts';

/** What the file of a result says of itself. */
export interface ResultWords {
  /** Title of the report. */
  report: string;
  address: string;
  slice: string;
  /** How many rows there are, in words. */
  rows: string;
  query: string;
}

const types: readonly [ColumnType, RegExp][] = [
  ['integer', /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/],
  ['number', /^(BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/],
  ['boolean', /^BOOLEAN$/],
  ['date', /^DATE$/],
];

const typeOf = ({ type }: ResultColumn): ColumnType =>
  types.find(([, spelling]) => spelling.test(type))?.[0] ?? 'string';

/** The description of a result in a file. */
export function describeResult(
  { report, address, slice, rows, query }: ResultWords,
  columns: readonly ResultColumn[],
): CsvDescription {
  return {
    file: 'query.csv',
    title: 'Result of a query',
    about: [`${rows}.`],
    taken: `Slice: ${slice}.`,
    source: 'Open LLM Leaderboard, final release; tables of this report.',
    report,
    address,
    query,
    notes: ['An empty cell is NULL; "" is a text without characters.', apostropheNote],
    columns: columns.map((column) => ({ name: column.name, type: typeOf(column) })),
  };
}
