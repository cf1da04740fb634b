import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeOfEach, recordedColumns } from '../../../src/dataset/recorded.ts';

const data = (name: string) => fileURLToPath(new URL(`../../../data/${name}`, import.meta.url));
const card = readFileSync(data('README.md'), 'utf8');

/** Lines such as: - **12** without a day of submission. `submission_date IS NULL` */
const counts = [...card.matchAll(/^- \*\*([^*]+)\*\* (.*) `([^`]+)`$/gm)].map(
  ([, value, text, sql]) => [value!, text!, sql!] as const,
);

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  // Read as the data card tells its readers to.
  await connection.run(`CREATE TABLE runs AS FROM '${data('runs.csv').replaceAll("'", "''")}'`);
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

it('has a query for every line of its counts', () => {
  expect(counts.length).toBe(card.match(/^- /gm)?.length);
  expect(counts.length).toBeGreaterThan(30);
});

it.each(counts)('%s %s', async (value, _, sql) => {
  const query = sql.startsWith('SELECT') ? sql : `SELECT count(*) FROM runs WHERE ${sql}`;
  const reader = await connection.runAndReadAll(`SELECT CAST((${query}) AS VARCHAR)`);
  const found = String(reader.getRows()[0]![0]);
  const decimals = value.split('.')[1]?.length;
  expect(decimals === undefined ? found : Number(found).toFixed(decimals)).toBe(value.replaceAll(',', ''));
});

it('names only columns of the runs as code, outside queries and file names', () => {
  const known = new Set([
    ...recordedColumns.flatMap(({ name, upstream }) => [name, upstream]),
    ...Object.keys(madeOfEach),
    ...['Model', 'T', 'contents'],
  ]);
  const prose = card.slice(card.indexOf('## What one row is'), card.indexOf('## Counts'));
  const codes = [...prose.matchAll(/`([^`]+)`/g)]
    .map(([, code]) => code!)
    .filter((code) => !code.includes('.'));
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

it('states the recorded fingerprint', () => {
  const { fingerprint } = JSON.parse(readFileSync(data('datapackage.json'), 'utf8'));
  expect(card).toContain(`The fingerprint of the final release is \`${fingerprint.value}\`.`);
});
