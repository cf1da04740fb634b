import type { Row } from '../engine/engine.ts';
import { csvFile } from './csv-file.ts';
import type { SourceWords } from './provenance.ts';

/** What a file of a figure says of itself. */
export interface FigureWords extends SourceWords {
  question: string;
  takeaway: string;
}

/** The rows that a figure draws as CSV, all of them, after comment lines that say what they are. */
export const figureCsv = ({ question, takeaway, ...source }: FigureWords, rows: readonly Row[]): string =>
  csvFile({ about: [question, takeaway], source }, Object.keys(rows[0] ?? {}), rows);
