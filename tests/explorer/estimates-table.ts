import { sqlTypes, type Column } from '../../src/dataset/column.ts';
import { estimates } from '../../src/dataset/tables.ts';
import type { Engine, Value } from '../../src/engine/engine.ts';
import { estimateRows } from '../../src/publication/estimates.ts';
import { publication } from '../../src/publication/publication.ts';

const written = (value: Value) => (typeof value === 'string' ? `'${value}'` : String(value ?? 'NULL'));

/** Gives an engine of its own the table that a browser's engine fetches on demand. */
export async function giveEstimates(engine: Engine): Promise<void> {
  const columns = Object.values<Column>(estimates.columns);
  const lines = estimateRows(await publication()).map(
    (row) => `(${columns.map(({ name }) => written(row[name]!)).join(', ')})`,
  );
  await engine.run(
    `CREATE TABLE estimates (${columns.map(({ name, type }) => `${name} ${sqlTypes[type]}`).join(', ')})`,
  );
  await engine.run(`INSERT INTO estimates VALUES ${lines.join(', ')}`);
}
