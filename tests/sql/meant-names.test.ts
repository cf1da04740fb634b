import { expect, test } from 'vitest';
import { meantNames } from '../../src/sql/meant-names.ts';
import { tables as described } from '../../src/dataset/tables.ts';

const tables = Object.fromEntries(described.map(({ name, columns }) => [name, Object.keys(columns)]));
const column = (name: string, query = `SELECT ${name} FROM models`) =>
  meantNames({ kind: 'column', name }, query, tables);
const table = (name: string) => meantNames({ kind: 'table', name }, `SELECT * FROM ${name}`, tables);

test('a slip in a name finds the name', () => {
  expect(column('averag')).toEqual(['average']);
  expect(column('modle')).toEqual(['model']);
  expect(column('Parmeters_B')).toEqual(['parameters_b']);
  expect(table('modls')).toEqual(['models']);
  expect(table('MODEL')).toEqual(['models']);
  expect(table('reviewed_model')).toEqual(['reviewed_models']);
});

test('what is far from every name finds none', () => {
  expect(column('xyzzy')).toEqual([]);
  expect(column('score')).toEqual([]);
  // Names of the engine's own tables are near these.
  for (const name of ['tabels', 'abc', 'schemata', 'columns', 'pg_table']) expect(table(name)).toEqual([]);
});

test('at most a third of the letters may be wrong, and always one', () => {
  expect(column('ro')).toEqual(['row']);
  expect(column('mdeol')).toEqual([]);
  expect(column('avreega')).toEqual([]);
});

test('columns are those of the tables that the query names', () => {
  expect(column('base_modl')).toEqual(['base_model']);
  expect(column('base_averag')).toEqual([]);
  expect(column('base_averag', 'SELECT base_averag FROM Pairs')).toEqual(['base_average']);
  expect(column('averag', 'SELECT averag')).toEqual([]);
});

test('before a dot stands a table of the query', () => {
  const unknown = { kind: 'qualifier', name: 'modls' } as const;
  expect(meantNames(unknown, 'SELECT modls.row FROM models', tables)).toEqual(['models']);
  expect(meantNames(unknown, 'SELECT modls.row FROM runs', tables)).toEqual([]);
});
