/** A number of the report that an example answers, by the values that lead to it. */
export interface Published {
  statistic: string;
  /** First value of the row, as the engine writes it. */
  row: string;
  column: string;
}

/** A worked example: a query that gives numbers of a chapter. */
export interface Example {
  id: string;
  title: string;
  /** What it shows, in a sentence. */
  sentence: string;
  /** Segment of the chapter's address. */
  chapter: string;
  sql: string;
  published: readonly Published[];
}

/** Five questions of the report, as its readers can ask them themselves. */
export const examples: readonly Example[] = [
  {
    id: 'ratio',
    title: 'Score per parameter',
    sentence:
      'The points that a billion parameters bring fall from one size class to the next, on every average.',
    chapter: 'size-and-score',
    sql: `SELECT
  size_class,
  count(*) AS models,
  median(average / parameters_b) AS median_ratio,
  sum(average) / sum(parameters_b) AS pooled_ratio
FROM models
WHERE parameters_b > 1
GROUP BY size_class
ORDER BY pooled_ratio DESC`,
    published: [
      { statistic: 'score_per_b.small.median', row: 'small', column: 'median_ratio' },
      { statistic: 'score_per_b.medium.median', row: 'medium', column: 'median_ratio' },
      { statistic: 'score_per_b.large.pooled', row: 'large', column: 'pooled_ratio' },
    ],
  },
  {
    id: 'steps',
    title: 'From runs to models',
    sentence: 'How many of the runs each step of the preparation keeps.',
    chapter: 'data-preparation',
    sql: `SELECT
  position,
  title,
  count(*) AS rows_kept
FROM steps
GROUP BY position, title
ORDER BY position`,
    published: [
      { statistic: 'runs.count', row: '0', column: 'rows_kept' },
      { statistic: 'models.count', row: '1', column: 'rows_kept' },
    ],
  },
  {
    id: 'elasticity',
    title: 'Carbon against size',
    sentence:
      'Per cent more CO₂ for each per cent more parameters: less than one among small models, more among large ones.',
    chapter: 'carbon',
    sql: `SELECT
  coalesce(size_class, 'all') AS models_of_size,
  count(*) AS models,
  regr_slope(ln(co2_kg), ln(parameters_b)) AS elasticity,
  regr_r2(ln(co2_kg), ln(parameters_b)) AS share_explained
FROM models
WHERE parameters_b > 0 AND co2_kg > 0
GROUP BY ROLLUP (size_class)
ORDER BY models DESC`,
    published: [
      { statistic: 'co2.elasticity', row: 'all', column: 'elasticity' },
      { statistic: 'co2.elasticity.r2', row: 'all', column: 'share_explained' },
      { statistic: 'co2.elasticity.small', row: 'small', column: 'elasticity' },
      { statistic: 'co2.elasticity.large', row: 'large', column: 'elasticity' },
    ],
  },
  {
    id: 'pairs',
    title: 'A model against its root',
    sentence: 'What a model gains over its root, in points, by the type of that root.',
    chapter: 'official-and-community',
    sql: `SELECT
  base_type,
  count(*) AS pairs,
  avg(average_change) AS average,
  avg(ifeval_change) AS ifeval,
  avg(math_change) AS math,
  avg(mmlu_pro_change) AS mmlu_pro
FROM pairs
GROUP BY base_type
ORDER BY pairs DESC`,
    published: [
      { statistic: 'pairs.pretrained_base.count', row: 'pretrained', column: 'pairs' },
      { statistic: 'pairs.pretrained_base.average.mean', row: 'pretrained', column: 'average' },
      { statistic: 'pairs.chat_base.ifeval.mean', row: 'chat', column: 'ifeval' },
    ],
  },
  {
    id: 'moe',
    title: 'Mixture of Experts and dense',
    sentence: 'Both kinds side by side, as recorded and without any allowance for size or age.',
    chapter: 'mixture-of-experts',
    sql: `SELECT
  CASE WHEN moe THEN 'MoE' ELSE 'dense' END AS kind,
  count(*) AS models,
  median(average) AS median_score,
  avg(average) AS mean_score,
  median(active_parameters_b) AS median_active_b
FROM models
GROUP BY kind
ORDER BY kind`,
    published: [
      { statistic: 'models.moe', row: 'MoE', column: 'models' },
      { statistic: 'score.moe.median', row: 'MoE', column: 'median_score' },
      { statistic: 'score.dense.mean', row: 'dense', column: 'mean_score' },
    ],
  },
];
