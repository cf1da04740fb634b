import { zstdCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { estimates, tables as documented } from '../../src/dataset/tables.ts';
import { computedTable, deliveredTables } from '../../src/engine/delivered-tables.ts';
import type { DeliveredTables } from '../../src/engine/delivery.ts';
import { unpack } from '../../src/engine/packing/unpack.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { budgets } from '../budgets.ts';

let delivered: DeliveredTables;

beforeAll(async () => {
  delivered = await deliveredTables(rawTables());
});

const columnsOf = (packed: Uint8Array) =>
  unpack(packed).map(({ name, columns }) => [name, [...columns.keys()]] as const);

test('every table that is no view is delivered once, with the columns of the dictionary in their order', () => {
  const found = new Map([
    ...columnsOf(delivered.packed),
    ...delivered.onDemand.flatMap(({ packed }) => columnsOf(packed)),
  ]);
  const held = documented.filter(({ sliced, name }) => !sliced && name !== 'reviewed_models');
  expect([...found.keys()].toSorted()).toEqual(held.map(({ name }) => name).toSorted());
  for (const { name, columns } of held) expect(found.get(name), name).toEqual(Object.keys(columns));
});

test('on demand come the tables by hand, which few slices ask; SQL finds them from the start', () => {
  expect(delivered.onDemand.map(({ name, listed }) => [name, listed])).toEqual([
    ['cautions', true],
    ['corrections', true],
    ['moe_review', true],
  ]);
  expect(computedTable(estimates, [])).toMatchObject({ name: 'estimates', listed: false });
});

test('what every slice waits for keeps to its budget, compressed however little', () => {
  expect(zstdCompressSync(delivered.packed).length).toBeLessThan(budgets.engine.tables);
});

test('packed again, it is the same to the byte', async () => {
  const again = await deliveredTables(rawTables());
  expect(Buffer.from(again.packed).equals(Buffer.from(delivered.packed))).toBe(true);
  expect(again.onDemand).toEqual(delivered.onDemand);
});
