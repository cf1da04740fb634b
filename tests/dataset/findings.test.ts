import { made, madeOfEach } from '../../src/dataset/recorded.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingStatements, findingTables, writtenBy } from '../../src/dataset/findings.ts';
import { identifiedRunsStatement } from '../../src/dataset/identity/sql.ts';
import { modelColumns, preparations } from '../../src/dataset/preparations.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { daysAsText, report } from '../report.ts';

/** An engine in which nothing but the steps has run, each over all that the one before it left. */
let steps: Engine;

beforeAll(async () => {
  steps = await openNativeEngine(rawTables());
  await steps.run(identifiedRunsStatement);
  for (const { id, steps: declared } of Object.values(preparations))
    for (const [index, { sql }] of declared.entries()) {
      const input = index === 0 ? 'identified_runs' : `${id}_${index}`;
      await steps.run(`CREATE TABLE ${id}_${index + 1} AS WITH input AS (SELECT * FROM ${input}) ${sql}`);
    }
}, 60_000);
afterAll(() => steps.close());

describe.each(Object.values(preparations))('$id', ({ id, steps: declared }) => {
  test('the table holds what the last step leaves, column by column', async () => {
    const left = await steps.query(
      `SELECT * ${daysAsText} FROM (SELECT ${modelColumns.join(', ')} FROM ${id}_${declared.length}) ORDER BY row`,
    );
    expect(
      await (
        await report()
      ).query(
        `SELECT * EXCLUDE (${[...Object.keys(madeOfEach), 'model_id'].join(', ')}) ${daysAsText} FROM ${id}`,
      ),
    ).toStrictEqual(left);
  });

  test('run_steps holds the rows that each step leaves', async () => {
    for (const index of declared.keys()) {
      const left = await steps.query(`SELECT row FROM ${id}_${index + 1} ORDER BY row`);
      const kept = await (
        await report()
      ).query(
        `SELECT row FROM run_steps WHERE preparation = '${id}' AND position = ${index + 1} ORDER BY row`,
      );
      expect(kept).toEqual(left);
    }
  });
});

test('the columns that the steps write', () => {
  const grouped = Object.keys(made);
  expect(writtenBy(preparations.reviewed.steps)).toEqual([
    'type',
    'architecture',
    'parameters_b',
    'moe',
    ...grouped,
  ]);
  expect(writtenBy(preparations.prepared.steps)).toEqual(['parameters_b', 'co2_kg', ...grouped]);
});

test('run_steps stands in the order of preparation, position and row', async () => {
  const rows = await (await report()).query('SELECT * FROM run_steps');
  const sorted = await (await report()).query('SELECT * FROM run_steps ORDER BY preparation, position, row');
  expect(rows).toEqual(sorted);
});

test('the findings are the only tables that the steps leave, and the finished report has none of them', async () => {
  const engine = await openNativeEngine(rawTables());
  try {
    await engine.run(findingStatements().join(';\n'));
    const names = (await engine.query('SELECT name FROM (SHOW TABLES)')).map(({ name }) => name);
    expect(names.toSorted()).toEqual([...rawTables().map(({ name }) => name), ...findingTables].sort());
  } finally {
    await engine.close();
  }
  const tables = await (await report()).query('SELECT name FROM (SHOW TABLES)');
  expect(tables.filter(({ name }) => findingTables.includes(String(name)))).toEqual([]);
});
