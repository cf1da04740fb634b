import type { Figure } from '../../src/figures/figure.ts';

const models = (predicate: string) => `SELECT CAST(count(*) AS INTEGER) AS n FROM models WHERE ${predicate}`;
const runs = 'SELECT CAST(count(*) AS INTEGER) AS n FROM runs';
const pairs = 'SELECT CAST(count(*) AS INTEGER) AS n FROM pairs';

/** Of each figure, the number of models or runs behind it, as one number over the views of a slice. */
const counts: Record<string, string> = {
  'benchmark-distributions': models('true'),
  'preparation-steps': runs,
  'missing-values': runs,
  'noise-floor':
    'SELECT CAST(count(*) AS INTEGER) AS n FROM (SELECT 1 FROM runs GROUP BY lower(trim(model)) HAVING min(precision) <> max(precision))',
  'moe-flag-audit': 'SELECT CAST(count(*) AS INTEGER) AS n FROM reviewed_models',
  'score-per-parameter-by-size': models('parameters_b > 1'),
  'sub-billion-spread': models('parameters_b > 0'),
  'score-per-parameter-curve': models('parameters_b > 0 AND average > 0'),
  'score-by-size': models('parameters_b > 0'),
  'gain-per-doubling': models('parameters_b > 0'),
  'size-explains': models('parameters_b > 0'),
  'family-ladders': `SELECT CAST(count(DISTINCT model) AS INTEGER) AS n FROM models WHERE official_provider AND parameters_b > 0 AND (
    regexp_full_match(model, 'Qwen/Qwen2[.]5-[0-9.]+B(-Instruct)?')
    OR regexp_full_match(model, 'meta-llama/Llama-3[.](1|2)-[0-9]+B(-Instruct)?')
    OR regexp_full_match(model, 'google/gemma-2-[0-9]+b(-it)?')
    OR regexp_full_match(model, 'HuggingFaceTB/SmolLM2-[0-9.]+(M|B)(-Instruct)?')
    OR regexp_full_match(model, 'tiiuae/Falcon3-[0-9]+B-(Base|Instruct)'))`,
  'co2-per-parameter-by-size': models('parameters_b > 1'),
  'co2-per-parameter-box': models('parameters_b > 1'),
  'co2-by-size': models('parameters_b > 0 AND co2_kg > 0'),
  'co2-over-time': models(
    'parameters_b > 7 AND parameters_b <= 9 AND co2_kg > 0 AND submission_date IS NOT NULL',
  ),
  'score-vs-co2': models('co2_kg > 0'),
  'moe-vs-dense-score': models('parameters_b > 0'),
  'moe-co2-efficiency': models('parameters_b > 0 AND co2_kg > 0'),
  'moe-active-parameters': models('parameters_b > 0'),
  'score-and-co2-by-provider': models('true'),
  'co2-vs-score-by-provider': models('co2_kg > 0'),
  'provider-counts': models('true'),
  'score-by-size-and-provider': models('true'),
  'qwen-by-provider': models("model ILIKE '%qwen%'"),
  'fine-tune-vs-base': pairs,
  'benchmark-trade-off': pairs,
  'benchmark-correlation': models('true'),
  'ability-map': models('true'),
  specialists: models('true'),
  'type-profile': models('true'),
  submissions: models('submission_date IS NOT NULL'),
  'frontier-over-time': models('submission_date IS NOT NULL AND parameters_b > 0'),
  concentration: models('true'),
  'base-models': models(`base_model <> 'Removed' AND trim(base_model) <> ''
    AND lower(trim(replace(base_model, ' (Merge)', ''))) <> lower(trim(model))`),
  documentation: models('true'),
};

/** The query that counts the models or runs behind a figure. Throws for a figure that has none here. */
export function counted({ id }: Figure): string {
  const sql = counts[id];
  if (sql === undefined)
    throw new Error(`tests/figures/counts.ts: say in SQL how many models are behind ${id}`);
  return sql;
}
