import { stat } from 'node:fs/promises';
import type { DuckDBValue } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { ImportFailure } from './failure.ts';

/** A table as it lies in the file. */
export interface Table {
  /** Name and DuckDB type of each column, in file order. */
  columns: readonly { name: string; type: string }[];
  /** Number of rows. */
  length: number;
  /** The values of each column by name, in dataset order; BIGINT arrives as bigint. */
  values: ReadonlyMap<string, readonly DuckDBValue[]>;
}

/**
 * Reads a whole Parquet file in the order of its rows.
 * @throws ImportFailure where the file is missing or is not Parquet.
 */
export async function readParquet(path: string): Promise<Table> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new ImportFailure(`${path}: no such file; give the path or the URL of a Parquet file.`);
  }
  // One thread: nothing may depend on which thread finishes first.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    // Row numbers keep dataset order whatever the plan; partitions guessed from the path would add columns.
    const reader = await connection.runAndReadAll(
      `SELECT * EXCLUDE (file_row_number)
       FROM read_parquet($path, file_row_number = true, hive_partitioning = false)
       ORDER BY file_row_number`,
      { path: literalGlob(path) },
    );
    const names = reader.columnNames();
    const columns = names.map((name, index) => ({ name, type: String(reader.columnType(index)) }));
    const data = reader.getColumns();
    return {
      columns,
      length: reader.currentRowCount,
      values: new Map(names.map((name, index) => [name, data[index] ?? []])),
    };
  } catch (error) {
    throw new ImportFailure(`${path}: cannot be read as Parquet: ${(error as Error).message}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** DuckDB reads a path as a pattern; a bracketed character stands for itself. */
function literalGlob(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}
