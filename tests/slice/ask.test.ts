import { expect, test } from 'vitest';
import type { Engine, Row } from '../../src/engine/engine.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { wholeTable } from '../../src/slice/slice.ts';
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

test('the views are made once, before any query', async () => {
  const { engine, runs, queries } = listener();
  const ask = await askSlice(engine, sliceOf('size=9-40'));
  expect([runs.length, queries.length]).toEqual([1, 0]);
  await ask('SELECT 1');
  expect(runs).toHaveLength(1);
  expect(runs[0]).toContain('parameters_b > 9 AND parameters_b <= 40');
});

test('every query carries the signal of the slice', async () => {
  const { engine, queries } = listener();
  const { signal } = new AbortController();
  await (
    await askSlice(engine, wholeTable, signal)
  )('SELECT 1');
  expect(queries[0]!.signal).toBe(signal);
});

test('a slice that is aborted from the start leaves the views alone', async () => {
  const { engine, runs } = listener();
  const signal = AbortSignal.abort(new Error('another slice came'));
  await expect(askSlice(engine, wholeTable, signal)).rejects.toThrow('another slice came');
  expect(runs).toEqual([]);
});

test('after the abort every query is rejected, also one that was answered before', async () => {
  const { engine, queries } = listener();
  const abort = new AbortController();
  const ask = await askSlice(engine, wholeTable, abort.signal);
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
