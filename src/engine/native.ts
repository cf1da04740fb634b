import {
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { timeOf } from '../dataset/calendar.ts';
import { sqlTypes, type ColumnType } from '../dataset/column.ts';
import { readTable } from './csv.ts';
import type { NativeTable } from './csv.ts';
import { databaseAddress, withDatabase, type LoadFact } from './database.ts';
import type { ReaderEngine, Row, Value } from './engine.ts';
import { createQueue } from './queue.ts';
import { checkColumns, rowsFromColumns } from './result.ts';

export type { NativeTable } from './csv.ts';

const types = { integer: INTEGER, number: DOUBLE, string: VARCHAR, boolean: BOOLEAN, date: DATE };
const millisecondsInDay = 86_400_000;

/** The days of a column as the binding takes them; values of other types as they are. */
const bound = (values: readonly Value[], type: ColumnType) =>
  type === 'date'
    ? values.map((day) =>
        day === null ? null : new DuckDBDateValue(timeOf(String(day)) / millisecondsInDay),
      )
    : values;

// No extension is fetched, no file is read, and nothing can change that.
const settings = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

// A data chunk of DuckDB holds no more rows than this.
const chunkSize = 2048;

/**
 * Opens DuckDB in memory with the given tables, read from their CSV files in file order, or from the database of an
 * address as far as it has them. One thread, so that sums of doubles come out the same every time; no files, no
 * network, no change of settings afterwards. Rejects with an Error that names the file, line and column of what is
 * wrong in the data.
 */
export async function openNativeEngine(
  tables: readonly NativeTable[],
  database = databaseAddress(),
): Promise<ReaderEngine> {
  const reachesOut = String(database !== undefined);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    enable_external_access: reachesOut,
    autoload_known_extensions: reachesOut,
    autoinstall_known_extensions: reachesOut,
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const loadAll = async (isLoaded?: LoadFact) => {
      for (const table of tables) if (!(await isLoaded?.(table))) await load(connection, table);
    };
    if (database === undefined) await loadAll();
    else await withDatabase(connection, database, loadAll);
    for (const setting of settings) await connection.run(setting);
  } catch (error) {
    close();
    throw error;
  }

  const enqueue = createQueue();
  let open = true;
  const whileOpen = <T>(task: () => Promise<T>) => {
    if (!open) throw new Error('The native engine is closed.');
    return task();
  };
  return {
    run: (sql) => enqueue(() => whileOpen(async () => void (await connection.run(sql)))),
    query: <R extends Row>(sql: string, signal?: AbortSignal) =>
      enqueue(() => whileOpen(() => answer(connection, sql, signal)), { signal }) as Promise<R[]>,
    check: (sql) => enqueue(() => whileOpen(async () => (await connection.prepare(sql)).destroySync())),
    stream: <R extends Row>(sql: string, take: (rows: R[]) => boolean) =>
      enqueue(() => whileOpen(() => stream(connection, sql, take as (rows: Row[]) => boolean))),
    close: () =>
      enqueue(async () => {
        if (open) close();
        open = false;
      }),
  };
}

async function load(connection: DuckDBConnection, table: NativeTable): Promise<void> {
  const { columns, rowCount } = await readTable(table);
  const definitions = table.columns.map(({ name, type }) => `"${name}" ${sqlTypes[type]}`);
  await connection.run(`CREATE TABLE "${table.name}" (${definitions.join(', ')})`);
  const appender = await connection.createAppender(table.name);
  for (let start = 0; start < rowCount; start += chunkSize) {
    const chunk = DuckDBDataChunk.create(table.columns.map(({ type }) => types[type]));
    chunk.setColumns(
      columns.map((values, index) =>
        bound(values.slice(start, start + chunkSize), table.columns[index]!.type),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function stream(
  connection: DuckDBConnection,
  sql: string,
  take: (rows: Row[]) => boolean,
): Promise<void> {
  await checkOneStatement(connection, sql);
  const result = await connection.stream(sql);
  const names = columnsOf(result);
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const columns = names.map((_, index) => chunk!.getColumnValues(index) as Value[]);
    if (!take(rowsFromColumns(names, columns, chunk.rowCount))) return;
  }
}

async function checkOneStatement(connection: DuckDBConnection, sql: string): Promise<void> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) {
    throw new Error(`A query is one statement, and this text holds ${statements.count}.`);
  }
}

/** Names of the columns of a result; the check leaves only types that the binding hands over as plain values. */
function columnsOf(result: DuckDBResult): string[] {
  const names = result.columnNames();
  checkColumns(names.map((name, index) => ({ name, type: String(result.columnType(index)) })));
  return names;
}

async function answer(connection: DuckDBConnection, sql: string, signal?: AbortSignal): Promise<Row[]> {
  let repeat: NodeJS.Timeout | undefined;
  const interrupt = () => {
    // An interrupt that comes before the engine has begun is lost, so it is repeated until the query ends.
    repeat = setInterval(() => connection.interrupt(), 5);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    await checkOneStatement(connection, sql);
    const result = await connection.run(sql);
    const names = columnsOf(result);
    const columns = (await result.getColumns()) as Value[][];
    return rowsFromColumns(names, columns, result.rowCount);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    clearInterval(repeat);
  }
}
