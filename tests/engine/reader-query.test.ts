import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReaderEngine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { QueryProblem, readProblem } from '../../src/engine/query-problem.ts';
import { describeQuery, longestValue, streamQuery } from '../../src/engine/reader-query.ts';
import type { TextRow } from '../../src/engine/reader-query.ts';
import { attacks } from './attacks.ts';
import { exampleRows, exampleText, withExample } from './example.ts';

let engine: ReaderEngine;

beforeEach(async () => {
  engine = await withExample(exampleText, (table) => openNativeEngine([table]));
});
afterEach(() => engine.close());

async function ask(text: string) {
  const columns = await describeQuery(engine, text);
  const rows: TextRow[] = [];
  await streamQuery(engine, text, columns, (more) => {
    rows.push(...more);
    return true;
  });
  return { columns, rows };
}

/** The problem that a query meets. */
const problemOf = (text: string): Promise<QueryProblem> =>
  ask(text).then(
    () => Promise.reject(new Error(`answered: ${text}`)),
    (error: QueryProblem) => error,
  );

test('names, types and values come as the engine writes them, in the order asked for', async () => {
  expect(await ask('SELECT n, x, yes FROM example ORDER BY n DESC NULLS LAST')).toEqual({
    columns: [
      { name: 'n', type: 'INTEGER' },
      { name: 'x', type: 'DOUBLE' },
      { name: 'yes', type: 'BOOLEAN' },
    ],
    rows: [
      ['3', '0.30000000000000004', 'true'],
      ['2', '100.0', 'true'],
      ['1', '-1e-07', 'false'],
      [null, null, null],
    ],
  });
});

describe('every type comes out readable', () => {
  test.each([
    ["DATE '2024-06-12'", 'DATE', '2024-06-12'],
    ["TIMESTAMP '2024-06-12 01:02:03'", 'TIMESTAMP', '2024-06-12 01:02:03'],
    ['1.50::DECIMAL(5, 2)', 'DECIMAL(5,2)', '1.50'],
    ['170141183460469231731687303715884105727', 'HUGEINT', '170141183460469231731687303715884105727'],
    ['[1, NULL, 3]', 'INTEGER[]', '[1, NULL, 3]'],
    ["{'a': 1, 'b': 'x'}", 'STRUCT(a INTEGER, b VARCHAR)', "{'a': 1, 'b': x}"],
    ["MAP {'a': 1}", 'MAP(VARCHAR, INTEGER)', '{a=1}'],
    ['INTERVAL 3 DAY', 'INTERVAL', '3 days'],
    ["'\\xAA'::BLOB", 'BLOB', '\\xAA'],
    ["'nan'::DOUBLE", 'DOUBLE', 'nan'],
    ["'<b>é🤝</b>'", 'VARCHAR', '<b>é🤝</b>'],
    ['NULL', 'INTEGER', null],
    ["''", 'VARCHAR', ''],
  ])('%s', async (expression, type, text) => {
    expect(await ask(`SELECT ${expression} AS v`)).toEqual({
      columns: [{ name: 'v', type }],
      rows: [[text]],
    });
  });
});

describe('EXPLAIN', () => {
  test('answers the plan of a query and runs nothing', async () => {
    const { columns, rows } = await ask("-- a remark\n/* and */ EXPLAIN SELECT error('it ran') FROM example");
    expect(columns).toEqual([{ name: 'plan', type: 'VARCHAR' }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]![0]).toContain('PROJECTION');
  });

  test('with ANALYZE runs it and tells how many rows each step gave', async () => {
    const { rows } = await ask("explain analyze SELECT n, 'it''s\nhere' FROM example WHERE n > 1");
    expect(rows[0]![0]).toMatch(/2 rows/);
    // The call inside which it runs is not the reader's.
    expect(rows[0]![0]).not.toContain('query(');
    expect(rows[0]![0]).toMatch(/┘\n┌─+┐\n[^]*Total Time/);
    expect((await problemOf("EXPLAIN ANALYZE SELECT error('it ran')")).message).toContain('it ran');
  });

  test('marks a problem at its place in the whole text', async () => {
    const text = 'EXPLAIN SELECT\n  nn\nFROM example';
    const { place } = await problemOf(text);
    expect(place).toEqual({ from: text.indexOf('nn'), to: text.indexOf('nn') + 2 });
  });
});

describe('PIVOT', () => {
  test('turns values into columns where they are named', async () => {
    const { columns, rows } = await ask(
      'PIVOT (SELECT yes, n FROM example WHERE n > 0) ON yes IN (true, false) USING sum(n) AS n',
    );
    expect(columns.map(({ name }) => name)).toEqual(['true_n', 'false_n']);
    expect(rows).toEqual([['5', '1']]);
  });

  test('says that it needs them where they are not', async () => {
    const { message } = await problemOf('PIVOT example ON name USING count(*)');
    expect(message).toMatch(/^Here PIVOT needs the values that become columns/);
  });
});

describe('a message advises nothing that the box refuses', () => {
  test.each([
    [
      'Catalog Error: Scalar Function with name "current_date" is not in the catalog, but it exists in the icu extension.\n\nPlease try installing and loading the icu extension by running:\nINSTALL icu;\nLOAD icu;\n\nAlternatively, consider enabling auto-install and auto-load by running:\nSET autoinstall_known_extensions=1;\nSET autoload_known_extensions=1;',
      'Scalar Function “current_date” belongs to an extension of the engine (icu, for time zones and the sort orders of languages). The page loads no extensions.',
    ],
    [
      "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'icu':\nLoading external extensions is disabled through configuration",
      'The query needs an extension of the engine (icu, for time zones and the sort orders of languages). The page loads no extensions.',
    ],
    [
      'Catalog Error: Table Function with name "read_xlsx" is not in the catalog, but it exists in the excel extension.\n\nINSTALL excel;',
      'Table Function “read_xlsx” belongs to an extension of the engine (excel). The page loads no extensions.',
    ],
    [
      'Invalid Input Error: More than one row returned by a subquery.\n\nUse "SET scalar_subquery_error_on_multiple_rows=false" to revert to previous behavior.',
      'Invalid Input Error: More than one row returned by a subquery.',
    ],
    [
      'Binder Error: Pivot column limit of 100000 exceeded. Use SET pivot_limit=X to increase the limit.',
      'Binder Error: Pivot column limit of 100000 exceeded.',
    ],
    [
      'Catalog Error: unrecognized configuration parameter "icu"\n\nDid you mean: "access_mode"',
      'Catalog Error: unrecognized configuration parameter "icu"',
    ],
    // The reader's own words stay.
    [
      "Conversion Error: Could not convert string 'SET x' to INT32",
      "Conversion Error: Could not convert string 'SET x' to INT32",
    ],
    [
      "Binder Error: No function matches 'f(INTEGER)'. You might need to add explicit type casts.\n\tCandidate functions:\n\tf(DOUBLE) -> DOUBLE",
      "Binder Error: No function matches 'f(INTEGER)'. You might need to add explicit type casts.\n\tCandidate functions:\n\tf(DOUBLE) -> DOUBLE",
    ],
  ])('%s', (said, told) => {
    expect(readProblem(new Error(said), 'SELECT 1').message).toBe(told);
  });
});

test('columns of one name are told apart', async () => {
  const { columns, rows } = await ask('SELECT 1 AS a, 2 AS a');
  expect(columns.map(({ name }) => name)).toEqual(['a', 'a_1']);
  expect(rows).toEqual([['1', '2']]);
});

test.each([
  'SELECT 1;',
  '-- a remark\nSELECT 1 -- and another',
  'FROM example',
  'VALUES (1, 2)',
  'DESCRIBE example',
  'SUMMARIZE example',
  'SHOW TABLES',
  'WITH t AS (SELECT 1) SELECT * FROM t',
  "SELECT 'it''s'",
])('%s is one SELECT', async (text) => {
  expect((await ask(text)).rows.length).toBeGreaterThan(0);
});

test('a value comes whole, also one that just fits; a longer one is refused rather than cut', async () => {
  const text = (count: number) => `SELECT repeat('🤝', ${count}) AS v`;
  const { rows } = await ask(text(longestValue));
  // A comparison of the whole values would print them.
  expect(rows[0]![0] === '🤝'.repeat(longestValue)).toBe(true);
  expect((await problemOf(text(longestValue + 1))).message).toMatch(
    /^A value of the result is longer than 10,000,000 characters/,
  );
  expect((await ask('SELECT 1')).rows).toEqual([['1']]);
});

test('the rows end when no more are taken, and the engine answers the next query', async () => {
  const text = 'SELECT * FROM range(1000000)';
  let taken = 0;
  await streamQuery(engine, text, await describeQuery(engine, text), (rows) => {
    taken += rows.length;
    return taken < 3000;
  });
  expect(taken).toBeGreaterThanOrEqual(3000);
  expect(taken).toBeLessThan(10_000);
  expect((await ask('SELECT 1')).rows).toEqual([['1']]);
});

describe('a problem is marked at its place', () => {
  test.each([
    ['SELECT\n  nn\nFROM example', 'nn', 'column'],
    ["SELECT 'é🤝漢', nn FROM example", 'nn', 'column'],
    ['\t\tSELECT nn FROM example', 'nn', 'column'],
    [`SELECT '${'a'.repeat(200)}', nn, '${'b'.repeat(200)}' FROM example`, 'nn', 'column'],
    ['SELECT example.nn FROM example', 'nn', 'column'],
    ['SELECT a."nn" FROM example a', '"nn"', 'column'],
    ['SELECT exampel.n FROM example', 'exampel', 'qualifier'],
    ['SELECT *\nFROM exampel', 'exampel', 'table'],
    ['SELECT * FROM information_schema.tabls', 'tabls', 'table'],
    ['SELEC 1', 'SELEC', undefined],
    ['SELECT x FROM example GROUP BY n', 'x', undefined],
    ['SELECT sum(name) FROM example', 'sum', undefined],
    ['SELECT summ(n) FROM example', 'summ', undefined],
  ])('%s', async (text, word, kind) => {
    const { message, place, unknown } = await problemOf(text);
    expect(place && text.slice(place.from, place.to)).toBe(word);
    expect(unknown).toEqual(kind && { kind, name: word.replaceAll('"', '') });
    // What the engine guesses is not what a reader means.
    expect(message).not.toMatch(/Did you mean|Candidate (bindings|tables)/);
  });

  test('an end that comes too soon is marked at the end', async () => {
    expect((await problemOf('SELECT (1\n')).place).toEqual({ from: 8, to: 9 });
  });

  test.each([
    ["SELECT CAST('x' AS INT)", 'CAST'],
    ['SELECT\n  n,\n  name::INTEGER\nFROM example', '::'],
    ["SELECT 'é🤝漢', name::INTEGER FROM example", '::'],
    ["SELECT n FROM example WHERE x > 'much'", "'much'"],
    ["SELECT n\nFROM example WHERE 'it''s' <> name AND x > 'much'", "'much'"],
  ])('also what goes wrong only while it runs: %s', async (text, word) => {
    const { message, place } = await problemOf(text);
    expect(message).toMatch(/^Conversion Error: Could not convert string/);
    expect(message).not.toContain('LINE');
    expect(place).toEqual({ from: text.lastIndexOf(word), to: text.lastIndexOf(word) + word.length });
  });

  test.each([
    'SELECT sqrt(-n) FROM example',
    // The engine counts within the inner text.
    "SELECT * FROM query('SELECT CAST(''x'' AS INT)')",
    "SELECT * FROM query('SELECT nn FROM example')",
  ])('none is invented where the engine tells none of this text: %s', async (text) => {
    const { message, place, reported } = await problemOf(text);
    expect(message).not.toContain('LINE');
    expect([place, reported]).toEqual([undefined, true]);
  });
});

test('a fault of the engine itself is told from what it reports', () => {
  const fault = readProblem(new Error('memory access out of bounds'), 'SELECT 1');
  expect(fault.broken).toBe(true);
  expect(fault.message).toMatch(
    /^The query broke the engine, and its result is lost\. The page and its slice are/,
  );
  // The words of a browser are none for a reader.
  expect(fault.message).not.toContain('out of bounds');
  const report = readProblem(new Error('Out of Range Error: cannot take the root'), 'SELECT sqrt(-1)');
  expect(report.broken).toBe(false);
  expect(report.message).toBe('Out of Range Error: cannot take the root');
});

describe('what a reader may not do', () => {
  for (const { sql, told } of attacks)
    test(sql, async () => {
      const { message } = await problemOf(sql);
      expect(message).toMatch(told);
      expect(await engine.query('SELECT * FROM example')).toEqual(exampleRows);
      expect(await engine.query("SELECT name FROM (SHOW TABLES) WHERE name <> 'example'")).toEqual([]);
    });
});
