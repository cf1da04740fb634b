import type { Row } from '../../engine/engine.ts';
import { harmless } from '../../figures/spreadsheet.ts';
import type { TableColumn } from './table-columns.ts';

const cell = (value: unknown) => {
  const text = value === null || value === undefined ? '' : harmless(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** What the file says of itself before its rows. */
export interface FileWords {
  /** Title of the report. */
  title: string;
  /** Address of the page with the slice. */
  address: string;
  /** The slice in words. */
  slice: string;
  /** The order of the rows in words. */
  order: string;
}

/** The rows of the table as CSV, after lines of comment that say where they are from. */
export function tableFile(words: FileWords, columns: readonly TableColumn[], rows: readonly Row[]): string {
  const comment = [
    words.title,
    words.address,
    `Slice: ${words.slice}`,
    `Rows: ${rows.length} models, ${words.order}`,
    ...columns.map(({ name, meaning, unit }) => `${name}: ${meaning}${unit ? ` Unit: ${unit}.` : ''}`),
  ].map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`);
  const lines = rows.map((row) => columns.map(({ name }) => cell(row[name])).join(','));
  return [...comment, columns.map(({ name }) => name).join(','), ...lines, ''].join('\n');
}
