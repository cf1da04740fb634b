import {
  Bool,
  DateDay,
  Float64,
  Int32,
  Int64,
  Table,
  Utf8,
  tableFromIPC,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import type { Vector } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { rowsFromArrow } from '../../src/engine/arrow-rows.ts';

/** As a result arrives: read from its bytes. */
function received(columns: Record<string, Vector>): Table {
  return tableFromIPC(tableToIPC(new Table(columns), 'stream'));
}

const rows = (columns: Record<string, Vector>) => {
  const { schema, batches } = received(columns);
  return rowsFromArrow(schema, batches);
};

test('every type, with nulls', () => {
  expect(
    rows({
      n: vectorFromArray([1, null, -3], new Int32()),
      x: vectorFromArray([0.1 + 0.2, null, -0], new Float64()),
      b: vectorFromArray([true, null, false], new Bool()),
      t: vectorFromArray(['a', null, ''], new Utf8()),
    }),
  ).toEqual([
    { n: 1, x: 0.1 + 0.2, b: true, t: 'a' },
    { n: null, x: null, b: null, t: null },
    { n: -3, x: -0, b: false, t: '' },
  ]);
});

test('a slice of a batch has its own rows, whose bits begin within a byte', () => {
  const flags = [
    true,
    false,
    null,
    true,
    true,
    false,
    false,
    null,
    true,
    false,
    true,
    null,
    true,
    true,
    false,
  ];
  const numbers = flags.map((flag, i) => (flag === null ? null : i / 4));
  const texts = flags.map((flag, i) => (flag === null ? null : `row ${i}`));
  const { schema, batches } = received({
    b: vectorFromArray(flags, new Bool()),
    x: vectorFromArray(numbers, new Float64()),
    t: vectorFromArray(texts, new Utf8()),
  });
  for (const [from, to] of [
    [0, 15],
    [1, 15],
    [3, 12],
    [9, 14],
  ] as const)
    expect(rowsFromArrow(schema, [batches[0]!.slice(from, to)])).toEqual(
      flags.map((b, i) => ({ b, x: numbers[i], t: texts[i] })).slice(from, to),
    );
});

test('text beyond ASCII is cut at its characters, and a byte order mark inside it is kept', () => {
  const texts = ['é', 'plain', '🤝🔶', '', '\uFEFFx', 'ß'];
  expect(rows({ t: vectorFromArray(texts, new Utf8()) }).map(({ t }) => t)).toEqual(texts);
});

test('the rows of several batches follow each other', () => {
  const first = received({ n: vectorFromArray([1, 2], new Int32()) });
  const second = received({ n: vectorFromArray([3], new Int32()) });
  expect(rowsFromArrow(first.schema, [...first.batches, ...second.batches])).toEqual([
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ]);
});

describe('a column of another type is refused as the native engine does', () => {
  test.each([
    ['BIGINT', vectorFromArray([1n], new Int64())],
    ['DATE', vectorFromArray([new Date(0)], new DateDay())],
  ])('%s', (type, vector) => {
    expect(() => rows({ v: vector })).toThrow(`Column "v" of the result is of type ${type}. Cast it`);
  });
});
