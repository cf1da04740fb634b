import { known, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import type { Estimate } from '../methods/estimate.ts';
import { clustersOf } from '../methods/clusters.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, family, numbersOf, units } from '../statistic.ts';

/** Sizes that many models come in, in billions of parameters, both bounds included. */
const sizes = [
  { id: 'near_4b', label: '3.5 to 4.5 B', from: 3.5, upTo: 4.5 },
  { id: 'near_14b', label: '13 to 16 B', from: 13, upTo: 16 },
  { id: 'near_70b', label: '65 to 75 B', from: 65, upTo: 75 },
] as const;

/** What one evaluation of the model in the middle costs at sizes that many models come in. */
export const carbonAtSizes = family({
  query: select(models, ({ organisation, lineage, parameters_b, co2_step_corrected_kg, row }) => ({
    rows: {
      ...clusterKeys({ organisation, lineage }),
      parameters_b,
      co2_step_corrected_kg: known(co2_step_corrected_kg),
    },
    where: sql`${parameters_b} > 0 AND ${co2_step_corrected_kg} IS NOT NULL`,
    orderBy: [row],
  })),
  definitions: sizes.map(({ id, label }) =>
    estimated(`co2.${id}.median`, `median step-corrected CO₂ of models of ${label}`, units.kg),
  ),
  derive(rows) {
    return Object.fromEntries(
      sizes.map(({ id, from, upTo }): [string, Estimate] => {
        const members = rows.filter(({ parameters_b }) => parameters_b >= from && parameters_b <= upTo);
        return [
          `co2.${id}.median`,
          medianEstimate(numbersOf(members, 'co2_step_corrected_kg'), clustersOf(members)),
        ];
      }),
    );
  },
});
