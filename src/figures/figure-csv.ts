import type { Row, Value } from '../engine/engine.ts';
import { provenance, type FigureWords } from './figure-words.ts';
import { harmless, looksLikeFormula } from './spreadsheet.ts';

const formulaInLine = /([,;\t]\s*"?\s*)(?=[=+\-@＝＋－＠])/g;

/**
 * A cell of a table that people open in spreadsheets. A text that begins like a formula gets an apostrophe
 * before it, because the names are strangers' text; numbers stay as they are. Blank for a missing value.
 */
function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return /[",\r\n]|^[#\s]|\s$/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}

// A spreadsheet splits a comment at its commas like any other line.
const comment = (line: string) =>
  `# ${line.replaceAll(/[\t\v\f\r\n\u2028\u2029]+/g, ' ').replaceAll(formulaInLine, "$1'")}\n`;

/** The rows that a figure draws as CSV, all of them, after comment lines that say what they are. */
export function figureCsv(words: FigureWords, rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const guarded = rows.some((row) => names.some((name) => looksLikeFormula(row[name])));
  const comments = [
    words.question,
    words.takeaway,
    ...provenance(words),
    ...(guarded ? ['A text that a spreadsheet would take for a formula has an apostrophe before it.'] : []),
  ];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return comments.map(comment).join('') + lines.map((line) => `${line.map(cell).join(',')}\n`).join('');
}
