import type { Row } from '../../engine/engine.ts';
import { topShare } from '../methods/concentration.ts';
import { count, type Estimate, estimate } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';

/** SQL of the named base: the suffix “ (Merge)” off; NULL where there is none, or it is the model itself. */
export const namedBaseSql = `CASE WHEN base_model <> 'Removed' AND lower(trim(regexp_replace(base_model, ' \\(Merge\\)$', ''))) <> lower(trim(model)) THEN trim(regexp_replace(base_model, ' \\(Merge\\)$', '')) END`;

/** A base and who builds on it. */
export interface Base {
  base: string;
  models: number;
  organisations: number;
}

/** Bases by the number of models that name them, then by name; names count as one whatever their case. */
export function basesOf(rows: readonly Row[]): Base[] {
  const found = new Map<string, { base: string; models: number; organisations: Set<string> }>();
  for (const row of rows) {
    const base = String(row.base);
    const entry = found.get(base.toLowerCase()) ?? { base, models: 0, organisations: new Set<string>() };
    entry.models += Number(row.models);
    entry.organisations.add(String(row.organisation));
    found.set(base.toLowerCase(), entry);
  }
  return [...found.values()]
    .map(({ base, models, organisations }) => ({ base, models, organisations: organisations.size }))
    .toSorted((a, b) => b.models - a.models || (a.base < b.base ? -1 : 1));
}

/** Which models others name as their base. */
export const bases: Family = {
  sql: `SELECT base, organisation, CAST(count(*) AS INTEGER) AS models FROM (SELECT ${namedBaseSql} AS base, organisation FROM models) WHERE base IS NOT NULL GROUP BY base, organisation ORDER BY base, organisation`,
  definitions: [
    fact('bases.models', 'models that name another one as their base', units.models),
    fact('bases.count', 'models that are named as a base', units.models),
    fact('bases.first.models', 'models that name the most named base', units.models),
    fact(
      'bases.first.organisations',
      'organisations whose models name the most named base',
      units.organisations,
    ),
    fact('bases.top10_share', 'share of models on the ten most named bases', units.share),
  ],
  derive(rows): Record<string, Estimate> {
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
};
