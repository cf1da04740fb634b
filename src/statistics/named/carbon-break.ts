import { flag, known, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { carbonBreak } from '../../dataset/carbon.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clusters } from '../methods/clusters.ts';
import { meanDifferenceEstimate } from '../methods/difference.ts';
import { exponential } from '../methods/mapped.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const group = 'models over 7 and up to 9 B';
/** First day of the three months before the break. */
const threeMonthsBefore = '2024-11-08';

const nearBreak = select(models, ({ organisation, lineage, submission_date, parameters_b, co2_kg, row }) => ({
  rows: {
    ...clusterKeys({ organisation, lineage }),
    late: known(flag`${submission_date} >= ${threeMonthsBefore}`),
    since: known(flag`${submission_date} >= ${carbonBreak}`),
    co2_kg,
  },
  where: sql`${parameters_b} > 7 AND ${parameters_b} <= 9 AND ${co2_kg} > 0 AND ${submission_date} IS NOT NULL`,
  orderBy: [row],
}));

interface Side {
  co2: number[];
  clusters: Clusters;
}

/**
 * The carbon of models of one size, over 7 and up to 9 B, submitted earlier than the three months before the break,
 * in these months, and since: medians, and the ratio of geometric means of the last two.
 */
export const carbonBreaks = family({
  query: nearBreak,
  definitions: [
    estimated('co2.break.early.median', `median CO₂ of ${group} submitted up to 7 November 2024`, units.kg),
    estimated(
      'co2.break.before.median',
      `median CO₂ of ${group} submitted in the three months up to 7 February 2025`,
      units.kg,
    ),
    estimated('co2.break.since.median', `median CO₂ of ${group} submitted since 8 February 2025`, units.kg),
    estimated('co2.break.fold', `CO₂ before 8 February 2025 ÷ since, geometric means, ${group}`, units.fold),
  ],
  derive(rows) {
    const sideOf = (members: typeof rows): Side => ({
      co2: numbersOf(members, 'co2_kg'),
      clusters: clustersOf(members),
    });
    const early = sideOf(rows.filter(({ late }) => !late));
    const before = sideOf(rows.filter(({ late, since }) => late && !since));
    const since = sideOf(rows.filter((row) => row.since));
    return {
      'co2.break.early.median': medianEstimate(early.co2, early.clusters),
      'co2.break.before.median': medianEstimate(before.co2, before.clusters),
      'co2.break.since.median': medianEstimate(since.co2, since.clusters),
      'co2.break.fold': exponential(
        meanDifferenceEstimate(before.co2.map(Math.log), since.co2.map(Math.log), [
          before.clusters,
          since.clusters,
        ]),
      ),
    };
  },
});

const sinceBreak = select(models, ({ organisation, lineage, size_class, submission_date, row }) => ({
  rows: {
    ...clusterKeys({ organisation, lineage }),
    size_class: known(size_class),
    since: known(flag`${submission_date} >= ${carbonBreak}`),
  },
  where: sql`${size_class} IS NOT NULL AND ${submission_date} IS NOT NULL`,
  orderBy: [row],
}));

/** How many models of each size class were submitted since the break. */
export const carbonBreakShares = family({
  query: sinceBreak,
  definitions: sizeClasses.map(({ id, label }) =>
    estimated(
      `co2.break.${id}.share_since`,
      `share of models ${label} that were submitted since 8 February 2025`,
      units.share,
    ),
  ),
  derive(rows) {
    return Object.fromEntries(
      sizeClasses.map(({ id }) => {
        const members = rows.filter(({ size_class }) => size_class === id);
        return [
          `co2.break.${id}.share_since`,
          shareEstimate(
            members.map(({ since }) => since),
            clustersOf(members),
          ),
        ];
      }),
    );
  },
});
