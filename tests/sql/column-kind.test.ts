import { expect, test } from 'vitest';
import { columnKinds } from '../../src/sql/column-kind.ts';

const kind = (type: string, ...values: (string | null)[]) =>
  columnKinds(
    [{ name: 'v', type }],
    values.map((value) => [value]),
  )[0];

test.each(['TINYINT', 'INTEGER', 'UBIGINT', 'HUGEINT', 'DOUBLE', 'DECIMAL(18,3)'])(
  '%s is a number',
  (type) => {
    expect(kind(type)).toBe('number');
  },
);

test.each(['INTEGER[]', 'DOUBLE[3]', 'STRUCT(a INTEGER)', 'MAP(VARCHAR, INTEGER)', 'INTERVAL', 'BLOB'])(
  '%s cannot be drawn',
  (type) => {
    expect(kind(type, '1')).toBe('other');
  },
);

test('days are a type, or texts that all begin with one', () => {
  expect(kind('DATE')).toBe('day');
  expect(kind('TIMESTAMP WITH TIME ZONE')).toBe('day');
  expect(kind('VARCHAR', '2024-06-12', null)).toBe('day');
  expect(kind('VARCHAR', '2024-06-12', 'soon')).toBe('text');
  expect(kind('VARCHAR', null)).toBe('text');
  expect(kind('VARCHAR')).toBe('text');
});

test('true and false are names', () => {
  expect(kind('BOOLEAN', 'true')).toBe('text');
});
