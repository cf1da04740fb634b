import { sqlTypes, type Column } from '../../src/dataset/column.ts';
import { estimates } from '../../src/dataset/tables.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadModelTable } from '../../src/finder/model-table.ts';
import { modelEstimates } from '../../src/statistics/model-estimates.ts';

const written = (value: string | number | null) =>
  typeof value === 'string' ? `'${value}'` : String(value ?? 'NULL');

/** Gives an engine of its own the table that a browser's engine fetches on demand. */
export async function giveEstimates(engine: Engine): Promise<void> {
  const columns = Object.values<Column>(estimates.columns);
  const lines: string[] = [];
  for (const preparation of ['prepared', 'reviewed'] as const) {
    const { models } = await loadModelTable(engine, preparation);
    modelEstimates(models).forEach((of, at) => {
      const row: Record<string, string | number | null> = { preparation, row: models[at]!.row, ...of };
      lines.push(`(${columns.map(({ name }) => written(row[name]!)).join(', ')})`);
    });
  }
  await engine.run(
    `CREATE TABLE estimates (${columns.map(({ name, type }) => `${name} ${sqlTypes[type]}`).join(', ')})`,
  );
  await engine.run(`INSERT INTO estimates VALUES ${lines.join(', ')}`);
}
