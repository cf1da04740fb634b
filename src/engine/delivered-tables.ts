import { timeOf } from '../dataset/calendar.ts';
import { sqlTypes, type ColumnType, type Table } from '../dataset/column.ts';
import { identityTable } from '../dataset/identity/table.ts';
import type { DeliveredTables } from './delivery.ts';
import type { Engine, Row } from './engine.ts';
import { openNativeEngine, type NativeTable } from './native.ts';
import { hints } from './packing/hints.ts';
import { pack } from './packing/pack.ts';
import type { PlainTable } from './packing/packed.ts';
import { prepareTables } from './prepare.ts';

/** Tables that nearly every slice asks, each before those that repeat it. */
const inEverySlice = ['all_runs', 'keyed_runs', 'reviewed', 'prepared', 'run_steps', 'all_pairs'];

/**
 * What a browser's engine is given: the finished tables of the report, so that no reader waits for the steps of the
 * preparations; those that few slices ask come on demand. Rejects with an Error that names what is wrong in the data.
 */
export async function deliveredTables(rawTables: readonly NativeTable[]): Promise<DeliveredTables> {
  const engine = await openNativeEngine(rawTables);
  try {
    await prepareTables(engine);
    const held = await engine.query<{ name: string }>('SELECT name FROM (SHOW TABLES) ORDER BY name');
    const others = held.filter(({ name }) => name !== identityTable.name && !inEverySlice.includes(name));
    const tables = await Promise.all(inEverySlice.map((name) => tableOf(engine, name)));
    return {
      packed: pack([...tables, await identities(engine)], hints),
      onDemand: await Promise.all(
        others.map(async ({ name }) => ({
          name,
          listed: true,
          packed: pack([await tableOf(engine, name)], hints),
        })),
      ),
    };
  } finally {
    await engine.close();
  }
}

/** The table of identities, with the runs that have its names and commits already. */
async function identities(engine: Engine): Promise<PlainTable> {
  const { name, columns } = await tableOf(engine, identityTable.name);
  const found = await engine.query(
    `SELECT min(all_runs.row) AS row, min(all_runs.row) FILTER (model_sha = "commit") AS commit_row
      FROM ${name} JOIN all_runs USING (model) GROUP BY model, ${name}.rowid ORDER BY ${name}.rowid`,
  );
  const helping = ['row', 'commit_row'].map((column) => ({
    name: column,
    type: 'integer' as const,
    values: found.map((row) => row[column]!),
    helps: true,
  }));
  return { name, columns: [...helping, ...columns] };
}

/** A table on demand that is computed when the report is built, with its rows in their order. */
export function computedTable(
  { name, columns }: Table,
  rows: readonly Row[],
): DeliveredTables['onDemand'][number] {
  return { name, listed: false, packed: pack([plainTable(name, Object.values(columns), rows)], hints) };
}

const columnTypes = Object.fromEntries(
  Object.entries(sqlTypes).map(([type, sqlType]) => [sqlType, type]),
) as Record<string, ColumnType>;

async function tableOf(engine: Engine, name: string): Promise<PlainTable> {
  const described = await engine.query<{ name: string; sqlType: string }>(
    `SELECT column_name AS name, column_type AS "sqlType" FROM (DESCRIBE ${name})`,
  );
  const columns = described.map((column) => ({ name: column.name, type: columnTypes[column.sqlType]! }));
  const read = columns.map(({ name, type }) =>
    type === 'date' ? `CAST("${name}" AS VARCHAR) AS "${name}"` : `"${name}"`,
  );
  return plainTable(name, columns, await engine.query(`SELECT ${read.join(', ')} FROM ${name}`));
}

const millisecondsInDay = 86_400_000;

const plainTable = (
  name: string,
  columns: readonly { name: string; type: ColumnType }[],
  rows: readonly Row[],
): PlainTable => ({
  name,
  columns: columns.map(({ name, type }) => ({
    name,
    type,
    values: rows.map(({ [name]: value }) =>
      type === 'date' && value !== null ? timeOf(String(value)) / millisecondsInDay : value!,
    ),
  })),
});
