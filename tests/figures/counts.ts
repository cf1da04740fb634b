import type { Figure } from '../../src/figures/figure.ts';

const models = (predicate: string) => `SELECT CAST(count(*) AS INTEGER) AS n FROM models WHERE ${predicate}`;
const runs = 'SELECT CAST(count(*) AS INTEGER) AS n FROM runs';
const pairs = 'SELECT CAST(count(*) AS INTEGER) AS n FROM pairs';

const ladders = `WITH of AS (
    SELECT DISTINCT model, regexp_matches(model, '(-Instruct|-it|-[Cc]hat(-hf)?)$') AS tuned, CASE
      WHEN regexp_full_match(model, 'openai-community/gpt2(-medium|-large|-xl)?') THEN 'GPT-2'
      WHEN regexp_full_match(model, 'EleutherAI/gpt-neo-[0-9.]+(m|B)') THEN 'GPT-Neo'
      WHEN regexp_full_match(model, 'bigscience/bloom-[0-9]+(m|b)[0-9]?') THEN 'BLOOM'
      WHEN regexp_full_match(model, 'EleutherAI/pythia-[0-9.]+(m|b)') THEN 'Pythia'
      WHEN regexp_full_match(model, 'meta-llama/Llama-2-[0-9]+b(-chat)?-hf') THEN 'Llama 2'
      WHEN regexp_full_match(model, 'Qwen/Qwen(1[.]5|2|2[.]5)-[0-9.]+B(-Chat|-Instruct)?') THEN split_part(model, '-', 1)
      WHEN regexp_full_match(model, '01-ai/Yi-1[.]5-[0-9]+B(-Chat)?') THEN 'Yi-1.5'
      WHEN regexp_full_match(model, 'google/gemma-2-[0-9]+b(-it)?') THEN 'Gemma 2'
      WHEN regexp_full_match(model, 'internlm/internlm2_5-[0-9_]+b-chat') THEN 'InternLM2.5'
      WHEN regexp_full_match(model, 'HuggingFaceTB/SmolLM2?-[0-9.]+(M|B)(-Instruct)?') THEN split_part(model, '-', 1)
      WHEN regexp_full_match(model, 'meta-llama/Llama-3[.](1|2)-[0-9]+B(-Instruct)?') THEN 'Llama 3'
      WHEN regexp_full_match(model, 'tiiuae/Falcon3-[0-9]+B-(Base|Instruct)') THEN 'Falcon3' END AS family
    FROM models WHERE official_provider AND parameters_b > 0
  )`;
const qwen = `model IN (${['0.5', '1.5', '3', '7', '14', '32', '72'].map((size) => `'Qwen/Qwen2.5-${size}B'`).join(', ')})`;

/** Of each figure that does not count all models or all runs, their number behind it, over the views of a slice. */
const own: Record<string, string> = {
  // The runs for which another stands that theirs is compared with, by one of the four causes.
  'noise-floor': `WITH r AS (
      SELECT *, lower(trim(model)) AS name, split_part(lower(trim(model)), '/', 1) AS organisation,
        submission_date > '2025-02-07' AS since, co2_kg > 0 AND submission_date IS NOT NULL AS metered
      FROM runs
    ), one AS (
      SELECT min(row) AS row FROM r WHERE metered AND parameters_b > 0 AND architecture IS NOT NULL
      GROUP BY organisation, architecture, parameters_b, precision, chat_template, since
    )
    SELECT CAST(count(*) AS INTEGER) AS n FROM (
      SELECT a.row FROM r AS a JOIN r AS b USING (name) WHERE a.chat_template <> b.chat_template
      UNION SELECT a.row FROM r AS a JOIN r AS b USING (name, chat_template, model_sha) WHERE a.precision <> b.precision
      UNION SELECT a.row FROM r AS a JOIN r AS b USING (since, architecture, ifeval_raw, bbh_raw, math_raw, gpqa_raw, musr_raw, mmlu_pro_raw)
        WHERE a.name <> b.name AND a.metered AND b.metered
          AND a.parameters_b > 0 AND b.parameters_b > 0 AND abs(ln(a.parameters_b / b.parameters_b)) <= ln(1.01)
      UNION SELECT a.row FROM r AS a JOIN r AS b USING (architecture, parameters_b, precision, chat_template, since)
        WHERE a.organisation <> b.organisation AND a.row IN (SELECT row FROM one) AND b.row IN (SELECT row FROM one)
    )`,
  'moe-flag-audit': 'SELECT CAST(count(*) AS INTEGER) AS n FROM reviewed_models',
  'provider-counts': models('parameters_b > 0'),
  'score-by-size-and-provider': models('parameters_b > 0'),
  'score-per-parameter-by-size': models('parameters_b > 1'),
  'sub-billion-spread': models('parameters_b > 0'),
  'score-per-parameter-curve': models('parameters_b > 0 AND average > 0'),
  'score-and-co2-by-size': models('parameters_b > 0 AND co2_kg > 0'),
  'score-by-size': models('parameters_b > 0'),
  'gain-per-doubling': models('parameters_b > 0'),
  'size-explains': models('parameters_b > 0'),
  'variance-shares': models('parameters_b > 0 AND submission_date IS NOT NULL'),
  'family-ladders': `${ladders} SELECT CAST(count(*) AS INTEGER) AS n FROM of WHERE family IS NOT NULL`,
  // Ladders of three sizes, in a stage that has at least two of them and one model more than their lines need.
  'family-slopes': `${ladders}, sized AS (
      SELECT family, tuned, count(*) AS n FROM of WHERE family IS NOT NULL GROUP BY family, tuned HAVING count(*) >= 3
    ) SELECT CAST(coalesce(sum(n), 0) AS INTEGER) AS n FROM sized AS a
      WHERE (SELECT count(*) FROM sized AS b WHERE b.tuned = a.tuned) > 1`,
  'co2-per-parameter-by-size': models('parameters_b > 1'),
  'co2-per-parameter-box': models('parameters_b > 1'),
  'co2-by-size': models('parameters_b > 0 AND co2_kg > 0'),
  'co2-over-time': models(
    'parameters_b > 7 AND parameters_b <= 9 AND co2_kg > 0 AND submission_date IS NOT NULL',
  ),
  'carbon-labels': `SELECT CAST(count(*) AS INTEGER) AS n FROM models AS m WHERE parameters_b > 0 AND co2_step_corrected_kg > 0
    AND (SELECT count(*) FROM models AS o WHERE o.parameters_b > 0 AND o.co2_step_corrected_kg > 0 AND o.architecture = m.architecture
      AND o.parameters_b <= m.parameters_b * 1.25000000001 AND m.parameters_b <= o.parameters_b * 1.25000000001) > 10`,
  'score-vs-co2': models('co2_kg > 0 AND submission_date IS NOT NULL'),
  'moe-vs-dense-score': models('parameters_b > 0'),
  'moe-co2-efficiency': models('parameters_b > 0 AND co2_kg > 0'),
  'efficiency-leverage': `SELECT CAST(count(*) AS INTEGER) AS n FROM reviewed_models AS m
    WHERE moe AND parameters_b > 0 AND active_parameters_b > 0 AND upload_date IS NOT NULL
      AND (SELECT count(*) FROM reviewed_models AS d WHERE NOT d.moe AND d.parameters_b > 0
        AND abs(date_diff('day', CAST(d.upload_date AS DATE), CAST(m.upload_date AS DATE))) <= 183) >= 30`,
  'moe-active-parameters': models('parameters_b > 0'),
  controls: models('parameters_b > 0'),
  'co2-vs-score-by-provider': models('co2_kg > 0'),
  'qwen-by-provider': models("model ILIKE '%qwen%' AND parameters_b > 0"),
  'format-experiment':
    'SELECT CAST(count(*) AS INTEGER) AS n FROM (SELECT 1 FROM runs GROUP BY lower(trim(model)) HAVING min(chat_template) <> max(chat_template))',
  'fine-tune-vs-base': pairs,
  'benchmark-trade-off': pairs,
  submissions: models('submission_date IS NOT NULL'),
  'frontier-over-time': models('submission_date IS NOT NULL AND parameters_b > 0'),
  headroom: models('submission_date IS NOT NULL AND caution IS NULL'),
  'size-for-score': models(
    'average >= 20 AND parameters_b > 0 AND submission_date IS NOT NULL AND caution IS NULL',
  ),
  // Within the averages of the smallest and the best of the reference models, of whatever slice they are not.
  'capacity-density': models(
    `type = 'pretrained' AND parameters_b > 0 AND upload_date > '2022-03-02'
     AND average BETWEEN (SELECT min(average) FROM reviewed WHERE ${qwen}) AND (SELECT max(average) FROM reviewed WHERE ${qwen})`,
  ),
  'swiss-round': 'SELECT CAST(least(300, count(*)) AS INTEGER) AS n FROM models',
  'base-models': models('root IS NOT NULL'),
  // Every day of the table lies in one of the four quarters.
  'family-shares': models('submission_date IS NOT NULL'),
};

/** The query that counts the models or runs behind a figure: all of them, unless it is said here. */
export const counted = ({ id, counts }: Figure): string =>
  own[id] ?? (counts === 'models' ? models('true') : runs);
