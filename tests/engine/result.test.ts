import { describe, expect, test } from 'vitest';
import { checkColumns, rowsFromColumns } from '../../src/engine/result.ts';

describe('checkColumns', () => {
  test('accepts the four types that both engines hand over alike', () => {
    const types = ['INTEGER', 'DOUBLE', 'VARCHAR', 'BOOLEAN'];
    expect(() => checkColumns(types.map((type) => ({ name: type, type })))).not.toThrow();
  });

  test('names the column of another type and says to cast', () => {
    expect(() => checkColumns([{ name: 'n', type: 'BIGINT' }])).toThrow(
      'Column "n" of the result is of type BIGINT. Cast it to INTEGER, DOUBLE, VARCHAR or BOOLEAN',
    );
  });

  test('refuses two columns of one name, of which a row could hold only the last', () => {
    const column = { name: 'a', type: 'INTEGER' };
    expect(() => checkColumns([column, column])).toThrow('Two columns of the result are called "a".');
  });
});

test('rowsFromColumns puts the r-th value of every column into the r-th row, in the order of the columns', () => {
  const rows = rowsFromColumns(
    ['b', 'a'],
    [
      [1, null],
      ['x', 'y'],
    ],
    2,
  );
  expect(rows).toEqual([
    { b: 1, a: 'x' },
    { b: null, a: 'y' },
  ]);
  expect(Object.keys(rows[0]!)).toEqual(['b', 'a']);
});
