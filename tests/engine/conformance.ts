import assert from 'node:assert/strict';
import type { Engine, Row } from '../../src/engine/engine.ts';

/** The part of an engine that answers. */
interface Asked {
  run: Engine['run'];
  query(sql: string, signal?: AbortSignal): Promise<Row[]>;
}

/** Something that an engine of the report must do. Whatever tables it holds, a case asks none of them. */
export interface ConformanceCase {
  name: string;
  check(engine: Asked): Promise<void>;
}

const rejects = (query: Promise<unknown>, told: RegExp) =>
  assert.rejects(query, (error: Error) => told.test(error.message));

const answers = (name: string, sql: string, rows: readonly Row[]): ConformanceCase => ({
  name,
  async check(engine) {
    // Strict: 0 is not −0, and a missing column is not an undefined one.
    assert.deepStrictEqual(await engine.query(sql), rows);
  },
});

const refuses = (what: string, sql: string, told: RegExp): ConformanceCase => ({
  name: `refuses ${what}, and answers the next query`,
  async check(engine) {
    await rejects(engine.query(sql), told);
    assert.deepStrictEqual(await engine.query('SELECT 1::INTEGER AS one'), [{ one: 1 }]);
  },
});

/** Types that engines hand to JavaScript differently, as an expression of each. */
const castFirst = {
  BIGINT: 'count(*)',
  HUGEINT: 'sum(n)',
  'DECIMAL(2,1)': '1.5',
  DATE: "DATE '2024-06-12'",
  'INTEGER[]': '[1::INTEGER]',
};

/**
 * What an engine must do to serve the report, besides answering its queries as the other engines do: both of ours
 * pass these, and a third has to. See “A larger table” in CONTRIBUTING.md.
 */
export const conformance: readonly ConformanceCase[] = [
  answers(
    'hands over whole numbers, doubles, text and truth values as plain values, blanks as null, in the order of the SELECT',
    'SELECT * FROM (VALUES (3::INTEGER, 0.5::DOUBLE, \'a "b" é🤝\', true), (NULL, NULL, NULL, NULL)) AS t(n, x, name, yes) ORDER BY n NULLS LAST',
    [
      { n: 3, x: 0.5, name: 'a "b" é🤝', yes: true },
      { n: null, x: null, name: null, yes: null },
    ],
  ),
  answers(
    'keeps every bit of a double',
    "SELECT 0.1::DOUBLE + 0.2::DOUBLE AS sum, '-0'::DOUBLE AS zero, 'nan'::DOUBLE AS nan, '-inf'::DOUBLE AS low, 5e-324::DOUBLE AS least",
    [{ sum: 0.1 + 0.2, zero: -0, nan: Number.NaN, low: -Infinity, least: 5e-324 }],
  ),
  answers('answers no rows with an empty list', 'SELECT 1::INTEGER AS n WHERE false', []),
  {
    name: 'runs several statements, whose views the next query sees, replaced ones too',
    async check(engine) {
      await engine.run(
        'CREATE OR REPLACE TEMP VIEW conforms AS SELECT 1::INTEGER AS n; CREATE OR REPLACE TEMP VIEW conforms_twice AS SELECT 2 * n AS n FROM conforms',
      );
      assert.deepStrictEqual(await engine.query('SELECT n FROM conforms_twice'), [{ n: 2 }]);
      await engine.run('CREATE OR REPLACE TEMP VIEW conforms AS SELECT 5::INTEGER AS n');
      assert.deepStrictEqual(await engine.query('SELECT n FROM conforms_twice'), [{ n: 10 }]);
    },
  },
  {
    name: 'takes what is asked at once in turn',
    async check(engine) {
      const view = (n: number) => `CREATE OR REPLACE TEMP VIEW conforms AS SELECT ${n}::INTEGER AS n`;
      const asked: Promise<Row[]>[] = [];
      const made: Promise<void>[] = [];
      for (let n = 0; n < 9; n++) {
        made.push(engine.run(view(n)));
        asked.push(engine.query('SELECT n FROM conforms'));
      }
      await Promise.all(made);
      assert.deepStrictEqual(
        (await Promise.all(asked)).map(([row]) => row!.n),
        [0, 1, 2, 3, 4, 5, 6, 7, 8],
      );
    },
  },
  {
    name: 'rejects a query whose signal is aborted already, with its reason',
    async check(engine) {
      const signal = AbortSignal.abort(new Error('changed my mind'));
      await rejects(engine.query('SELECT 1::INTEGER AS n', signal), /changed my mind/);
    },
  },
  ...Object.entries(castFirst).map(([type, expression]) =>
    refuses(
      `a column of ${type}`,
      `SELECT ${expression} AS v FROM (SELECT 1::INTEGER AS n)`,
      /Column "v" of the result is of type .+\. Cast it/,
    ),
  ),
  refuses('a name that is none', 'SELECT nothing_such AS n', /"nothing_such"/),
  refuses('files', "SELECT * FROM read_csv('package.json')", /file system operations are disabled/),
  refuses('changes of its settings', 'SET enable_external_access = true', /configuration has been locked/),
];
