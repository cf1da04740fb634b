import type { Cell } from './column.ts';
import { harmless } from './files/spreadsheet.ts';

function written(value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return text === '' || /[",\r\n]|^[#\s]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A line of a CSV file as RFC 4180 has it, ended by LF. Blank for a missing value, `""` for a text without
 * characters, the fewest digits that read back to the same double; a text that a spreadsheet would take for a
 * formula gets an apostrophe, because names are strangers' text.
 */
export const csvLine = (cells: readonly (Cell | undefined)[]): string => `${cells.map(written).join(',')}\n`;

/** Rows as a CSV file: the names of the columns in line 1, then a line a row. */
export const csvFile = (names: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string =>
  csvLine(names) + rows.map((row) => csvLine(names.map((name) => row[name]))).join('');
