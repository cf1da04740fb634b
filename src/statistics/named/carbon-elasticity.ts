import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clustered } from '../methods/clusters.ts';
import { slopeEstimate } from '../methods/linear.ts';
import type { Estimate } from '../methods/estimate.ts';
import { overSizes } from '../over-sizes.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const bands = [
  { id: 'small', label: 'models up to 9 B', has: (size: number) => size <= 9 },
  { id: 'over_9b', label: 'models over 9 B', has: (size: number) => size > 9 },
  { id: 'large', label: 'models over 40 B', has: (size: number) => size > 40 },
] as const;

const query = select(models, ({ organisation, lineage, parameters_b, co2_kg, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), parameters_b, co2_kg },
  where: sql`${parameters_b} > 0 AND ${co2_kg} > 0`,
  orderBy: [row],
}));

/** Percent more CO₂ per percent more parameters: the least-squares slope of ln CO₂ on ln of parameters. */
export function elasticityOf(
  rows: readonly (Clustered & { parameters_b: number; co2_kg: number })[],
): Estimate {
  const sizes = numbersOf(rows, 'parameters_b');
  const co2 = numbersOf(rows, 'co2_kg').map(Math.log);
  return overSizes(sizes, () => slopeEstimate(sizes.map(Math.log), co2, clustersOf(rows)));
}

/** How carbon follows size within bands of size: least squares of ln CO₂ on ln of parameters. */
export const carbonElasticity = family({
  query,
  definitions: bands.map(({ id, label }) =>
    estimated(
      `co2.elasticity.${id}`,
      `percent more CO₂ per percent more parameters, ${label}`,
      units.elasticity,
    ),
  ),
  derive(rows) {
    return Object.fromEntries(
      bands.map(({ id, has }) => [
        `co2.elasticity.${id}`,
        () => elasticityOf(rows.filter((row) => has(row.parameters_b))),
      ]),
    );
  },
});
