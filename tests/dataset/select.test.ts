import { describe, expect, test } from 'vitest';
import {
  condition,
  countOf,
  double,
  falling,
  known,
  pick,
  select,
  sql,
  text,
  unionAll,
  type RowOf,
} from '../../src/dataset/select.ts';
import { models, runs, tables } from '../../src/dataset/tables.ts';
import { rowsOf } from '../report.ts';

const query = select(models, ({ row, average, submission_date, size_class }) => ({
  rows: { average, day: submission_date, class: size_class },
  where: sql`${average} > ${40} AND ${size_class} IN (${['small', "o'clock"]})`,
  orderBy: [row],
}));

test('every output is cast to a type that both engines share, and texts are quoted', () => {
  expect(query.sql).toBe(
    `SELECT CAST(average AS DOUBLE) AS average, CAST(submission_date AS VARCHAR) AS day, CAST(size_class AS VARCHAR) AS class FROM models WHERE average > 40 AND size_class IN ('small', 'o''clock') ORDER BY row`,
  );
});

test('a row has the type of its columns, blank where the column may be', () => {
  const row: RowOf<typeof query> = { average: 1, day: null, class: 'small' };
  // @ts-expect-error: the average of a model is never blank
  const blank: RowOf<typeof query> = { ...row, average: null };
  // @ts-expect-error: a misspelt column does not compile
  const misspelt = () => select(models, ({ avrage }) => ({ rows: { avrage }, orderBy: [] }));
  // @ts-expect-error: nor does an order by a name that is no output
  const astray = () => select(models, ({ average }) => ({ rows: { average }, orderBy: ['row'] }));
  expect([blank.average, misspelt, astray]).toEqual([null, expect.any(Function), expect.any(Function)]);
});

test('groups, a condition on them, a falling order and a limit', () => {
  const { sql: written } = select(runs, ({ model, average }) => ({
    rows: { model, runs: countOf(), spread: known(double`max(${average}) - min(${average})`) },
    groupBy: ['model'],
    having: sql`count(*) > ${1}`,
    orderBy: [falling(sql`spread`), 'model'],
    limit: 3,
  }));
  expect(written).toBe(
    'SELECT CAST(model AS VARCHAR) AS model, CAST(count(*) AS INTEGER) AS runs, CAST(max(average) - min(average) AS DOUBLE) AS spread FROM runs GROUP BY model HAVING count(*) > 1 ORDER BY spread DESC, model LIMIT 3',
  );
});

test('some columns by name have their types, and a condition that is written already stands as it is', async () => {
  const some = select(models, (columns) => ({
    rows: pick(columns, ['model', 'license']),
    where: condition("license = 'mit' AND likes > 500"),
    orderBy: [columns.row],
  }));
  expect(some.sql).toBe(
    "SELECT CAST(model AS VARCHAR) AS model, CAST(license AS VARCHAR) AS license FROM models WHERE license = 'mit' AND likes > 500 ORDER BY row",
  );
  const row: RowOf<typeof some> = { model: 'o/m', license: null };
  // @ts-expect-error: what was not picked is not in the row
  expect(row.likes).toBeUndefined();
  // @ts-expect-error: a misspelt column cannot be picked
  expect(() => select(models, (columns) => ({ rows: pick(columns, ['licence']), orderBy: [] }))).toThrow();
  expect(condition(null)).toBeUndefined();
  expect(await some.askOf(() => Promise.resolve([row]))).toEqual([row]);
  await expect(some.askOf(() => Promise.resolve([{ model: 'o/m' }]))).rejects.toThrow(
    'The answer has no column “license”',
  );
});

test('a query over another, over several tables, and one after another', async () => {
  const inner = select(models, ({ organisation, average }) => ({
    rows: { organisation, best: known(double`max(${average})`) },
    groupBy: ['organisation'],
    orderBy: ['organisation'],
  }));
  const outer = select(inner, ({ best }) => ({
    rows: { organisations: countOf(), over: countOf(sql`${best} > 50`) },
    orderBy: [],
  }));
  const [counted] = outer.read(await rowsOf('', outer.sql));
  const [by] = await rowsOf(
    '',
    'SELECT CAST(count(DISTINCT organisation) AS INTEGER) AS organisations, CAST(count(DISTINCT organisation) FILTER (average > 50) AS INTEGER) AS over FROM models',
  );
  expect(counted).toEqual(by);

  const both = select({ model: models, run: runs }, ({ model, run }) => ({
    join: sql`USING (model_id)`,
    rows: { row: run.row, of: model.row },
    orderBy: ['row'],
  }));
  expect(both.sql).toBe(
    'SELECT CAST(run.row AS INTEGER) AS row, CAST(model.row AS INTEGER) AS of FROM models AS model JOIN runs AS run USING (model_id) ORDER BY row',
  );

  const part = (kind: string) =>
    select(models, () => ({ rows: { kind: known(text`${kind}`) }, orderBy: [], limit: 1 }));
  expect(unionAll([part('a'), part('b')], ['kind']).sql).toBe(
    `SELECT CAST('a' AS VARCHAR) AS kind FROM models UNION ALL SELECT CAST('b' AS VARCHAR) AS kind FROM models ORDER BY kind`,
  );
});

describe('an answer is held against the query', () => {
  test('a missing column is an error, never too few', () => {
    expect(() => query.read([{ average: 1, day: null }])).toThrow('The answer has no column “class”');
  });
  test('a blank where none should be is an error, never 0', () => {
    expect(() =>
      query.read([
        { average: 1, day: null, class: null },
        { average: null, day: null, class: null },
      ]),
    ).toThrow('Column “average” is blank in row 2 of the answer');
  });
  test('two rows where one was meant are an error', () => {
    const one = select(models, () => ({ rows: { n: countOf() }, orderBy: [] }));
    expect(() => one.read([{ n: 1 }, { n: 2 }])).toThrow('answers 2 rows and has no order');
    expect(one.read([{ n: 1 }])).toEqual([{ n: 1 }]);
  });
  test('no rows are no error', () => {
    expect(query.read([])).toEqual([]);
  });
});

test.each(tables.filter(({ name }) => !['corrections', 'moe_review', 'identity'].includes(name)))(
  'every row of $name has what the dictionary says it always has',
  async (table) => {
    const all = select(table, (columns) => ({
      rows: columns,
      orderBy: table.key.map((name) => columns[name]!),
    }));
    const rows = await rowsOf('', all.sql);
    expect(all.read(rows).length).toBeGreaterThan(0);
    const keys = rows.map((row) => table.key.map((name) => row[name]).join('\n'));
    expect(new Set(keys).size).toBe(keys.length);
  },
);
