import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isDay } from '../dataset/day.ts';
import { asGiven } from '../dataset/files/spreadsheet.ts';
import type { Value } from './engine.ts';

export type SqlType = 'INTEGER' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN' | 'DATE';

/** A table of facts: its name in SQL, its CSV file, and the columns of that file in order. */
export interface NativeTable {
  name: string;
  path: string;
  columns: readonly { name: string; sqlType: SqlType }[];
}

/** The values of a table, column by column in the order of its definition; a blank cell is null, a day is text. */
export interface TableData {
  columns: Value[][];
  rowCount: number;
}

interface Line {
  record: string[];
  info: { lines: number };
}

const expectations: Record<SqlType, string> = {
  INTEGER: 'a whole number between -2147483648 and 2147483647, such as 12',
  DOUBLE: 'a number with a decimal point, such as 12.5',
  VARCHAR: 'text',
  BOOLEAN: 'true or false',
  DATE: 'a day of the calendar, such as 2024-07-31',
};

/**
 * Reads the CSV file of a table, in file order: UTF-8, comma-separated, with a header that names exactly the
 * table's columns. Nothing is guessed: every cell must have the form of its column's type. Throws an Error
 * that names the file, the line, the column, and what would be right.
 */
export async function readTable(table: NativeTable): Promise<TableData> {
  const text = await readFile(table.path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${table.path}: the file of table ${table.name} cannot be read.`, { cause });
  });
  const [header, ...lines] = parseLines(table.path, text);
  checkHeader(table, header?.record ?? []);
  const columns = table.columns.map(({ name, sqlType }, index) =>
    lines.map(({ record, info }) => {
      const value = parseCell(record[index]!, sqlType);
      if (value !== undefined) return value;
      throw new Error(
        `${table.path}, line ${info.lines}, column ${name}: "${record[index]}" is not ${expectations[sqlType]}.`,
      );
    }),
  );
  return { columns, rowCount: lines.length };
}

function parseLines(path: string, text: string): Line[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as Line[];
  } catch (cause) {
    throw new Error(`${path}: this is not the CSV we write. ${(cause as Error).message}.`, { cause });
  }
}

function checkHeader(table: NativeTable, header: string[]): void {
  const expected = table.columns.map(({ name }) => name);
  if (header.join() === expected.join()) return;
  const at = expected.findIndex((name, index) => header[index] !== name);
  const difference =
    at === -1
      ? `it has ${header.length - expected.length} more columns than the table, from "${header[expected.length]}" on`
      : `column ${at + 1} should be "${expected[at]}" and is ${at < header.length ? `"${header[at]}"` : 'missing'}`;
  throw new Error(`${table.path}, line 1: the header does not fit table ${table.name}: ${difference}.`);
}

/** The value of a cell, null for a blank one, undefined for one that does not have the form of its type. */
function parseCell(cell: string, type: SqlType): Value | undefined {
  if (cell === '') return null;
  if (type === 'VARCHAR') return asGiven(cell);
  if (type === 'DATE') return isDay(cell) ? cell : undefined;
  if (type === 'BOOLEAN') return cell === 'true' ? true : cell === 'false' ? false : undefined;
  const number = Number(cell);
  if (type === 'INTEGER') return /^-?\d+$/.test(cell) && number === (number | 0) ? number : undefined;
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell) && Number.isFinite(number) ? number : undefined;
}
