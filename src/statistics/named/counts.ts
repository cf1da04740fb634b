import type { Estimate } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';
import { count } from '../methods/estimate.ts';

const columns = {
  'models.count': ['models in the preparation', 'count(*)'],
  'models.moe': ['models counted as MoE', 'count(*) FILTER (moe)'],
  'models.official': ['models of official providers', 'count(*) FILTER (official_provider)'],
  'size.small.count': ['models up to 9 B', `count(*) FILTER (size_class = 'small')`],
  'size.medium.count': ['models over 9 B and up to 40 B', `count(*) FILTER (size_class = 'medium')`],
  'size.large.count': ['models over 40 B', `count(*) FILTER (size_class = 'large')`],
  'size.over_1b.count': ['models over 1 B', 'count(*) FILTER (parameters_b > 1)'],
} as const;

/** Counts of models. */
export const counts: Family = {
  sql: `SELECT ${Object.entries(columns)
    .map(([id, [, sql]]) => `CAST(${sql} AS INTEGER) AS "${id}"`)
    .join(', ')} FROM models`,
  definitions: Object.entries(columns).map(([id, [label]]) => fact(id, label, units.models)),
  derive(rows) {
    const [row] = rows;
    return Object.fromEntries(
      Object.keys(columns).map((id): [string, Estimate] => [id, count(Number(row?.[id] ?? 0))]),
    );
  },
};
