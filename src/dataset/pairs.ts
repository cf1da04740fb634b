import { benchmarks } from './benchmarks.ts';
import type { PreparationId } from './grouping.ts';

const scores = ['average', ...benchmarks];
/** Columns that stand in a pair twice: the child's under their name, the root's behind `base_`. */
const ofBoth = [
  'organisation',
  'lineage',
  'type',
  'official_provider',
  'chat_template',
  'caution',
  'average',
  'co2_kg',
  ...benchmarks.map((name) => `${name}_raw`),
];

/** SELECT over `all_pairs` for the pairs of one preparation. */
export const pairsOf = (preparation: PreparationId): string =>
  `SELECT * EXCLUDE (preparation) FROM all_pairs WHERE preparation = '${preparation}'`;

/** What a model is compared with: its root, its parent where that is known and in the table and else its root, or its parent alone. */
type Compared = 'root' | 'parent' | 'known-parent';

const comparedWith: Readonly<Record<Compared, string>> = {
  root: 'child.root',
  parent: 'CASE WHEN child.parent IN (SELECT identity FROM bases) THEN child.parent ELSE child.root END',
  'known-parent': 'child.parent',
};

/** SELECT for the models of a table, each with what it is compared with where that is a model of the table. */
export const selectPairs = (
  models: string,
  compared: Compared = 'root',
) => `WITH bases AS (SELECT * FROM ${models} QUALIFY row_number() OVER (PARTITION BY identity ORDER BY row) = 1)
SELECT child.row AS row, child.model_id AS model_id, base.row AS base_row,
  child.model AS model, base.model AS base_model,
  ${ofBoth.map((name) => `child.${name} AS ${name}, base.${name} AS base_${name}`).join(', ')},
  ${scores.map((score) => `child.${score} - base.${score} AS ${score}_change`).join(', ')}
FROM ${models} AS child
JOIN bases AS base ON base.identity = ${comparedWith[compared]}`;

/**
 * Statement that makes `all_pairs` of the tables of the preparations: one row per preparation and model whose root
 * is in the table. Both are as the preparation has them, so that a model has one score wherever it stands; of a root
 * that a preparation holds in several rows, the first is taken. `<score>_change` is child minus root in points of
 * the normalised score.
 */
export function pairsStatement(preparations: readonly PreparationId[]): string {
  return `CREATE TABLE all_pairs AS SELECT * FROM (${preparations.map((id) => `SELECT '${id}' AS preparation, * FROM (${selectPairs(id)})`).join(' UNION ALL ')}) ORDER BY preparation DESC, row`;
}
