import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { rowsFromArrow } from '../../src/engine/arrow-rows.ts';
import { arrowStream } from '../../src/engine/tables.ts';
import { exampleRows, exampleTable, exampleText } from './example.ts';

test('the stream holds what the file holds, with explicit types, in one batch', async () => {
  const table = tableFromIPC(await arrowStream(await exampleTable(exampleText)));
  expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'n Int32',
    'x Float64',
    'name Dictionary<Int32, Utf8>',
    'yes Bool',
  ]);
  expect(table.batches).toHaveLength(1);
  expect(table.toArray().map((row) => ({ ...row }))).toEqual(exampleRows);
});

test('the same file gives the same bytes, whatever was made in between', async () => {
  const table = await exampleTable(exampleText);
  const first = await arrowStream(table);
  await arrowStream(await exampleTable('n,x,name,yes\n7,7,other,true\n'));
  expect(Buffer.from(await arrowStream(table)).equals(Buffer.from(first))).toBe(true);
});

test('dictionary columns, which no query of ours returns, are named as an enumeration would be', async () => {
  const { schema, batches } = tableFromIPC(await arrowStream(await exampleTable(exampleText)));
  expect(() => rowsFromArrow(schema, batches)).toThrow('Column "name" of the result is of type DICTIONARY');
});
