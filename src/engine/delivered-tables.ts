import { sqlTypes, type ColumnType, type Table } from '../dataset/column.ts';
import { findingTables } from '../dataset/findings.ts';
import { identityTable } from '../dataset/identity/table.ts';
import type { DeliveredTable } from './delivery.ts';
import type { Engine, Row } from './engine.ts';
import { openNativeEngine, type NativeTable } from './native.ts';
import { findRows } from './prepare.ts';
import { arrowStream, writeArrow } from './tables.ts';

/**
 * What a browser's engine is given: the raw tables, and what the steps of the preparations find in them, so that
 * no reader waits for the steps. Rejects with an Error that names what is wrong in the data.
 */
export async function deliveredTables(rawTables: readonly NativeTable[]): Promise<DeliveredTable[]> {
  const engine = await openNativeEngine(rawTables);
  try {
    await findRows(engine);
    // The browser makes this one from the findings, in which no name is said twice.
    const given = rawTables.filter(({ name }) => name !== identityTable.name);
    const raw = given.map(async (table) => ({ name: table.name, stream: await arrowStream(table) }));
    const found = findingTables.map(async (name) => ({ name, stream: await tableOf(engine, name) }));
    return await Promise.all([...raw, ...found]);
  } finally {
    await engine.close();
  }
}

/** A table that is computed when the report is built, with its rows in their order. */
export function computedTable({ name, columns }: Table, rows: readonly Row[]): DeliveredTable {
  return { name, stream: streamOf(Object.values(columns), rows) };
}

const streamOf = (definitions: readonly { name: string; type: ColumnType }[], rows: readonly Row[]) =>
  writeArrow(definitions, {
    columns: definitions.map((column) => rows.map((row) => row[column.name]!)),
    rowCount: rows.length,
  });

const columnTypes = Object.fromEntries(
  Object.entries(sqlTypes).map(([type, sqlType]) => [sqlType, type]),
) as Record<string, ColumnType>;

async function tableOf(engine: Engine, name: string): Promise<Uint8Array> {
  const described = await engine.query<{ name: string; sqlType: string }>(
    `SELECT column_name AS name, column_type AS "sqlType" FROM (DESCRIBE ${name})`,
  );
  const definitions = described.map(({ name, sqlType }) => ({ name, type: columnTypes[sqlType]! }));
  return streamOf(definitions, await engine.query(`SELECT * FROM ${name} ORDER BY row`));
}
