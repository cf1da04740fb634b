import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparationTitles } from '../../src/dataset/grouping.ts';
import { sourceUntil } from '../../src/dataset/files/provenance.ts';
import { harmless } from '../../src/dataset/files/spreadsheet.ts';
import { countInWords } from '../../src/figures/few.ts';
import { figures } from '../../src/figures/figures.ts';
import { describedTables, tableDescription } from '../../src/publication/descriptions.ts';
import {
  figureDescription,
  figureTable,
  lastSubmission,
  modelsFile,
  publishedWords,
} from '../../src/publication/files.ts';
import { publication } from '../../src/publication/publication.ts';

const published = await publication();
const editions = ['prepared', 'reviewed'] as const;

/** Every CSV file that is published, as it is published. */
const texts = new Map<string, string>();
for (const { file } of describedTables)
  texts.set(
    file!,
    file === 'models.csv' ? modelsFile(published) : await readFile(join('data', file!), 'utf8'),
  );
const tables = figures.flatMap((figure) =>
  editions.map((edition) => {
    const file = `${figure.id}.${edition}.csv`;
    texts.set(file, figureTable(published, figure, edition));
    const { rows, n, takeaway } = published[edition].figures[figure.id]!;
    return { file, figure, edition, rows, n, takeaway };
  }),
);
const files = [...texts.keys()];

interface Metadata {
  url: string;
  tableSchema: {
    columns: { name: string; titles: string[]; datatype: unknown; 'schema:unitText'?: string }[];
    primaryKey?: string[];
  };
}

const described = ({ file, figure, edition }: (typeof tables)[number]) =>
  JSON.parse(
    figureDescription(
      published,
      figure,
      edition,
      file,
      publishedWords(published, figure, edition, 'The report', 'https://a.b/'),
    ),
  ) as Metadata & Record<string, unknown>;

const metadata = new Map<string, Metadata>([
  ...tables.map((table) => [table.file, described(table)] as const),
  ...describedTables.map(
    (table) =>
      [
        table.file!,
        JSON.parse(
          tableDescription(table, lastSubmission(published), 'The report', 'https://a.b/'),
        ) as Metadata,
      ] as const,
  ),
]);

describe('a file that is read with the defaults of DuckDB', () => {
  let folder: string;
  let duckdb: DuckDBInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
    for (const [file, text] of texts) await writeFile(join(folder, file), text);
    duckdb = await DuckDBInstance.create();
  });
  afterAll(async () => {
    duckdb.closeSync();
    await rm(folder, { recursive: true });
  });

  test.each(files)('%s has its columns and its rows', async (file) => {
    const [header, ...records] = parse(texts.get(file)!) as string[][];
    const connection = await duckdb.connect();
    const result = await connection.runAndReadAll(`FROM read_csv('${join(folder, file)}')`);
    connection.closeSync();
    expect(result.columnNames()).toEqual(header);
    const same = (value: unknown, text: string) => {
      if (value === null) return text === '';
      if (typeof value === 'boolean') return (value ? ['true', 'yes'] : ['false', 'no']).includes(text);
      if (typeof value === 'number' || typeof value === 'bigint') return Number(value) === Number(text);
      return String(value) === text;
    };
    const rows = result.getRows();
    expect(rows).toHaveLength(records.length);
    const differing = rows.flatMap((row, index) =>
      row.flatMap((value, at) => (same(value, records[index]![at]!) ? [] : [[value, records[index]![at]]])),
    );
    expect(differing).toEqual([]);
  });
});

test.each(files)('%s has no byte-order mark, no comments and plain names of columns', (file) => {
  const text = texts.get(file)!;
  expect(text).toMatch(/^[a-z0-9_]+(?:,[a-z0-9_]+)*\n/);
  expect(text).not.toMatch(/^"?#/m);
  expect(text.endsWith('\n')).toBe(true);
});

test.each(files)('%s holds nothing that a spreadsheet would take for a formula', (file) => {
  const cells = (parse(texts.get(file)!) as string[][]).flat();
  expect(cells.filter((cell) => harmless(cell) !== cell)).toEqual([]);
});

describe.each(tables)('$file', ({ file, figure, edition, rows, n, takeaway }) => {
  const records: Record<string, string>[] = parse(texts.get(file)!, { columns: true });

  test('has the rows of the JSON, our own texts in ASCII', () => {
    const names = new Set(figure.columns.filter(({ model }) => model).map(({ name }) => name));
    expect(records).toHaveLength(rows.length);
    rows.forEach((row, index) => {
      for (const [name, value] of Object.entries(row)) {
        const cell = records[index]![name]!;
        if (typeof value !== 'string') expect(cell).toBe(value === null ? '' : String(value));
        else if (names.has(name) || /^[\x20-\x7e]*$/.test(value)) expect(cell).toBe(value);
        else expect(cell).toMatch(/^[\x20-\x7e]+$/);
      }
    });
  });

  test('has a description that says what it is and where it is from', () => {
    expect(described({ file, figure, edition, rows, n, takeaway })).toMatchObject({
      url: file,
      'dc:title': figure.question,
      'dc:description': takeaway,
      'dc:provenance': `${countInWords(n, figure.counts)}; ${preparationTitles[edition].toLowerCase()}; all models.`,
      'dc:source': sourceUntil('2025-03-13'),
      'dc:date': '2025-03-13',
      'dc:isPartOf': 'The report',
      'schema:url': 'https://a.b/',
    });
  });

  test('has a title for every column that its table shows', () => {
    const { columns } = metadata.get(file)!.tableSchema;
    for (const { name, title, unit } of figure.columns) {
      const column = columns.find((each) => each.name === name)!;
      expect(column.titles.at(-1)).toBe(title);
      expect(column['schema:unitText']).toBe(unit?.name);
    }
  });
});

describe.each(files)('the description of %s', (file) => {
  const { url, tableSchema } = metadata.get(file)!;
  const [header, ...records] = parse(texts.get(file)!) as string[][];

  test('names the file and its columns in their order, as line 1 has them', () => {
    expect(url).toBe(file);
    expect(tableSchema.columns.map(({ titles }) => titles[0])).toEqual(header);
    expect(tableSchema.columns.map(({ name }) => name)).toEqual(header);
    for (const key of tableSchema.primaryKey ?? []) expect(header).toContain(key);
  });

  test('has the type of every value', () => {
    const forms: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
      string: /^/,
    };
    tableSchema.columns.forEach(({ name, datatype }, at) => {
      const base = typeof datatype === 'string' ? datatype : (datatype as { base: string }).base;
      const wrong = records
        .map((record) => record[at]!)
        .filter((cell) => cell !== '' && !forms[base]!.test(cell));
      expect(wrong, name).toEqual([]);
    });
  });
});
