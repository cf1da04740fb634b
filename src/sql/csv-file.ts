import { harmless } from '../figures/spreadsheet.ts';
import type { TextRow } from '../engine/reader-query.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function cell(text: string | null): string {
  if (text === null) return '';
  const value = harmless(text);
  return value === '' || /[",\r\n]|^#/.test(value) ? quoted(value) : value;
}

/** Rows as lines of CSV. NULL is an empty cell and a text without characters is `""`. */
export const csvLines = (rows: readonly TextRow[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

/** What a downloaded result says of itself. */
export interface FileWords {
  title: string;
  source: string;
  address: string;
  slice: string;
  rows: string;
  query: string;
}

/** Lines of comment that stand before a result, the query among them line by line. */
export function csvHeader({ title, source, address, slice, rows, query }: FileWords): string {
  const lines = [
    title,
    `Source: ${source}`,
    `Link: ${address}`,
    `Slice: ${slice}`,
    `Rows: ${rows}`,
    'An empty cell is NULL; "" is a text without characters. A text that a spreadsheet would take for a formula has an apostrophe before it.',
    'Query:',
    ...query.split(/\r\n|\r|\n/).map((line) => `  ${line}`),
  ];
  return lines.map((line) => `# ${line}`.trimEnd() + '\n').join('');
}
