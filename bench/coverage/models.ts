import type { Engine } from '../../src/engine/engine.ts';
import type { Results } from './simulate.ts';
import type { SimulatedModel } from './world.ts';

/** The reviewed models with a size and carbon, in the order of the table, and their results. */
export async function simulatedModels(
  engine: Engine,
): Promise<{ models: SimulatedModel[]; results: Results }> {
  const rows = await engine.query(
    `SELECT organisation, lineage, log2(parameters_b) AS size, official_provider AS official,
       size_class = 'small' AS small, family, average, ln(co2_kg) AS log_carbon,
       CASE WHEN submission_date >= '2025-01-01' THEN true
         WHEN submission_date BETWEEN '2024-07-01' AND '2024-09-30' THEN false END AS late
     FROM reviewed WHERE parameters_b > 0 AND co2_kg > 0 ORDER BY row`,
  );
  return {
    models: rows.map(({ organisation, lineage, size, official, small, family, late }) => ({
      organisation: String(organisation),
      lineage: String(lineage),
      size: Number(size),
      official: official === true,
      small: small === true,
      family: String(family),
      late: typeof late === 'boolean' ? late : null,
    })),
    results: {
      average: rows.map((row) => Number(row.average)),
      logCarbon: rows.map((row) => Number(row.log_carbon)),
    },
  };
}
