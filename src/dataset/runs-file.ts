import { parse } from 'csv-parse/sync';
import type { Cell, Column, Run } from './column.ts';
import { recordedColumns } from './recorded.ts';
import { csvFile, readCell } from './csv.ts';

/**
 * The text of `data/runs.csv`: a header, then one line per run. Booleans are true and false, a missing value is blank.
 */
export const formatRuns = (runs: readonly Run[]): string =>
  csvFile(
    recordedColumns.map(({ name }) => name),
    runs,
  );

/**
 * The runs in the text of `data/runs.csv`, in file order.
 * @throws Error naming the run and the column of a value that is not of the column's type, or the header
 *   where its names or their order are not those of the columns.
 */
export function parseRuns(text: string): Run[] {
  const [header = [], ...records]: string[][] = parse(text);
  const names = recordedColumns.map(({ name }) => name);
  if (header.join() !== names.join()) {
    throw new Error(`runs.csv, line 1: the header is ${header.join()}; it should be ${names.join()}`);
  }
  return records.map((record, index) =>
    Object.fromEntries(
      recordedColumns.map((column, at) => [column.name, valueOf(column, record[at]!, index + 1)]),
    ),
  );
}

function valueOf({ name, type }: Column, text: string, run: number): Cell {
  const value = readCell(type, text);
  if (value !== undefined) return value;
  throw new Error(`runs.csv, run ${run}, column ${name}: ${JSON.stringify(text)} is not of type ${type}`);
}
