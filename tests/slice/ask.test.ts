import { expect, test } from 'vitest';
import type { Engine, Row } from '../../src/engine/engine.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { sliceStatements, viewsOf } from '../../src/slice/views.ts';
import { report, sliceOf } from '../report.ts';

/** An engine that answers each query with its own text and remembers what it was asked. */
function listener() {
  const runs: string[] = [];
  const queries: { sql: string; signal?: AbortSignal }[] = [];
  const engine = {
    run: async (sql: string) => void runs.push(sql),
    query: async (sql: string, signal?: AbortSignal): Promise<Row[]> => {
      queries.push(signal ? { sql, signal } : { sql });
      return [{ sql }];
    },
    close: async () => {},
  } as Engine;
  return { engine, runs, queries };
}

test('equal queries are asked once and share their answer', async () => {
  const { engine, queries } = listener();
  const ask = await askSlice(engine, wholeTable);
  const answers = await Promise.all([ask('SELECT 1'), ask('SELECT 2'), ask('SELECT 1')]);
  expect(await ask('SELECT 2')).toEqual([{ sql: 'SELECT 2' }]);
  expect(answers[0]).toEqual([{ sql: 'SELECT 1' }]);
  expect(answers[2]).toBe(answers[0]);
  expect(queries.map(({ sql }) => sql)).toEqual(['SELECT 1', 'SELECT 2']);
});

test('a query is asked over what it names of the slice, and nothing is made before it', async () => {
  const { engine, runs, queries } = listener();
  const ask = await askSlice(engine, sliceOf('size=9-40'));
  await ask('SELECT n FROM reviewed_models');
  await ask('SELECT 1');
  expect(runs).toEqual([]);
  expect(queries.map(({ sql }) => sql)).toEqual([
    'WITH reviewed_models AS NOT MATERIALIZED (SELECT * FROM reviewed WHERE parameters_b > 9 AND parameters_b <= 40) SELECT n FROM reviewed_models',
    'SELECT 1',
  ]);
});

test('a query that names tables of its own has them beside those of the slice', async () => {
  const { engine, queries } = listener();
  const ask = await askSlice(engine, wholeTable);
  await ask('WITH best AS (SELECT max(average) AS a FROM models) SELECT a FROM best');
  expect(queries[0]!.sql).toBe(
    'WITH models AS NOT MATERIALIZED (SELECT * FROM reviewed), best AS (SELECT max(average) AS a FROM models) SELECT a FROM best',
  );
});

test('what choices of the analysis make anew is made once, before any query', async () => {
  const { engine, runs, queries } = listener();
  const ask = await askSlice(engine, sliceOf('run=best'));
  expect([runs.length, queries.length]).toEqual([1, 0]);
  await ask('SELECT n FROM models');
  await ask('SELECT n FROM pairs');
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatch(
    /^CREATE OR REPLACE TEMP TABLE chosen AS .*;\nCREATE OR REPLACE TEMP TABLE chosen_pairs AS /s,
  );
});

test.each(['', 'size=-9&type=chat&caution=none', 'preparation=prepared&type=chat', 'run=best&pairs=parent'])(
  'the views of “%s” hold what is asked over them without',
  async (query) => {
    const engine = await report();
    const slice = sliceOf(query);
    await engine.run(sliceStatements(slice).join(';\n'));
    const ask = await askSlice(engine, slice);
    for (const view of Object.keys(viewsOf(slice).selects)) {
      const rows = `SELECT CAST(to_json(each) AS VARCHAR) AS row FROM ${view} AS each ORDER BY ALL`;
      const asked = await ask(rows);
      expect(asked.length, view).toBeGreaterThan(0);
      expect(asked).toEqual(await engine.query(rows));
    }
  },
);

test('several slices of one engine can be asked in turn', async () => {
  const engine = await report();
  const count = 'SELECT CAST(count(*) AS INTEGER) AS n FROM models';
  const whole = await askSlice(engine, wholeTable);
  const large = await askSlice(engine, sliceOf('size=40-'));
  expect([await large(count), await whole(count)]).toEqual([[{ n: 195 }], [{ n: 4494 }]]);
});

test('every query carries the signal of the slice', async () => {
  const { engine, queries } = listener();
  const { signal } = new AbortController();
  await (
    await askSlice(engine, wholeTable, { signal })
  )('SELECT 1');
  expect(queries[0]!.signal).toBe(signal);
});

test('a slice that is aborted from the start makes nothing', async () => {
  const { engine, runs } = listener();
  const signal = AbortSignal.abort(new Error('another slice came'));
  await expect(askSlice(engine, sliceOf('run=best'), { signal })).rejects.toThrow('another slice came');
  expect(runs).toEqual([]);
});

test('after the abort every query is rejected, also one that was answered before', async () => {
  const { engine, queries } = listener();
  const abort = new AbortController();
  const ask = await askSlice(engine, wholeTable, { signal: abort.signal });
  await ask('SELECT 1');
  abort.abort(new Error('another slice came'));
  await expect(ask('SELECT 1')).rejects.toThrow('another slice came');
  await expect(ask('SELECT 2')).rejects.toThrow('another slice came');
  expect(queries).toHaveLength(1);
});

test('a second slice of one engine is answered from its own views', async () => {
  const engine = await report();
  const count = 'SELECT CAST(count(*) AS INTEGER) AS models FROM models';
  const whole = await (await askSlice(engine, wholeTable))(count);
  const large = await (await askSlice(engine, sliceOf('preparation=prepared&size=40-')))(count);
  expect([whole, large]).toEqual([[{ models: 4494 }], [{ models: 193 }]]);
});

test('what failed is asked again', async () => {
  const { engine } = listener();
  const { query } = engine;
  let fails = true;
  engine.query = (sql, signal) => (fails ? Promise.reject(new Error('no line')) : query(sql, signal));
  const ask = await askSlice(engine, wholeTable);
  await expect(ask('SELECT 1')).rejects.toThrow('no line');
  fails = false;
  expect(await ask('SELECT 1')).toEqual([{ sql: 'SELECT 1' }]);
});
