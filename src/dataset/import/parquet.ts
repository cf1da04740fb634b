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

/** The most rows that one import reads: every value of them is held in memory more than once. */
const mostRows = 200_000;

/** Why there is no file at a path, in words; undefined where there is one. */
async function whyNoFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
  if (found === 'ENOENT' || found === 'ENOTDIR') return 'no such file';
  if (found === 'EACCES' || found === 'EPERM') return 'the file may not be read';
  if (found === 'ELOOP') return 'the file cannot be read (a link that leads to itself)';
  if (found === 'ENAMETOOLONG') return 'the file cannot be read (the name is too long)';
  if (typeof found === 'string') return `the file cannot be read (${found})`;
  if (found.isDirectory()) return 'this is a folder';
  return found.isFile() ? undefined : 'this is neither a file nor a folder';
}

/**
 * Reads a whole Parquet file in the order of its rows; `source` is how the reader named it.
 * @throws ImportFailure where the file is missing, is not Parquet, or has more rows than can be held.
 */
export async function readParquet(path: string, source = path): Promise<Table> {
  const why = await whyNoFile(path);
  if (why !== undefined)
    throw new ImportFailure(`${source}: ${why}; give the path or the URL of a Parquet file.`);
  // One thread: nothing may depend on which thread finishes first.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const given = { path: literalGlob(path) };
    const counted = await connection.runAndReadAll(
      'SELECT coalesce(sum(num_rows), 0)::DOUBLE FROM parquet_file_metadata($path)',
      given,
    );
    const rows = Number(counted.getRows()[0]![0]);
    if (rows > mostRows)
      throw new ImportFailure(
        `${source}: the file has ${rows.toLocaleString('en')} rows, and an import reads at most ${mostRows.toLocaleString('en')}; the final release has fewer than 5,000.`,
      );
    // Row numbers keep dataset order whatever the plan; partitions guessed from the path would add columns.
    const reader = await connection.runAndReadAll(
      `SELECT * EXCLUDE (file_row_number)
       FROM read_parquet($path, file_row_number = true, hive_partitioning = false)
       ORDER BY file_row_number`,
      given,
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
    if (error instanceof ImportFailure) throw error;
    throw new ImportFailure(`${source}: cannot be read as Parquet: ${saidOf(error as Error, path, source)}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What the engine says of a file, without the query that it was asked and by the name that the file was given. */
const saidOf = ({ message }: Error, path: string, source: string): string =>
  message
    .split(/\n+\s*LINE \d+:/)[0]!
    .replaceAll(literalGlob(path), source)
    .replaceAll(path, source)
    .replace(/^[A-Z][A-Za-z ]* Error: /, '')
    .trim();

/** DuckDB reads a path as a pattern; a bracketed character stands for itself. */
function literalGlob(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}
