import { countOf, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { count } from '../methods/estimate.ts';
import { fact, family, units } from '../statistic.ts';

const labels = {
  'models.count': 'models in the preparation',
  'models.moe': 'models counted as MoE',
  'models.official': 'models of official providers',
  'size.small.count': 'models up to 9 B',
  'size.medium.count': 'models over 9 B and up to 40 B',
  'size.large.count': 'models over 40 B',
  'size.over_1b.count': 'models over 1 B',
  'size.from_name.count': 'models whose size was read from their name or page',
  'size.corrected.count': 'models whose size is a correction',
  'models.copies': 'models that are copies of another by their results or their weights',
} as const;
const ids = Object.keys(labels) as (keyof typeof labels)[];

const query = select(models, (columns) => {
  const { moe, official_provider, size_class, size_source, parameters_b, copy_of } = columns;
  return {
    rows: {
      'models.count': countOf(),
      'models.moe': countOf(moe),
      'models.official': countOf(official_provider),
      'size.small.count': countOf(sql`${size_class} = 'small'`),
      'size.medium.count': countOf(sql`${size_class} = 'medium'`),
      'size.large.count': countOf(sql`${size_class} = 'large'`),
      'size.over_1b.count': countOf(sql`${parameters_b} > 1`),
      'size.from_name.count': countOf(sql`${size_source} = 'name'`),
      'size.corrected.count': countOf(sql`${size_source} = 'correction'`),
      'models.copies': countOf(sql`${copy_of} IS NOT NULL`),
    } satisfies Record<keyof typeof labels, unknown>,
    orderBy: [],
  };
});

/** Counts of models. */
export const counts = family({
  query,
  definitions: ids.map((id) => fact(id, labels[id], units.models)),
  derive: ([row]) => Object.fromEntries(ids.map((id) => [id, count(row?.[id] ?? 0)])),
});
