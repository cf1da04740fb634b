/** A cell of a result. Every query casts its columns so that both engines answer with these types. */
export type Value = number | string | boolean | null;

/** A row of a result, by column name in the order of the SELECT. */
export type Row = Record<string, Value>;

/**
 * Something that answers SQL over the report's tables: DuckDB native at build time, duckdb-wasm in the
 * browser. Queries run one after another; a result must be fully ordered and cast to INTEGER, DOUBLE,
 * VARCHAR or BOOLEAN, because the two engines hand other types to JavaScript differently.
 */
export interface Engine {
  /** Runs statements that answer nothing, such as CREATE VIEW. Rejects with the engine's message. */
  run(sql: string): Promise<void>;
  /**
   * Answers one SELECT. Rejects with the engine's message, or with the signal's reason as soon as it is aborted;
   * in the browser the engine then finishes what it has begun before it takes up the next query.
   */
  query<R extends Row = Row>(sql: string, signal?: AbortSignal): Promise<R[]>;
  /** Frees the database. Later calls reject. */
  close(): Promise<void>;
}

/** An engine that the reader's own SQL may ask as well. */
export interface ReaderEngine extends Engine {
  /** Prepares one statement and does not run it. Rejects with the engine's message where it cannot be run. */
  check(sql: string): Promise<void>;
  /**
   * Answers one SELECT, whose columns are as those of `query`, piece by piece as the rows are found. Stops
   * when `take` answers false. Rejects with the engine's message.
   */
  stream<R extends Row = Row>(sql: string, take: (rows: R[]) => boolean): Promise<void>;
}
