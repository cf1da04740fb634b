import type { ColumnType } from '../dataset/column.ts';
import { csvLine } from '../dataset/csv.ts';
import type { ResultColumn } from '../engine/result.ts';
import type { TextRow } from '../engine/reader-query.ts';
import { columnKinds, type ColumnKind } from './column-kind.ts';
import { typedRows } from './typed-rows.ts';

/** Rows of a result that the page shows; the file has all. */
export const mostShown = 10_000;

/** Where a result ends, so that it cannot fill the memory of the page. */
export const mostRows = 1_000_000;
export const mostCharacters = 20_000_000;

/** What a query answered. */
export interface Result {
  columns: readonly ResultColumn[];
  kinds: readonly ColumnKind[];
  /** What the values are in the file. */
  types: readonly ColumnType[];
  /** The first rows, no more than the page shows. */
  shown: readonly TextRow[];
  /** How many rows came. */
  count: number;
  /** Whether those are all. */
  complete: boolean;
  /** The rows that came as lines of CSV, with their header. */
  lines: Blob;
  seconds: number;
  /** Whether it is the plan of a query rather than its rows. */
  plan?: boolean;
}

/** Takes in the rows of a result as they come: the first to show, all for the file. */
export function collectResult(columns: readonly ResultColumn[]) {
  const file = typedRows(columns);
  const shown: TextRow[] = [];
  const parts: Blob[] = [new Blob([csvLine(columns.map(({ name }) => name))])];
  let count = 0;
  let characters = 0;
  let complete = true;
  return {
    /** Takes rows; answers false when it takes no more. */
    take(rows: readonly TextRow[]): boolean {
      let text = '';
      for (const row of rows) {
        const line = csvLine(file.written(row));
        // One row is always taken: what it may hold is bounded already.
        complete = count < mostRows && (count === 0 || characters + line.length <= mostCharacters);
        if (!complete) break;
        text += line;
        characters += line.length;
        count += 1;
        if (shown.length < mostShown) shown.push(row);
      }
      // A blob may lie outside the memory of the page.
      if (text !== '') parts.push(new Blob([text]));
      return complete;
    },
    /** The result, once all has come. */
    result: (seconds: number): Result => ({
      columns,
      kinds: columnKinds(columns, shown),
      types: file.types(),
      shown,
      count,
      complete,
      lines: new Blob(parts),
      seconds,
    }),
  };
}
