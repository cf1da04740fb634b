import type { Row, Value } from '../engine/engine.ts';
import { harmless, looksLikeFormula } from './spreadsheet.ts';

/** Where the rows of a file are from. */
export interface SourceWords {
  /** How many models or runs stand behind the rows, as in "312 models". */
  counted: string;
  preparation: string;
  /** The filters of the slice in words; none where it keeps every model. */
  slice: readonly string[];
  /** Day of the last submission in the table. */
  until: string;
  /** Title of the report. */
  report: string;
  /** Where the rows stand, with the slice; none where the build does not know its address. */
  address: string | null;
}

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
  const { counted, preparation, slice, until, report, address } = source;
  const guarded = rows.some((row) => names.some((name) => looksLikeFormula(row[name])));
  const comments = [
    ...about,
    `${counted}; ${preparation.toLowerCase()}; ${slice.length > 0 ? slice.join(', ') : 'all models'}.`,
    `Source: Open LLM Leaderboard, final release, submissions until ${until}; table data/runs.csv of this report.`,
    [report, ...(address === null ? [] : [address])].join(': '),
    ...notes,
    ...(guarded ? ['A text that a spreadsheet would take for a formula has an apostrophe before it.'] : []),
  ];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return comments.map(comment).join('') + lines.map((line) => `${line.map(cell).join(',')}\n`).join('');
}
