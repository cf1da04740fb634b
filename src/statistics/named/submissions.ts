import { monthOf, select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { estimated, fact, units, family } from '../statistic.ts';

/** Spans of time whose share of official models is told, by the start of the month. */
const spans = [
  { id: '2024_06', label: 'June 2024', has: (month: string) => month === '2024-06' },
  { id: '2025', label: '2025', has: (month: string) => month.startsWith('2025') },
  { id: '2025_02', label: 'February and March 2025', has: (month: string) => month >= '2025-02' },
] as const;

const query = select(models, ({ organisation, lineage, submission_date, official_provider, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), month: monthOf(submission_date), official_provider },
  orderBy: [row],
}));

/** How many models were handed in when, and by whom. */
export const submissions = family({
  query,
  definitions: [
    fact('submissions.dated', 'models with a day of submission', units.models),
    fact('submissions.undated', 'models without a day of submission', units.models),
    fact('submissions.busiest', 'models submitted in the busiest month', units.models),
    ...spans.map(({ id, label }) =>
      estimated(
        `submissions.official_share.${id}`,
        `share of official models among those submitted in ${label}`,
        units.share,
      ),
    ),
  ],
  derive(rows) {
    const dated = rows.filter(({ month }) => month !== null);
    const months = [...Map.groupBy(dated, ({ month }) => month).values()];
    return {
      'submissions.dated': count(dated.length),
      'submissions.undated': count(rows.length - dated.length),
      'submissions.busiest': count(Math.max(0, ...months.map((members) => members.length))),
      ...Object.fromEntries(
        spans.map(({ id, has }) => {
          const members = dated.filter(({ month }) => month !== null && has(month));
          return [
            `submissions.official_share.${id}`,
            shareEstimate(
              members.map((row) => row.official_provider),
              clustersOf(members),
            ),
          ];
        }),
      ),
    };
  },
});
