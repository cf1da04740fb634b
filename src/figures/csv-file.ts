import type { Row, Value } from '../engine/engine.ts';
import { provenance, type SourceWords } from './provenance.ts';
import { harmless, looksLikeFormula } from './spreadsheet.ts';

/** What a file says of itself before its rows. */
export interface FileWords {
  /** What the rows are. */
  about: readonly string[];
  source: SourceWords;
  /** What else helps to read them. */
  notes?: readonly string[];
}

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

/** Rows as CSV, with the named columns, after comment lines that say what they are and where they are from. */
export function csvFile(
  { about, source, notes = [] }: FileWords,
  names: readonly string[],
  rows: readonly Row[],
): string {
  const guarded = rows.some((row) => names.some((name) => looksLikeFormula(row[name])));
  const comments = [
    ...about,
    ...provenance(source),
    ...notes,
    ...(guarded ? ['A text that a spreadsheet would take for a formula has an apostrophe before it.'] : []),
  ];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return comments.map(comment).join('') + lines.map((line) => `${line.map(cell).join(',')}\n`).join('');
}
