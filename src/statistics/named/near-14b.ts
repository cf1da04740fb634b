import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(models, ({ organisation, lineage, family, average, parameters_b, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), family, average },
  where: sql`${parameters_b} >= 13 AND ${parameters_b} <= 16`,
  orderBy: [row],
}));

/** Who stands where the medians of score by size peak: models from 13 to 16 billion parameters, both included. */
export const near14b = family({
  query,
  definitions: [
    fact('near_14b.count', 'models from 13 to 16 B', units.models),
    estimated('near_14b.qwen_share', 'share of Qwen architectures among models of 13 to 16 B', units.share),
    estimated(
      'near_14b.qwen.median',
      'median average score of Qwen architectures of 13 to 16 B',
      units.points,
    ),
    estimated(
      'near_14b.rest.median',
      'median average score of other architectures of 13 to 16 B',
      units.points,
    ),
  ],
  derive(rows) {
    const qwen = rows.filter(({ family }) => family === 'qwen');
    const rest = rows.filter(({ family }) => family !== 'qwen');
    return {
      'near_14b.count': count(rows.length),
      'near_14b.qwen_share': shareEstimate(
        rows.map(({ family }) => family === 'qwen'),
        clustersOf(rows),
      ),
      'near_14b.qwen.median': medianEstimate(numbersOf(qwen, 'average'), clustersOf(qwen)),
      'near_14b.rest.median': medianEstimate(numbersOf(rest, 'average'), clustersOf(rest)),
    };
  },
});
