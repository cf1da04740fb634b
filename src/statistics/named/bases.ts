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
  /** The kind of caution that a run of it calls for; null for none. */
  caution: string | null;
}

interface Row {
  base: string;
  organisation: string;
  caution: string | null;
  models: number;
}

/** Roots by the number of models that have them, then by name. */
export function basesOf(rows: readonly Row[]): Base[] {
  const found = Map.groupBy(rows, ({ base }) => base.toLowerCase());
  return [...found.values()]
    .map((members) => ({
      base: members[0]!.base,
      models: members.reduce((sum, { models }) => sum + models, 0),
      organisations: new Set(members.map(({ organisation }) => organisation)).size,
      caution: members[0]!.caution,
    }))
    .toSorted((a, b) => b.models - a.models || (a.base < b.base ? -1 : 1));
}

/** A root is named by its current name, a caution by the one that the table has. */
const cautionOfRoot = (root: Expression) =>
  text`(SELECT min(kind) FROM (SELECT kind, identity AS name FROM cautions JOIN identity USING (model)) WHERE name = ${root})`;

const named = select(models, ({ root, organisation }) => ({
  rows: { base: root, organisation, caution: cautionOfRoot(root) },
  where: sql`${root} IS NOT NULL`,
  orderBy: [],
}));

const query = select(named, ({ base, organisation, caution }) => ({
  rows: { base: known(base), organisation, caution: text`min(${caution})`, models: countOf() },
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
