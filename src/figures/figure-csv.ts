import type { Row } from '../engine/engine.ts';
import { csvFile, type SourceWords } from './csv-file.ts';

/** What the file of a figure says of itself before its rows. */
export interface FigureWords extends SourceWords {
  question: string;
  takeaway: string;
}

/** The rows that a figure draws as CSV, all of them, after comment lines that say what they are. */
export const figureCsv = ({ question, takeaway, ...source }: FigureWords, rows: readonly Row[]): string =>
  csvFile({ about: [question, takeaway], source }, Object.keys(rows[0] ?? {}), rows);
