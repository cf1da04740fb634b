import { countOf, monthOf, select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { count } from '../methods/estimate.ts';
import { proportion } from '../methods/proportion.ts';
import { estimated, fact, units, family } from '../statistic.ts';

/** Spans of time whose share of official models is told, by the start of the month. */
const spans = [
  { id: '2024_06', label: 'June 2024', has: (month: string) => month === '2024-06' },
  { id: '2025', label: '2025', has: (month: string) => month.startsWith('2025') },
] as const;

const query = select(models, ({ submission_date, official_provider }) => ({
  rows: { month: monthOf(submission_date), official_provider, models: countOf() },
  groupBy: ['month', 'official_provider'],
  orderBy: ['month', 'official_provider'],
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
    const total = (has: (month: string | null, official: boolean) => boolean) =>
      rows.filter((row) => has(row.month, row.official_provider)).reduce((sum, row) => sum + row.models, 0);
    const months = new Set(rows.map(({ month }) => month).filter((month) => month !== null));
    return {
      'submissions.dated': count(total((month) => month !== null)),
      'submissions.undated': count(total((month) => month === null)),
      'submissions.busiest': count(
        Math.max(0, ...[...months].map((each) => total((month) => month === each))),
      ),
      ...Object.fromEntries(
        spans.map(({ id, has }) => [
          `submissions.official_share.${id}`,
          proportion(
            total((month, official) => month !== null && has(month) && official),
            total((month) => month !== null && has(month)),
          ),
        ]),
      ),
    };
  },
});
