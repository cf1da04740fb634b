import { slopeEstimate } from '../methods/linear.ts';
import type { Estimate } from '../methods/estimate.ts';
import type { Row } from '../../engine/engine.ts';
import { estimated, numbersOf, units, type Family } from '../statistic.ts';

const bands = [
  { id: 'small', label: 'models up to 9 B', has: (size: number) => size <= 9 },
  { id: 'over_9b', label: 'models over 9 B', has: (size: number) => size > 9 },
  { id: 'large', label: 'models over 40 B', has: (size: number) => size > 40 },
] as const;

/** How carbon follows size within bands of size: least squares of ln CO₂ on ln of parameters. */
export const carbonElasticity: Family = {
  sql: `SELECT CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(co2_kg AS DOUBLE) AS co2_kg FROM models WHERE parameters_b > 0 AND co2_kg > 0 ORDER BY row`,
  definitions: bands.map(({ id, label }) =>
    estimated(
      `co2.elasticity.${id}`,
      `percent more CO₂ per percent more parameters, ${label}`,
      units.elasticity,
    ),
  ),
  derive(rows) {
    const elasticity = (members: readonly Row[]): Estimate =>
      slopeEstimate(
        numbersOf(members, 'parameters_b').map(Math.log),
        numbersOf(members, 'co2_kg').map(Math.log),
      );
    return Object.fromEntries(
      bands.map(({ id, has }) => [
        `co2.elasticity.${id}`,
        elasticity(rows.filter((row) => has(Number(row.parameters_b)))),
      ]),
    );
  },
};
