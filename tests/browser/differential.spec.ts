import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { prepareTables } from '../../src/engine/prepare.ts';
import type { Engine, Row, Value } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { figures } from '../../src/figures/figures.ts';
import { formatSlice, wholeTable } from '../../src/slice/slice.ts';
import { sliceStatements } from '../../src/slice/views.ts';
import { familiesOfStatistics } from '../../src/statistics/statistics.ts';
import { sampleSlices } from './any-slice.ts';
import { serveHarness } from './harness/serve.ts';
import type { ServedHarness } from './harness/serve.ts';
import { writeRows } from './harness/write-rows.ts';
import { everywhere } from './sites.ts';

/** Every query of the report by what it belongs to; figures and families may share one. */
const queries = new Map<string, string[]>();
for (const { id, sql } of figures) queries.set(sql, [...(queries.get(sql) ?? []), `figure ${id}`]);
for (const { definitions, sql } of familiesOfStatistics)
  queries.set(sql, [...(queries.get(sql) ?? []), `statistics of ${definitions[0]?.id}`]);

const relativeTolerance = 1e-9;
const whole = sliceStatements(wholeTable).join(';\n');
const drawn = sampleSlices(72, 20250317);

let served: ServedHarness;
let native: Engine;

test.beforeAll(async () => {
  served = await serveHarness();
  native = await openNativeEngine(served.tables);
  await prepareTables(native);
  await native.run(whole);
});

test.afterAll(async () => {
  await served.close();
  await native.close();
});

const digest = (rows: readonly Row[]) => createHash('sha256').update(writeRows(rows)).digest('hex');

/** Names of the DOUBLE columns of a query, as the engine itself declares them. */
async function doublesOf(engine: Pick<Engine, 'query'>, sql: string): Promise<Set<string>> {
  const columns = await engine.query(`DESCRIBE ${sql}`);
  return new Set(
    columns
      .filter(({ column_type }) => column_type === 'DOUBLE')
      .map(({ column_name }) => String(column_name)),
  );
}

const close = (a: Value | undefined, b: Value | undefined): boolean =>
  typeof a === 'number' &&
  typeof b === 'number' &&
  (Object.is(a, b) || Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b)));

/** What is wrong with the browser's rows; the first cell of each column that differs. */
function differences(browser: readonly Row[], expected: readonly Row[], doubles: Set<string>): string[] {
  if (browser.length !== expected.length) return [`${browser.length} rows for ${expected.length}`];
  const found = new Map<string, string>();
  expected.forEach((row, index) => {
    const other = browser[index]!;
    if (Object.keys(other).join() !== Object.keys(row).join())
      found.set('', `columns ${Object.keys(other).join()} for ${Object.keys(row).join()}`);
    for (const [name, value] of Object.entries(row)) {
      const equal =
        doubles.has(name) && value !== null ? close(other[name], value) : Object.is(other[name], value);
      if (!equal && !found.has(name))
        found.set(name, `row ${index}, ${name}: ${JSON.stringify(other[name])} for ${JSON.stringify(value)}`);
    }
  });
  return [...found.values()];
}

test('the tables that the browser is given are those of the native engine', async ({ page }) => {
  await page.goto(served.url);
  await page.evaluate(() => window.harness.open({ listed: true }));
  const columns = `SELECT table_name, column_name, data_type, CAST(column_index AS INTEGER) AS place
    FROM duckdb_columns() WHERE NOT internal AND database_name = 'memory' ORDER BY table_name, place`;
  const described = await native.query(columns);
  expect(await page.evaluate((sql) => window.harness.query(sql), columns)).toEqual(described);
  // Without an order, so that the order in which the rows stand is compared, too: sums of doubles depend on it.
  const tables = [...new Set(described.map(({ table_name }) => String(table_name)))];
  expect(tables).toContain('all_pairs');
  const queries = tables.map((table) => {
    const days = described.filter((each) => each.table_name === table && each.data_type === 'DATE');
    const read = days.map(({ column_name: day }) => `CAST(${day} AS VARCHAR) AS ${day}`).join(', ');
    return `SELECT * ${days.length > 0 ? `REPLACE (${read})` : ''} FROM ${table}`;
  });
  const found = await page.evaluate((texts) => window.harness.digests([], texts), queries);
  const expected = await Promise.all(queries.map(async (sql) => digest(await native.query(sql))));
  expect(found).toEqual(expected);
});

test('the drawn slices are of every size and of both preparations', async () => {
  const sizes: number[] = [];
  for (const slice of drawn) {
    await native.run(sliceStatements(slice).join(';\n'));
    const [row] = await native.query('SELECT CAST(count(*) AS INTEGER) AS n FROM models');
    sizes.push(Number(row?.n));
  }
  const between = (low: number, high: number) => sizes.filter((n) => n >= low && n <= high).length;
  expect(between(0, 0), 'empty').toBeGreaterThanOrEqual(3);
  expect(between(1, 9), 'too few for an estimate').toBeGreaterThanOrEqual(3);
  expect(between(10, 299), 'small').toBeGreaterThanOrEqual(5);
  expect(between(300, 1999), 'medium').toBeGreaterThanOrEqual(5);
  expect(between(2000, 4599), 'large').toBeGreaterThanOrEqual(5);
  for (const preparation of [null, 'prepared']) {
    const own = drawn.filter((slice) => slice.preparation === preparation);
    expect(own.length, `slices of ${preparation ?? 'reviewed'}`).toBeGreaterThanOrEqual(25);
    expect(
      own.filter((slice) => formatSlice({ ...slice, preparation: null }) === ''),
      'the whole table',
    ).toHaveLength(1);
  }
});

test('every query declares the same columns in both engines', { tag: everywhere }, async ({ page }) => {
  await open(page);
  await page.evaluate((text) => window.harness.run(text), whole);
  for (const sql of queries.keys()) {
    const describe = `DESCRIBE ${sql}`;
    expect(await page.evaluate((text) => window.harness.query(text), describe)).toEqual(
      await native.query(describe),
    );
  }
});

for (const [name, preparation] of [
  ['reviewed', null],
  ['prepared', 'prepared'],
] as const) {
  const slices = drawn.filter((slice) => slice.preparation === preparation);

  test(
    `every query answers the same in both engines: ${slices.length} slices, ${name}`,
    { tag: everywhere },
    async ({ page }) => {
      test.setTimeout(600_000);
      await open(page);
      const sqls = [...queries.keys()];
      const [doubles, identical, wrong] = [
        new Map<string, Set<string>>(),
        { cells: 0, of: 0 },
        [] as string[],
      ];
      for (const sql of sqls) doubles.set(sql, await doublesOf(native, sql));

      for (const slice of slices) {
        const statements = sliceStatements(slice);
        const answering = page.evaluate(([setup, texts]) => window.harness.digests(setup, texts), [
          statements,
          sqls,
        ] as const);
        await native.run(statements.join(';\n'));
        const expected: Row[][] = [];
        for (const sql of sqls) expected.push(await native.query(sql));
        const digests = await answering;

        for (const [index, sql] of sqls.entries()) {
          const rows = expected[index]!;
          const names = [...doubles.get(sql)!];
          const cells = rows.length * names.length;
          identical.of += cells;
          if (digests[index] === digest(rows)) {
            identical.cells += cells;
            continue;
          }
          const browser = await page.evaluate((text) => window.harness.query(text), sql);
          for (const column of names)
            identical.cells += rows.filter((row, at) => Object.is(row[column], browser[at]?.[column])).length;
          for (const difference of differences(browser, rows, doubles.get(sql)!))
            wrong.push(`${queries.get(sql)!.join(', ')} of ?${formatSlice(slice)}: ${difference}\n  ${sql}`);
        }
      }
      test.info().annotations.push({
        type: 'bit-identical doubles',
        description: `${identical.cells.toLocaleString('en')} of ${identical.of.toLocaleString('en')}`,
      });
      expect(wrong).toEqual([]);
    },
  );
}

async function open(page: Page): Promise<void> {
  await page.goto(served.url);
  await page.evaluate(() => window.harness.open());
}
