import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { ColumnType } from '../dataset/column.ts';
import { readCell } from '../dataset/csv.ts';
import type { Value } from './engine.ts';

/** A table of facts: its name in SQL, its CSV file, and the columns of that file in order. */
export interface NativeTable {
  name: string;
  path: string;
  columns: readonly { name: string; type: ColumnType }[];
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

const expectations: Record<ColumnType, string> = {
  integer: 'a whole number between -2147483648 and 2147483647, such as 12',
  number: 'a number with a decimal point, such as 12.5',
  string: 'text',
  boolean: 'true or false',
  date: 'a day of the calendar, such as 2024-07-31',
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
  const columns = table.columns.map(({ name, type }, index) =>
    lines.map(({ record, info }) => {
      const value = readCell(type, record[index]!);
      if (value !== undefined) return value;
      throw new Error(
        `${table.path}, line ${info.lines}, column ${name}: "${record[index]}" is not ${expectations[type]}.`,
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
