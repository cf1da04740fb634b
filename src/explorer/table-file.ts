import type { Column } from '../dataset/column.ts';
import type { CsvDescription } from '../dataset/files/csvw.ts';
import { sourceUntil, takenFrom, type SourceWords } from '../dataset/files/provenance.ts';
import { apostropheNote } from '../dataset/files/spreadsheet.ts';

/** What the file of the table says of itself. */
export interface TableWords extends SourceWords {
  /** The order of the rows in words. */
  order: string;
}

/** The description of the rows of the table in a file. */
export function describeTable(words: TableWords, columns: readonly Column[]): CsvDescription {
  const { order, until, report, address } = words;
  return {
    file: 'models.csv',
    title: 'Models of the explorer',
    about: [`Models as the explorer’s table has them, ${order}.`],
    taken: takenFrom(words),
    source: sourceUntil(until),
    until,
    report,
    address,
    notes: [apostropheNote],
    columns,
  };
}
