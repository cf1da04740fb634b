import { csvFile } from '../dataset/csv.ts';
import type { ColumnType } from '../dataset/column.ts';
import type { CsvDescription, FileColumn } from '../dataset/files/csvw.ts';
import { plainText } from '../dataset/files/plain-text.ts';
import { sourceUntil, takenFrom, type SourceWords } from '../dataset/files/provenance.ts';
import { apostropheNote } from '../dataset/files/spreadsheet.ts';
import type { Row } from '../engine/engine.ts';
import type { Figure } from '../figures/figure.ts';

/** What a file of a figure says of itself. */
export interface FigureWords extends SourceWords {
  question: string;
  takeaway: string;
}

/** The columns of the rows of a figure, those that help to draw among them. */
const namesOf = ({ columns }: Figure, rows: readonly Row[]): string[] =>
  Object.keys(rows[0] ?? Object.fromEntries(columns.map(({ name }) => [name, null])));

/** The rows that a figure draws as CSV, all of them. Names of models stay as they are, other texts lose their typography. */
export function figureCsv(figure: Figure, rows: readonly Row[]): string {
  const own = figure.columns.filter(({ model }) => !model).map(({ name }) => name);
  const plain = rows.map((row) => {
    const texts = own.flatMap((name) => {
      const value = row[name];
      return typeof value === 'string' ? [[name, plainText(value)] as const] : [];
    });
    return { ...row, ...Object.fromEntries(texts) };
  });
  return csvFile(namesOf(figure, rows), plain);
}

function typeOf(name: string, rows: readonly Row[]): ColumnType {
  const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
  const all = (is: (value: unknown) => boolean) => values.length > 0 && values.every(is);
  if (all(Number.isInteger)) return 'integer';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  return all((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value))) ? 'date' : 'string';
}

function columnOf({ columns }: Figure, name: string, rows: readonly Row[]): FileColumn {
  const type = typeOf(name, rows);
  const column = columns.find((each) => each.name === name);
  if (!column) return { name, type, meaning: 'Helps to draw the chart.' };
  const { title: label, unit } = column;
  return { name, type, label, ...(unit && { unit: unit.name }) };
}

/** The description of the rows of a figure in a file. */
export function describeFigureCsv(
  file: string,
  figure: Figure,
  words: FigureWords,
  rows: readonly Row[],
): CsvDescription {
  const { question, takeaway, until, report, address } = words;
  return {
    file,
    title: question,
    about: [takeaway],
    taken: takenFrom(words),
    source: sourceUntil(until),
    until,
    report,
    address,
    notes: [apostropheNote],
    columns: namesOf(figure, rows).map((name) => columnOf(figure, name, rows)),
  };
}
