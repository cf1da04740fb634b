import type { Row } from '../engine/engine.ts';
import { csvFile } from '../figures/csv-file.ts';
import type { SourceWords } from '../figures/provenance.ts';
import type { Column } from '../dataset/column.ts';

/** What the file of the table says of itself before its rows. */
export interface TableWords extends SourceWords {
  /** The order of the rows in words. */
  order: string;
}

/** The rows of the table as CSV, after lines of comment that say where they are from and what the columns mean. */
export const tableFile = (
  { order, ...source }: TableWords,
  columns: readonly Column[],
  rows: readonly Row[],
): string =>
  csvFile(
    {
      about: [`Models as the explorer’s table has them, ${order}.`],
      source,
      notes: columns.map(({ name, label, unit }) => `${name}: ${label}${unit ? `, ${unit}` : ''}.`),
    },
    columns.map(({ name }) => name),
    rows,
  );
