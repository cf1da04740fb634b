import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareTables } from '../../src/dataset/setup.ts';
import type { ReaderEngine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { schema } from '../../src/sql/schema.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { sliceStatements } from '../../src/slice/views.ts';

let engine: ReaderEngine;

beforeAll(async () => {
  engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  await engine.run(sliceStatements(wholeTable).join(';\n'));
});
afterAll(() => engine.close());

test('every table and view of the engine is described, and nothing else', async () => {
  const rows = await engine.query('SELECT name FROM (SHOW TABLES) ORDER BY name');
  expect(schema.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name));
});

test.each(schema)(
  'the columns of $name are those of the engine, in their order and of their type',
  async (table) => {
    const rows = await engine.query(`SELECT column_name, column_type FROM (DESCRIBE ${table.name})`);
    expect(table.columns.map(({ name, type }) => [name, type])).toEqual(
      rows.map(({ column_name, column_type }) => [column_name, column_type]),
    );
  },
);

test.each(schema)('$name and its columns each have a meaning, said in sentences', ({ meaning, columns }) => {
  for (const text of [meaning, ...columns.map((column) => column.meaning)])
    expect(text).toMatch(/^[A-Za-z].*\.$/);
});
