import type { Figure } from '../../src/figures/figure.ts';

const models = (predicate: string) => `SELECT CAST(count(*) AS INTEGER) AS n FROM models WHERE ${predicate}`;
const runs = 'SELECT CAST(count(*) AS INTEGER) AS n FROM runs';

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
  'family-ladders': models(`official_provider AND parameters_b > 0 AND (
    regexp_full_match(model, 'Qwen/Qwen2[.]5-[0-9.]+B(-Instruct)?')
    OR regexp_full_match(model, 'meta-llama/Llama-3[.](1|2)-[0-9]+B(-Instruct)?')
    OR regexp_full_match(model, 'google/gemma-2-[0-9]+b(-it)?')
    OR regexp_full_match(model, 'HuggingFaceTB/SmolLM2-[0-9.]+(M|B)(-Instruct)?')
    OR regexp_full_match(model, 'tiiuae/Falcon3-[0-9]+B-(Base|Instruct)'))`),
  'co2-per-parameter-by-size': models('parameters_b > 1'),
};

/** The query that counts the models or runs behind a figure. Throws for a figure that has none here. */
export function counted({ id }: Figure): string {
  const sql = counts[id];
  if (sql === undefined)
    throw new Error(`tests/figures/counts.ts: say in SQL how many models are behind ${id}`);
  return sql;
}
