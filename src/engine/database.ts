import type { DuckDBConnection } from '@duckdb/node-api';
import { allRuns } from '../dataset/tables.ts';
import { sqlTypes } from '../dataset/column.ts';
import type { NativeTable } from './csv.ts';

/** Name of the environment variable that holds the address of another database of the report's facts. */
const databaseVariable = 'REPORT_DATABASE';

/**
 * The address that the build's engine takes the tables of facts from, where the environment names one: a Parquet
 * file, which holds the runs, or whatever DuckDB can attach, in which every table of facts that it has is taken and
 * the others are read from `data/`.
 */
export const databaseAddress = (): string | undefined => process.env[databaseVariable] || undefined;

/** Loads a table of facts and answers whether the database has it. */
export type LoadFact = (table: NativeTable) => Promise<boolean>;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const isParquet = (address: string) => /\.parquet(\?|$)/i.test(address);
const firstLine = (cause: unknown) => String((cause as Error).message).split('\n')[0];

/** Opens a database for what `use` loads from it. Rejects with an Error that names the address and the table. */
export async function withDatabase(
  connection: DuckDBConnection,
  address: string,
  use: (load: LoadFact) => Promise<void>,
): Promise<void> {
  const wrong = (what: string, cause?: unknown) =>
    new Error(
      `${databaseVariable} (${address}): ${what}${cause === undefined ? '' : ` ${firstLine(cause)}`}`,
      { cause },
    );
  const relations = new Map<string, string>();
  if (isParquet(address)) relations.set(allRuns.name, `read_parquet(${quoted(address)})`);
  else {
    await connection.run(`ATTACH ${quoted(address)} AS facts (READ_ONLY)`).catch((cause: unknown) => {
      throw wrong('the database cannot be opened.', cause);
    });
    const found = await connection.runAndReadAll(
      "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'facts'",
    );
    for (const [schema, name] of found.getRows() as [string, string][])
      relations.set(name, `facts."${schema}"."${name}"`);
    if (!relations.has(allRuns.name)) throw wrong(`there is no table ${allRuns.name}.`);
  }
  await use(async ({ name, columns }) => {
    const relation = relations.get(name);
    if (!relation) return false;
    const read = columns.map(
      (column) => `CAST("${column.name}" AS ${sqlTypes[column.type]}) AS "${column.name}"`,
    );
    await connection
      .run(`CREATE TABLE "${name}" AS SELECT ${read.join(', ')} FROM ${relation}`)
      .catch((cause: unknown) => {
        throw wrong(`table ${name} cannot be read.`, cause);
      });
    return true;
  });
  if (!isParquet(address)) await connection.run('DETACH facts');
}
