import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { rowsFromArrow } from './arrow-rows.ts';
import { EngineError } from './engine-error.ts';
import type { ReaderEngine, Row } from './engine.ts';
import { loadDelivery, loadTable } from './loading.ts';
import type { LoadedTable } from './loading.ts';
import type { Progress } from './progress.ts';
import { createOnDemand } from './on-demand.ts';
import type { DeliveredTableFile, Manifest } from './manifest.ts';
import { checkBrowser } from './needed.ts';
import { QueryProblem } from './query-problem.ts';
import { createQueue } from './queue.ts';
import { loadManifest } from './request.ts';
import { cannotStart, startWorker } from './worker.ts';

export { progressWords, type Progress } from './progress.ts';

export interface BrowserEngineOptions {
  /** Address of `engine/manifest.json`, relative to the page or absolute. */
  manifestUrl: string | URL;
  /** What stands there, where it is on its way already. */
  manifest?: Promise<Manifest>;
  /** Hears how much of the engine and the tables has arrived, and how far the start has come. */
  onProgress?: (progress: Progress) => void;
  /** For a reader's own SQL: tables on demand that are listed are there from the start. */
  listed?: boolean;
  /** Stops the loading. */
  signal?: AbortSignal;
}

// No extension is ever fetched, no file is read, no query takes the memory of the tab, and none can change
// that. The report's tables fill a few megabytes.
const settings = [
  "SET memory_limit = '512MB'",
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * Loads duckdb-wasm and the report's tables, or takes them from an earlier visit, and opens the database in a
 * worker. Rejects with an EngineError for the reader, or with the signal's reason; a later call starts afresh
 * and can succeed.
 */
export async function openBrowserEngine(options: BrowserEngineOptions): Promise<ReaderEngine> {
  checkBrowser();
  const { onProgress = () => undefined, signal } = options;
  const manifestUrl = new URL(options.manifestUrl, document.baseURI);
  signal?.throwIfAborted();
  const manifest = await (options.manifest ?? loadManifest(manifestUrl, signal));

  // The worker reads its script while the rest is still on its way.
  const { worker, give, alive, stop } = startWorker(new URL(manifest.worker.url, manifestUrl).href);
  const loading = new AbortController();
  const abandon = (reason: unknown) => {
    loading.abort(reason);
    stop(reason);
  };
  const abort = () => abandon(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    let arrived = { loaded: 0, total: 0 };
    let step = 0;
    const tell = () => onProgress({ ...arrived, step, steps });
    const hear = (progress: typeof arrived) => {
      arrived = progress;
      tell();
    };
    const { engine: module, tables } = await alive(loadDelivery(manifestUrl, manifest, hear, loading.signal));
    give(module);
    const done = <T>(result: T): T => {
      step += 1;
      tell();
      return result;
    };
    done(undefined);
    const connection = await alive(start(database, done));
    const load = (table: DeliveredTableFile) =>
      loadTable(manifestUrl, manifest, table).catch((cause: unknown) => {
        throw cause instanceof Error ? new QueryProblem(cause.message) : cause;
      });
    const { bring, opened } = engine(connection, { tables, onDemand: manifest.onDemand, load }, alive, stop);
    const expected = [...tables, ...manifest.onDemand.filter(({ listed }) => listed)];
    if (options.listed) await Promise.all(expected.map(({ name }) => bring(name)));
    return opened;
  } catch (error) {
    abandon(error);
    signal?.throwIfAborted();
    throw error instanceof EngineError ? error : cannotStart(error);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Steps of the start: the engine is compiled, runs, has a database, and its settings are locked. */
const steps = 4;

async function start(database: AsyncDuckDB, done: <T>(result: T) => T): Promise<AsyncDuckDBConnection> {
  // Of the address it is only asked that it answers before it is revoked: the worker has been given the compiled
  // engine.
  const url = URL.createObjectURL(new Blob());
  try {
    await database.instantiate(url);
  } finally {
    URL.revokeObjectURL(url);
  }
  done(undefined);
  await database.open({ path: ':memory:' });
  const connection = done(await database.connect());
  done(await connection.query(settings.join(';')));
  return connection;
}

const insert = (connection: AsyncDuckDBConnection, { name, stream }: LoadedTable): Promise<void> =>
  connection.insertArrowFromIPCStream(stream(), { name, create: true });

// So many that the worker has the next ones while the page reads the rows of one; an aborted slice leaves no more
// than these for it to finish.
const queriesTogether = 4;

/** The engine over tables that have arrived and such as come on demand, each put in when it is first asked for. */
function engine(
  connection: AsyncDuckDBConnection,
  {
    tables,
    onDemand,
    load,
  }: {
    tables: readonly LoadedTable[];
    onDemand: readonly DeliveredTableFile[];
    load(table: DeliveredTableFile): Promise<LoadedTable[]>;
  },
  alive: <T>(promise: Promise<T>) => Promise<T>,
  stop: (reason: unknown) => void,
): { bring(name: string): Promise<void>; opened: ReaderEngine } {
  const enqueue = createQueue(queriesTogether);
  const arrived = new Map(tables.map((table) => [table.name, table]));
  const { bring, asking, after } = createOnDemand(
    [...tables, ...onDemand].map(({ name }) => name),
    async (name) => {
      const here = arrived.get(name);
      const loaded = here ? [here] : await load(onDemand.find((table) => table.name === name)!);
      for (const table of loaded) await enqueue(() => alive(insert(connection, table)));
      arrived.delete(name);
    },
  );
  const opened: ReaderEngine = {
    // One message each, which the worker takes one after another. A statement may change what a query reads that
    // was asked before it and still waits for a table.
    run: (sql) => after(() => asking(sql, () => enqueue(() => alive(run(connection, sql)), { early: true }))),
    query: <R extends Row>(sql: string, signal?: AbortSignal) =>
      asking(sql, () => enqueue(() => alive(answer(connection, sql)), { early: true, signal })) as Promise<
        R[]
      >,
    check: (sql) => asking(sql, () => enqueue(() => alive(check(connection, sql)))),
    stream: <R extends Row>(sql: string, take: (rows: R[]) => boolean) =>
      asking(sql, () => enqueue(() => alive(stream(connection, sql, take as (rows: Row[]) => boolean)))),
    close: async () => stop(new Error('The SQL engine of this page is closed.')),
  };
  return { bring, opened };
}

async function run(connection: AsyncDuckDBConnection, sql: string): Promise<void> {
  await connection.query(sql).catch((error: unknown) => {
    throw readable(error);
  });
}

async function answer(connection: AsyncDuckDBConnection, sql: string): Promise<Row[]> {
  try {
    const { schema, batches } = await connection.query(sql);
    return rowsFromArrow(schema, batches);
  } catch (error) {
    throw readable(error);
  }
}

async function check(connection: AsyncDuckDBConnection, sql: string): Promise<void> {
  try {
    await (await connection.prepare(sql)).close();
  } catch (error) {
    throw readable(error);
  }
}

async function stream(
  connection: AsyncDuckDBConnection,
  sql: string,
  take: (rows: Row[]) => boolean,
): Promise<void> {
  try {
    const reader = await connection.send(sql, true);
    const { schema } = await reader.open();
    for await (const batch of reader) {
      if (take(rowsFromArrow(schema, [batch]))) continue;
      await connection.cancelSent();
      return;
    }
  } catch (error) {
    throw readable(error);
  }
}

/** Some of the engine's errors arrive as JSON; all should read as those of the native engine do. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('{"exception_type"')) return error;
  const { exception_type: type, exception_message: message } = JSON.parse(error.message) as {
    exception_type: string;
    exception_message: string;
  };
  return new Error(`${type} Error: ${message}`, { cause: error });
}
