import { createHash } from 'node:crypto';
import type { Cell, Column, Run } from './column.ts';
import { recordedColumns } from './recorded.ts';

/**
 * The SHA-256, in lower-case hexadecimal, that identifies a release of the dataset by its rows and not by
 * the bytes of the file they came in.
 *
 * It is taken over this UTF-8 text: one line per run in dataset order, each ended by LF; a line is a JSON
 * array, without spaces, of the run's values in the order of `columns`, `row` first. Missing values are
 * null; booleans are true or false; whole numbers are written in decimal; a value x of a column of type
 * number is written as the whole number floor(x × 10⁶ + 0.3), computed in doubles; dates are strings like
 * "2025-03-13"; strings are escaped as ECMAScript's `JSON.stringify` escapes them.
 */
export function fingerprint(runs: readonly Run[]): string {
  const hash = createHash('sha256');
  for (const run of runs) {
    const values = recordedColumns.map((column) => canonical(column, run[column.name] ?? null));
    hash.update(`${JSON.stringify(values)}\n`, 'utf8');
  }
  return hash.digest('hex');
}

// Copies of a table that passed through text differ from each other in the last of some 15 digits. Six
// decimals are enough to tell releases apart and forget those digits. Plain rounding would not: many values
// are fractions such as 11.2171875 that lie exactly between two results, where the last digit decides.
function canonical({ type }: Column, value: Cell): Cell {
  return type === 'number' && typeof value === 'number' ? Math.floor(value * 1e6 + 0.3) : value;
}
