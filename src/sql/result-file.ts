import type { CsvDescription } from '../dataset/files/csvw.ts';
import { apostropheNote } from '../dataset/files/spreadsheet.ts';
import type { Result } from './result.ts';

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

/** The description of a result in a file. */
export function describeResult(
  { report, address, slice, rows, query }: ResultWords,
  { columns, types }: Pick<Result, 'columns' | 'types'>,
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
    notes: [
      columns.length === 1
        ? 'NULL is written as "", as is a text without characters, because many programs skip an empty line.'
        : 'An empty cell is NULL; "" is a text without characters.',
      apostropheNote,
    ],
    columns: columns.map(({ name }, index) => ({ name, type: types[index]! })),
  };
}
