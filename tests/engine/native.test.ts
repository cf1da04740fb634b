import { afterEach, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { conformance } from './conformance.ts';
import { exampleRows, exampleText, withExample } from './example.ts';

let engine: Engine;

async function open(text = exampleText): Promise<Engine> {
  engine = await withExample(text, (table) => openNativeEngine([table]));
  return engine;
}

afterEach(() => engine.close());

test('the table holds what the file holds, in its order', async () => {
  await open();
  expect(await engine.query('SELECT * FROM example')).toEqual(exampleRows);
});

test('a table longer than one chunk of the engine arrives whole and in order', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `${i},${i / 3},m${i},${i % 2 === 0}`);
  await open(`n,x,name,yes\n${lines.join('\n')}\n`);
  const rows = await engine.query('SELECT n, x FROM example');
  expect(rows).toHaveLength(5000);
  expect(rows.every(({ n, x }, i) => n === i && x === i / 3)).toBe(true);
});

test.each(conformance)('$name', async ({ check }) => {
  await check(await open());
});

test('a query is one statement, and a file is not written', async () => {
  await open();
  await expect(engine.query('SELECT 1 AS a; SELECT 2 AS b')).rejects.toThrow(
    'A query is one statement, and this text holds 2.',
  );
  await expect(engine.query("COPY example TO 'x.csv'")).rejects.toThrow(
    'file system operations are disabled',
  );
});

test('an aborted query rejects with the reason, and the engine answers the next one', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `${i},1,m,true`);
  await open(`n,x,name,yes\n${lines.join('\n')}\n`);
  const abort = new AbortController();
  const long = engine.query(
    'SELECT sum(a.x * b.x * c.x) AS s FROM example a, example b, example c',
    abort.signal,
  );
  // One turn later the long query has been handed to the engine, which may or may not have begun.
  await Promise.resolve();
  abort.abort(new Error('changed my mind'));
  await expect(long).rejects.toThrow('changed my mind');
  expect(await engine.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('wrong data is refused with its place', async () => {
  await open();
  await expect(
    withExample('n,x,name,yes\n1,2,a,maybe\n', (table) => openNativeEngine([table])),
  ).rejects.toThrow('line 2, column yes: "maybe" is not true or false');
});

test('a closed engine says so', async () => {
  await open();
  await engine.close();
  await expect(engine.query('SELECT 1 AS one')).rejects.toThrow('The native engine is closed.');
});
