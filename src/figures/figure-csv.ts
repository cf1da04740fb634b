import type { Row, Value } from '../engine/engine.ts';
import { harmless, looksLikeFormula } from './spreadsheet.ts';

/** What the file of a figure says of itself before its rows. */
export interface FigureWords {
  question: string;
  takeaway: string;
  /** How many models or runs stand behind the rows, as in "312 models". */
  counted: string;
  preparation: string;
  /** The filters of the slice in words; none where it keeps every model. */
  slice: readonly string[];
  /** Day of the last submission in the table. */
  until: string;
  /** Title of the report. */
  report: string;
  /** Where the figure stands, with the slice; none where the build does not know its address. */
  address: string | null;
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

/** The rows that a figure draws as CSV, all of them, after comment lines that say what they are. */
export function figureCsv(words: FigureWords, rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const guarded = rows.some((row) => names.some((name) => looksLikeFormula(row[name])));
  const comments = [
    words.question,
    words.takeaway,
    `${words.counted}; ${words.preparation.toLowerCase()}; ${words.slice.length > 0 ? words.slice.join(', ') : 'all models'}.`,
    `Source: Open LLM Leaderboard, final release, submissions until ${words.until}; table data/runs.csv of this report.`,
    [words.report, ...(words.address === null ? [] : [words.address])].join(': '),
    ...(guarded ? ['A text that a spreadsheet would take for a formula has an apostrophe before it.'] : []),
  ];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return comments.map(comment).join('') + lines.map((line) => `${line.map(cell).join(',')}\n`).join('');
}
