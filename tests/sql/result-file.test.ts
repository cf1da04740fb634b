import { expect, test } from 'vitest';
import { describeResult } from '../../src/sql/result-file.ts';

test('a result is described with its query, its slice and the types of its columns', () => {
  const query = 'SELECT model --,=HYPERLINK("http://evil.example/")\nFROM models';
  const types = [
    'VARCHAR',
    'BIGINT',
    'UINTEGER',
    'DECIMAL(18,2)',
    'BOOLEAN',
    'DATE',
    'INTEGER[]',
    'TIMESTAMP',
  ];
  const described = describeResult(
    { report: 'The report', address: 'https://a.b/sql/?q=1', slice: 'chat', rows: '2 rows', query },
    types.map((type, index) => ({ name: `c${index}`, type })),
  );
  expect(described).toMatchObject({
    file: 'query.csv',
    about: ['2 rows.'],
    taken: 'Slice: chat.',
    report: 'The report',
    address: 'https://a.b/sql/?q=1',
    query,
  });
  expect(described.columns.map(({ type }) => type)).toEqual([
    'string',
    'integer',
    'integer',
    'number',
    'boolean',
    'date',
    'string',
    'string',
  ]);
});
