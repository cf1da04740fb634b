import { countOf, known, select, sql, text, type Expression } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { topShare } from '../methods/concentration.ts';
import { count, estimate } from '../methods/estimate.ts';
import { fact, units, family } from '../statistic.ts';

/** The named base of a model: the suffix “ (Merge)” off; NULL where there is none, or it is the model itself. */
export function namedBase(base: Expression, model: Expression): Expression<string | null> {
  const plain = text`trim(regexp_replace(${base}, ' \\(Merge\\)$', ''))`;
  return text`CASE WHEN ${base} <> 'Removed' AND lower(${plain}) <> lower(trim(${model})) THEN ${plain} END`;
}

/** A root and who builds on it. */
export interface Base {
  base: string;
  models: number;
  organisations: number;
}

/** Roots by the number of models that have them, then by name. */
export function basesOf(rows: readonly { base: string; organisation: string; models: number }[]): Base[] {
  const found = new Map<string, { base: string; models: number; organisations: Set<string> }>();
  for (const { base, organisation, models } of rows) {
    const entry = found.get(base.toLowerCase()) ?? { base, models: 0, organisations: new Set<string>() };
    entry.models += models;
    entry.organisations.add(organisation);
    found.set(base.toLowerCase(), entry);
  }
  return [...found.values()]
    .map(({ base, models, organisations }) => ({ base, models, organisations: organisations.size }))
    .toSorted((a, b) => b.models - a.models || (a.base < b.base ? -1 : 1));
}

const named = select(models, ({ root, organisation }) => ({
  rows: { base: root, organisation },
  orderBy: [],
}));

const query = select(named, ({ base, organisation }) => ({
  rows: { base: known(base), organisation, models: countOf() },
  where: sql`${base} IS NOT NULL`,
  groupBy: ['base', 'organisation'],
  orderBy: ['base', 'organisation'],
}));

/** Which models are the roots of others. */
export const bases = family({
  query,
  definitions: [
    fact('bases.models', 'models that have another one as their root', units.models),
    fact('bases.count', 'models that are the root of another', units.models),
    fact('bases.first.models', 'models of the root that has most', units.models),
    fact('bases.first.organisations', 'organisations whose models have that root', units.organisations),
    fact(
      'bases.top10_share',
      'share of models with a root that have one of the ten most common',
      units.share,
    ),
  ],
  derive(rows) {
    const found = basesOf(rows);
    const models = found.map((base) => base.models);
    return {
      'bases.models': count(models.reduce((a, b) => a + b, 0)),
      'bases.count': count(found.length),
      'bases.first.models': count(found[0]?.models ?? 0),
      'bases.first.organisations': count(found[0]?.organisations ?? 0),
      'bases.top10_share': estimate(topShare(models, 10), found.length),
    };
  },
});
