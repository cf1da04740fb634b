import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(models, ({ organisation, lineage, average, parameters_b, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), name: lineage, average },
  where: sql`${parameters_b} >= 13 AND ${parameters_b} <= 16`,
  orderBy: [row],
}));

/**
 * Who stands where the medians of score by size peak: models from 13 to 16 billion parameters, both included, of the
 * lineage that has most of them, of the second, and of all others. Of lineages with as many the first by name counts.
 */
export const near14b = family({
  query,
  definitions: [
    fact('near_14b.count', 'models from 13 to 16 B', units.models),
    estimated(
      'near_14b.largest.share',
      'share of the largest lineage among models of 13 to 16 B',
      units.share,
    ),
    estimated(
      'near_14b.two_largest.share',
      'share of the two largest lineages among models of 13 to 16 B',
      units.share,
    ),
    estimated(
      'near_14b.largest.median',
      'median average score of the largest lineage of 13 to 16 B',
      units.points,
    ),
    estimated(
      'near_14b.second.median',
      'median average score of the second largest lineage of 13 to 16 B',
      units.points,
    ),
    estimated(
      'near_14b.others.median',
      'median average score of lineages of 13 to 16 B other than the two largest',
      units.points,
    ),
  ],
  derive(rows) {
    const [largest, second] = [...Map.groupBy(rows, ({ name }) => name)]
      .toSorted(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1))
      .map(([name]) => name);
    const share = (names: readonly unknown[]) =>
      shareEstimate(
        rows.map(({ name }) => names.includes(name)),
        clustersOf(rows),
      );
    const median = (has: (name: string) => boolean) => {
      const members = rows.filter(({ name }) => has(name));
      return medianEstimate(numbersOf(members, 'average'), clustersOf(members));
    };
    return {
      'near_14b.count': count(rows.length),
      'near_14b.largest.share': share([largest]),
      'near_14b.two_largest.share': share([largest, second]),
      'near_14b.largest.median': median((name) => name === largest),
      'near_14b.second.median': median((name) => name === second),
      'near_14b.others.median': median((name) => name !== largest && name !== second),
    };
  },
});
