import { count, type Estimate } from '../methods/estimate.ts';
import { proportion } from '../methods/proportion.ts';
import { estimated, fact, units, type Family } from '../statistic.ts';

/** Spans of time whose share of official models is told, by the start of the month. */
const spans = [
  { id: '2024_06', label: 'June 2024', has: (month: string) => month === '2024-06' },
  { id: '2025', label: '2025', has: (month: string) => month.startsWith('2025') },
] as const;

/** How many models were handed in when, and by whom. */
export const submissions: Family = {
  sql: `SELECT left(CAST(submission_date AS VARCHAR), 7) AS month, official_provider, CAST(count(*) AS INTEGER) AS models FROM models GROUP BY month, official_provider ORDER BY month, official_provider`,
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
  derive(rows): Record<string, Estimate> {
    const total = (has: (month: string | null, official: boolean) => boolean) =>
      rows
        .filter((row) =>
          has(typeof row.month === 'string' ? row.month : null, row.official_provider === true),
        )
        .reduce((sum, row) => sum + Number(row.models), 0);
    const months = new Set(rows.map(({ month }) => month).filter((month) => typeof month === 'string'));
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
};
