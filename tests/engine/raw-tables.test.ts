import { expect, test } from 'vitest';
import { recordedColumns } from '../../src/dataset/recorded.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';

test('all_runs has the columns of data/runs.csv in file order, with their types', () => {
  const [runs] = rawTables();
  expect(runs).toMatchObject({ name: 'all_runs', path: 'data/runs.csv' });
  expect(runs!.columns.map(({ name }) => name)).toEqual(recordedColumns.map(({ name }) => name));
  const type = (name: string) => runs!.columns.find((column) => column.name === name)!.type;
  expect([type('row'), type('average'), type('moe'), type('model'), type('upload_date')]).toEqual([
    'integer',
    'number',
    'boolean',
    'string',
    'date',
  ]);
});
