import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { closest, distance } from 'fastest-levenshtein';
import type { Cell, Column, Table } from './column.ts';
import { brokenBy, describe, wrongType, type Broken } from './constraints.ts';
import { readCell } from './csv.ts';
import { harmless } from './files/spreadsheet.ts';

/** Something that is wrong with a file of `data/`. */
export interface FactProblem extends Broken {
  file: string;
  /** Line of the file, from 1; absent where the whole file is meant. */
  line?: number | undefined;
  column?: string | undefined;
  /** What stands there; absent where nothing does. */
  value?: string | undefined;
}

/** A line of a file: its place, its texts and what they say; a value that cannot be read is null. */
export interface FactLine {
  line: number;
  texts: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Cell>>;
}

/** A file of `data/` as far as it can be read, with what is wrong in its form and its single values. */
export interface FactFile {
  table: Table;
  file: string;
  lines: readonly FactLine[];
  problems: FactProblem[];
}

/** A problem in one line, for people. */
export function formatFactProblem({ file, line, column, value, rule, right }: FactProblem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column ? [`column ${column}`] : []),
  ];
  const found = value === undefined || value === '' ? '' : ` ${JSON.stringify(value.slice(0, 160))}:`;
  return `${where.join(', ')}:${found} ${rule}; right would be ${right}.`;
}

/** The names with the one nearest to a text, case aside, put first. */
export const nearestOf = (text: string, names: readonly string[]): string => {
  const small = new Map(names.map((name) => [name.toLowerCase(), name]));
  return small.get(closest(text.toLowerCase(), [...small.keys()])) ?? '';
};

/** The name nearest to a text, where a slip can have made the one of the other. */
export function nearOf(text: string, names: readonly string[]): string | undefined {
  const nearest = nearestOf(text, names);
  return distance(text.toLowerCase(), nearest.toLowerCase()) <= text.length / 3 ? nearest : undefined;
}

/** The rule that a text of a column breaks; null for none. */
export function brokenText(column: Column, text: string): Broken | null {
  const right = describe(column);
  if (text.includes('\uFFFD')) return { rule: 'the text is not UTF-8', right: 'a file saved as UTF-8' };
  if (text !== text.trim())
    return { rule: 'spaces stand around the value', right: JSON.stringify(text.trim()) };
  // The file is published as it stands, and people open it in spreadsheets.
  if (column.type === 'string' && harmless(text) !== text)
    return {
      rule: 'a spreadsheet would take the text for a formula',
      right: 'a text that begins with a word',
    };
  const value = readCell(column.type, text);
  if (value === undefined) return wrongType(column);
  const broken = brokenBy(column, value);
  return broken && column.values && text !== ''
    ? { ...broken, right: `${nearestOf(text, column.values)} (${right})` }
    : broken;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Reads the file of a table in a folder and checks it against what the dictionary says of its columns. */
export async function readFactFile(folder: string, table: Table): Promise<FactFile> {
  const file = table.file!;
  const problems: FactProblem[] = [];
  const nothing = { table, file, lines: [], problems };
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch {
    problems.push({ file, rule: 'the file cannot be read', right: `a file ${file} in ${folder}` });
    return nothing;
  }
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    if (text.includes('\u0000') || text.startsWith('\uFFFD\uFFFD')) {
      problems.push({ file, rule: 'the text is not UTF-8', right: 'a file saved as UTF-8' });
      return nothing;
    }
    problems.push({
      file,
      line: lines,
      rule: message.replace(/\.$/, ''),
      right: 'quotes as RFC 4180 has them',
    });
    return nothing;
  }
  const columns = Object.values(table.columns);
  const names = columns.map(({ name }) => name);
  const [header, ...records] = parsed;
  const separator = [';', '\t'].find(
    (each) => names.length > 1 && header?.record.join() === names.join(each),
  );
  if (separator !== undefined) {
    problems.push({
      file,
      line: 1,
      rule: `the columns are separated by ${separator === ';' ? 'semicolons' : 'tabs'}`,
      right: 'a file saved as CSV with commas',
    });
    return nothing;
  }
  if (header?.record.join() !== names.join()) {
    const unknown = header?.record.find((name) => !names.includes(name));
    problems.push({
      file,
      line: 1,
      ...(unknown !== undefined && { column: unknown }),
      value: header?.record.join() ?? '',
      rule: unknown === undefined ? 'the header is another' : `the header has a column that is not known`,
      right: names.join(),
    });
    return nothing;
  }
  if (records.length === 0) {
    problems.push({
      file,
      rule: 'it has a header and no lines',
      right: 'the lines that it is published with',
    });
    return nothing;
  }
  const lines: FactLine[] = [];
  for (const { record, info } of records) {
    const line = info.lines;
    if (record.length !== names.length) {
      problems.push({
        file,
        line,
        value: record.join(),
        rule: `the line has ${record.length} values and not ${names.length}`,
        right: 'one value a column, in double quotes where it holds a comma',
      });
      continue;
    }
    const texts = Object.fromEntries(names.map((name, at) => [name, record[at]!]));
    for (const column of columns) {
      const broken = brokenText(column, texts[column.name]!);
      if (broken) problems.push({ file, line, column: column.name, value: texts[column.name], ...broken });
    }
    const values = Object.fromEntries(
      columns.map((column) => [column.name, readCell(column.type, texts[column.name]!) ?? null]),
    );
    lines.push({ line, texts, values });
  }
  return { table, file, lines, problems };
}
