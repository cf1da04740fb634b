import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { rowsFromArrow } from '../../../src/engine/arrow-rows.ts';
import { arrowStream } from '../../../src/engine/packing/arrow.ts';
import { pack } from '../../../src/engine/packing/pack.ts';
import type { PlainTable } from '../../../src/engine/packing/packed.ts';
import { unpack } from '../../../src/engine/packing/unpack.ts';

const example: PlainTable = {
  name: 'example',
  columns: [
    { name: 'n', type: 'integer', values: [3, -1, null, 2 ** 31 - 1] },
    { name: 'x', type: 'number', values: [0.1 + 0.2, -0, null, 1e-7] },
    { name: 'name', type: 'string', values: ['a, "b"', 'two\nlines', null, 'Ångström 🤝'] },
    { name: 'again', type: 'string', values: ['Ångström 🤝', null, 'a, "b"', ''] },
    { name: 'yes', type: 'boolean', values: [true, false, null, true] },
    { name: 'day', type: 'date', values: [0, 20_000, null, -1] },
  ],
};
const stream = (table: PlainTable) =>
  arrowStream(unpack(pack([table], { sameTexts: ['name', 'again'], guesses: {}, prefixes: {} }))[0]!);

test('the stream holds the table, with explicit types, in one batch', () => {
  const table = tableFromIPC(stream(example));
  expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'n Int32',
    'x Float64',
    'name Dictionary<Int32, Utf8>',
    'again Dictionary<Int32, Utf8>',
    'yes Bool',
    'day Date32<DAY>',
  ]);
  expect(table.batches).toHaveLength(1);
  const milliseconds = 86_400_000;
  for (const { name, type, values } of example.columns) {
    const expected = values.map((value) =>
      type === 'date' && value !== null ? new Date(Number(value) * milliseconds) : value,
    );
    const found = [...table.getChild(name)!].map((value: unknown) =>
      type === 'date' && value !== null ? new Date(value as number) : value,
    );
    expect(found, name).toStrictEqual(expected);
  }
});

test('a column without blanks has none, and a table may be empty', () => {
  const filled = tableFromIPC(
    stream({ name: 'filled', columns: [{ name: 'yes', type: 'boolean', values: [true, true] }] }),
  );
  expect([...filled.getChild('yes')!]).toEqual([true, true]);
  const empty = tableFromIPC(
    stream({ name: 'empty', columns: example.columns.map((column) => ({ ...column, values: [] })) }),
  );
  expect(empty.numRows).toBe(0);
});

test('dictionary columns, which no query of ours returns, are named as an enumeration would be', () => {
  const { schema, batches } = tableFromIPC(stream(example));
  expect(() => rowsFromArrow(schema, batches)).toThrow('Column "name" of the result is of type DICTIONARY');
});
