import type { Cell, ColumnType } from './column.ts';
import { isInteger } from './constraints.ts';
import { isDay } from './day.ts';
import { asGiven, harmless } from './files/spreadsheet.ts';

function written(value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return text === '' || /[",\r\n]|^[#\s]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A line of a CSV file as RFC 4180 has it, ended by LF. Blank for a missing value, `""` for a text without
 * characters and for a missing value that is alone in its line, the fewest digits that read back to the same double;
 * a text that a spreadsheet would take for a formula gets an apostrophe, because names are strangers' text.
 */
export function csvLine(cells: readonly (Cell | undefined)[]): string {
  const line = cells.map(written).join(',');
  // Many readers skip an empty line, and a row with it.
  return line === '' ? '""\n' : `${line}\n`;
}

/** Rows as a CSV file: the names of the columns in line 1, then a line a row. */
export const csvFile = (names: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string =>
  csvLine(names) + rows.map((row) => csvLine(names.map((name) => row[name]))).join('');

const wholeNumber = /^-?\d+$/;
const decimalNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The value that the text of a cell has in a column of a type: null for a blank one, undefined for one of another form. */
export function readCell(type: ColumnType, text: string): Cell | undefined {
  if (text === '') return null;
  if (type === 'string') return asGiven(text);
  if (type === 'date') return isDay(text) ? text : undefined;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  const number = Number(text);
  if (type === 'integer') return wholeNumber.test(text) && isInteger(number) ? number : undefined;
  return decimalNumber.test(text) && Number.isFinite(number) ? number : undefined;
}
