import { beforeAll, expect, test } from 'vitest';
import { headingOf, sqlTypes, type Column } from '../../src/dataset/column.ts';
import { tables, tablesOnDemand } from '../../src/dataset/tables.ts';
import { browserDictionary } from '../../src/site/browser-dictionary.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { sliceStatements } from '../../src/slice/views.ts';
import { oneRow, report, rowsOf } from '../report.ts';

beforeAll(async () => {
  await (await report()).run(sliceStatements(wholeTable).join(';\n'));
});

test('every table and view of the engine is described, and nothing else', async () => {
  const rows = await (
    await report()
  ).query(
    // Other tests make tables of their own in the engine that they share with this one.
    "SELECT name FROM (SHOW TABLES) WHERE NOT starts_with(name, 'own_') ORDER BY name",
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name));
});

test.each(tables)(
  'the columns of $name are those of the engine, in their order and of their type',
  async (table) => {
    const rows = await rowsOf('', `SELECT column_name, column_type FROM (DESCRIBE ${table.name})`);
    expect(Object.values(table.columns).map(({ name, type }) => [name, sqlTypes[type]])).toEqual(
      rows.map(({ column_name, column_type }) => [column_name, column_type]),
    );
  },
);

test.each([...tables, ...tablesOnDemand])(
  '$name and its columns are told to people',
  ({ title, meaning, columns }) => {
    expect(title).toMatch(/^\S/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    for (const [name, column] of Object.entries(columns)) {
      expect(column.name).toBe(name);
      expect(column.label).toMatch(/^\S/);
      expect(column.meaning, name).toMatch(/^[A-Za-z].*\.$/);
    }
  },
);

const bounded = tables.flatMap(({ name: table, columns }) =>
  Object.values(columns).flatMap(({ name, minimum, maximum, values }) =>
    minimum === undefined && maximum === undefined && values === undefined
      ? []
      : [{ table, name, minimum, maximum, values }],
  ),
);

test.each(bounded)('$table.$name keeps to its bounds', async ({ table, name, minimum, maximum, values }) => {
  const kept = [
    ...(minimum === undefined ? [] : [`"${name}" >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`"${name}" <= ${maximum}`]),
    ...(values === undefined ? [] : [`"${name}" IN (${values.map((value) => `'${value}'`).join(', ')})`]),
  ];
  const { outside } = await oneRow(
    `SELECT CAST(count(*) AS INTEGER) AS outside FROM ${table} WHERE NOT (${kept.join(' AND ')})`,
  );
  expect(outside).toBe(0);
});

test('what a column is made from is a column', () => {
  const every = new Set(
    [...tables, ...tablesOnDemand].flatMap(({ name, columns }) =>
      Object.keys(columns).flatMap((column) => [column, `${name}.${column}`]),
    ),
  );
  const parts = [...tables, ...tablesOnDemand].flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ madeFrom = [] }: Column) => madeFrom),
  );
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.filter((part) => !every.has(part))).toEqual([]);
});

test('a heading is the label with the unit behind it, once', () => {
  const { columns } = tables.find(({ name }) => name === 'models')!;
  expect(headingOf(columns.parameters_b!)).toBe('Parameters (B)');
  expect(headingOf(columns.likes!)).toBe('Likes');
  expect(headingOf(columns.type!)).toBe('Type');
});

/** The module that a page gets for a file of the dictionary. */
const browserModule = async (file: string) =>
  (await import(`data:text/javascript,${encodeURIComponent(browserDictionary(file))}`)) as Record<
    string,
    unknown
  >;

test('browsers are told names, types, labels and units, and no meanings', async () => {
  const told = tables.find(({ name }) => name === 'models')!.columns;
  const { models } = (await browserModule('tables.ts')) as { models: { columns: Record<string, Column> } };
  expect(Object.keys(models.columns)).toEqual(Object.keys(told));
  for (const [name, column] of Object.entries(models.columns)) {
    const { type, required, label, unit, symbol, digits } = told[name]!;
    expect({ ...column }).toEqual({ name, type, required, label, unit, symbol, digits });
  }
  // What several tables have in common is sent once.
  const { reviewedTable } = (await browserModule('tables.ts')) as { reviewedTable: typeof models };
  expect(reviewedTable.columns).toBe(models.columns);
  for (const file of ['recorded.ts', 'tables.ts'])
    for (const { meaning } of Object.values(told)) expect(browserDictionary(file)).not.toContain(meaning);
});

test('browsers are told which choices an address may name, and not why', async () => {
  const { choicesBesideFilters } = await browserModule('choices.ts');
  expect(choicesBesideFilters).toEqual([
    { id: 'run', others: [{ id: 'best' }, { id: 'chat' }, { id: 'bfloat16' }] },
    { id: 'sizes', others: [{ id: 'recorded' }, { id: 'embeddings-once' }] },
    { id: 'carbon', others: [{ id: 'step-corrected' }] },
    { id: 'pairs', others: [{ id: 'parent' }] },
    { id: 'averages', others: [{ id: 'mean' }, { id: 'median' }, { id: 'pooled' }] },
    { id: 'peers', others: [{ id: 'narrow' }, { id: 'wide' }, { id: 'any_age' }] },
    { id: 'intervals', others: [{ id: 'organisation' }, { id: 'independent' }] },
  ]);
});
