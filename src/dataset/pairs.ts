import { benchmarks } from './benchmarks.ts';
import type { PreparationId } from './grouping.ts';

const scores = ['average', ...benchmarks];
const measures = [
  'official_provider',
  'chat_template',
  'average',
  'co2_kg',
  ...benchmarks.map((name) => `${name}_raw`),
];

/**
 * Query for the base of every run whose root is in the table, as `row` and `base_row`, over `identified_runs`. Its
 * run is the one at bfloat16 where the root has several, then the first in the dataset.
 */
export const baseOfRunsSql = `WITH bases AS (
  SELECT * FROM identified_runs
  QUALIFY row_number() OVER (PARTITION BY identity ORDER BY precision = 'bfloat16' DESC, row) = 1
)
SELECT child.row AS row, base.row AS base_row
FROM identified_runs AS child
JOIN bases AS base ON base.identity = child.root`;

/** SQL for the type of a run as corrected, given `typeFix` of the run. */
const correctedType = (run: string) => `coalesce(${run}_fix.value, ${run}.type)`;
const typeFix = (run: string) =>
  `LEFT JOIN corrections AS ${run}_fix ON lower(trim(${run}_fix.model)) = lower(trim(${run}.model)) AND ${run}_fix."column" = 'type'`;

/** SELECT over `all_pairs` as a preparation has them: types are corrected in the reviewed one, else as recorded. */
export const pairsOf = (preparation: PreparationId): string =>
  `SELECT * EXCLUDE (recorded_type, recorded_base_type)${preparation === 'reviewed' ? '' : ' REPLACE (recorded_type AS type, recorded_base_type AS base_type)'} FROM all_pairs`;

/**
 * Statement that makes `all_pairs`, one row per run that has a base. `<score>_change` is child minus base in
 * points of the normalised score; what stands under its plain name is the child's, what begins with `base_` the
 * base's. Types are corrected; as they are recorded, they stand beside that.
 */
export function pairsStatement(): string {
  return `CREATE TABLE all_pairs AS
SELECT child.row AS row, child.model_id AS model_id, base.row AS base_row, child.model AS model, base.model AS base_model,
  split_part(child.model, '/', 1) AS organisation, split_part(base.model, '/', 1) AS base_organisation, child.lineage AS lineage, base.lineage AS base_lineage,
  ${correctedType('child')} AS type, ${correctedType('base')} AS base_type,
  ${measures.map((measure) => `child.${measure} AS ${measure}, base.${measure} AS base_${measure}`).join(', ')},
  ${scores.map((score) => `child.${score} - base.${score} AS ${score}_change`).join(', ')},
  child.type AS recorded_type, base.type AS recorded_base_type
FROM run_keys
JOIN keyed_runs AS child ON child.row = run_keys.row
JOIN keyed_runs AS base ON base.row = run_keys.base_row
${typeFix('child')}
${typeFix('base')}
ORDER BY child.row`;
}
