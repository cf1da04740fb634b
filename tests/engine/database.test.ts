import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { prepareTables } from '../../src/engine/prepare.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { answerStatistics } from '../../src/statistics/answer.ts';

const folder = mkdtempSync(join(tmpdir(), 'database-'));
const at = (name: string) => join(folder, name);
const ids = ['models.count', 'scaling.points_per_doubling', 'controls.official.all', 'pairs.count'];

/** What is found in the runs, and some statistics with their intervals, from an address or from `data/`. */
async function found(address?: string): Promise<{ rows: Row[]; estimates: object }> {
  const engine = await openNativeEngine(rawTables(), address);
  try {
    await prepareTables(engine);
    const rows = await engine.query(
      'SELECT row, model, average, co2_kg, chat_template, CAST(submission_date AS VARCHAR) AS day FROM all_runs',
    );
    return { rows, estimates: await answerStatistics(await askSlice(engine, wholeTable), ids) };
  } finally {
    await engine.close();
  }
}

beforeAll(async () => {
  const instance = await DuckDBInstance.create(at('facts.duckdb'));
  const connection = await instance.connect();
  const runs = rawTables().find(({ name }) => name === 'all_runs')!;
  await connection.run(`CREATE TABLE all_runs AS SELECT * FROM read_csv('${runs.path}', nullstr = '')`);
  await connection.run(`COPY all_runs TO '${at('runs.parquet')}'`);
  await connection.run(`CREATE TABLE unlike AS SELECT 1 AS row`);
  await connection.run(`COPY unlike TO '${at('unlike.parquet')}'`);
  connection.closeSync();
  instance.closeSync();
  const other = await DuckDBInstance.create(at('other.duckdb'));
  other.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a Parquet file and a database give what the files of the project give', async () => {
  const expected = await found();
  expect(expected.rows.length).toBeGreaterThan(4000);
  for (const name of ['runs.parquet', 'facts.duckdb']) expect(await found(at(name)), name).toEqual(expected);
});

test('an engine that has read another database reaches no file afterwards', async () => {
  const engine = await openNativeEngine(rawTables(), at('facts.duckdb'));
  await expect(engine.query(`SELECT * FROM read_parquet('${at('runs.parquet')}')`)).rejects.toThrow(
    'file system operations are disabled',
  );
  await expect(engine.query('SET enable_external_access = true')).rejects.toThrow('locked');
  await engine.close();
});

test.each([
  ['unlike.parquet', 'table all_runs cannot be read.'],
  ['missing.parquet', 'table all_runs cannot be read.'],
  ['other.duckdb', 'there is no table all_runs.'],
  ['missing/missing.duckdb', 'the database cannot be opened.'],
])('%s is refused with its address and what is wrong', async (name, message) => {
  await expect(openNativeEngine(rawTables(), at(name))).rejects.toThrow(
    `REPORT_DATABASE (${at(name)}): ${message}`,
  );
});
