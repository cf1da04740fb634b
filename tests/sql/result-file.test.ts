import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { ColumnType } from '../../src/dataset/column.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { describeQuery, streamQuery } from '../../src/engine/reader-query.ts';
import { collectResult } from '../../src/sql/result.ts';
import { describeResult } from '../../src/sql/result-file.ts';

const words = { report: 'The report', address: 'https://a.b/sql/', slice: 'chat', rows: '2 rows', query: '' };

/** A result of columns of the given types. */
function resultOf(types: readonly string[], rows: readonly (string | null)[][] = []) {
  const collected = collectResult(types.map((type, index) => ({ name: `c${index}`, type })));
  collected.take(rows);
  return collected.result(1);
}

const typesOf = (...given: Parameters<typeof resultOf>) =>
  describeResult(words, resultOf(...given)).columns.map(({ type }) => type);

test('a result is described with its query, its slice and the types of its columns', () => {
  const query = 'SELECT model --,=HYPERLINK("http://evil.example/")\nFROM models';
  const types = [
    'VARCHAR',
    'BIGINT',
    'UINTEGER',
    'DECIMAL(18,2)',
    'BOOLEAN',
    'DATE',
    'INTEGER[]',
    'TIMESTAMP',
  ];
  const described = describeResult({ ...words, address: 'https://a.b/sql/?q=1', query }, resultOf(types));
  expect(described).toMatchObject({
    file: 'query.csv',
    about: ['2 rows.'],
    taken: 'Slice: chat.',
    report: 'The report',
    address: 'https://a.b/sql/?q=1',
    query,
  });
  expect(described.columns.map(({ type }) => type)).toEqual([
    'string',
    'integer',
    'integer',
    'number',
    'boolean',
    'date',
    'string',
    'string',
  ]);
});

test('numbers beyond all are written as the standard of the description has them', async () => {
  const rows = [
    ['inf', '1.5'],
    ['-inf', '2.5'],
    ['nan', '1e+20'],
    ['-nan', null],
    ['0.1', 'inf'],
  ];
  const result = resultOf(['DOUBLE', 'FLOAT'], rows);
  expect(await result.lines.text()).toBe('c0,c1\nINF,1.5\n-INF,2.5\nNaN,1e+20\nNaN,\n0.1,INF\n');
  expect(result.shown).toEqual(rows);
  expect(typesOf(['DOUBLE', 'FLOAT'], rows)).toEqual(['number', 'number']);
});

test('a text that spells such a number stays as it is', async () => {
  expect(await resultOf(['VARCHAR', 'VARCHAR'], [['inf', 'nan']]).lines.text()).toBe('c0,c1\ninf,nan\n');
});

test.each(['0044-03-15 (BC)', '10000-01-01', 'infinity', '-infinity'])(
  'a column of days with %s is described as one of texts',
  (day) => {
    const rows = [
      ['2024-07-01', '2024-07-01'],
      [null, null],
      [day, '9999-12-31'],
      ['2024-07-02', null],
    ];
    expect(typesOf(['DATE', 'DATE'], rows)).toEqual(['string', 'date']);
  },
);

test('what the engine writes has the form of the type that is declared for it', async () => {
  const engine = await openNativeEngine([]);
  const query = `SELECT * FROM (VALUES (1, 'nan'::DOUBLE, 0.1::FLOAT, DATE '0044-03-15 (BC)', true),
    (-7, '-inf'::DOUBLE, 1e20::FLOAT, DATE '2024-07-01', NULL), (NULL, 'inf'::DOUBLE, 'nan'::FLOAT, 'infinity'::DATE, false),
    (3, 5e-324, -0.0::FLOAT, NULL, NULL)) AS t(i, d, f, day, b), (SELECT 12.50::DECIMAL(9,2) AS m, DATE '9999-12-31' AS last)`;
  try {
    const columns = await describeQuery(engine, query);
    const collected = collectResult(columns);
    await streamQuery(engine, query, columns, collected.take);
    const result = collected.result(1);
    expect(result.types).toEqual(['integer', 'number', 'number', 'string', 'boolean', 'number', 'date']);
    const forms: Record<ColumnType, RegExp> = {
      integer: /^[+-]?\d+$/,
      number: /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d\d-\d\d$/,
      string: /^/,
    };
    const [, ...records] = parse(await result.lines.text()) as string[][];
    expect(records).toHaveLength(4);
    for (const record of records)
      record.forEach((text, index) => {
        if (text !== '') expect(text).toMatch(forms[result.types[index]!]);
      });
  } finally {
    await engine.close();
  }
});

describe('a file of one column keeps every row', () => {
  const cases: [string, (string | null)[]][] = [
    ['VARCHAR', [null, 'a', null, 'b', null]],
    ['VARCHAR', [null, null]],
    ['INTEGER', ['1', null, '3', null]],
    ['DOUBLE', [null, 'inf', '0.5', 'nan']],
  ];

  test.each(cases)('for csv-parse (%s, %j)', async (type, values) => {
    const text = await resultOf(
      [type],
      values.map((value) => [value]),
    ).lines.text();
    const skipping = { skip_empty_lines: true };
    for (const options of [{}, skipping]) expect(parse(text, options)).toHaveLength(values.length + 1);
    expect(text).not.toMatch(/^$\n/m);
  });

  test.each(cases)('for DuckDB (%s, %j)', async (type, values) => {
    const folder = await mkdtemp(join(tmpdir(), 'one-column-'));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      const path = join(folder, 'query.csv');
      await writeFile(
        path,
        await resultOf(
          [type],
          values.map((value) => [value]),
        ).lines.text(),
      );
      const answer = await connection.runAndReadAll(`SELECT c0 IS NULL AS missing FROM read_csv('${path}')`);
      expect(answer.getRows().flat()).toEqual(values.map((value) => value === null));
    } finally {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true });
    }
  });

  test('and says what "" is', () => {
    expect(describeResult(words, resultOf(['VARCHAR'])).notes[0]).toMatch(/^NULL is written as ""/);
    expect(describeResult(words, resultOf(['VARCHAR', 'DATE'])).notes[0]).toMatch(/^An empty cell is NULL/);
  });
});
