import { made, recorded } from './recorded.ts';
import { families, preparationTitles, sizeClasses, type PreparationId } from './grouping.ts';

/** One declared rule of a preparation: a SELECT over `input`, the rows that the step before it left. */
export interface Step {
  id: string;
  /** What the step does, as a short imperative. */
  title: string;
  /** Why it is done. */
  reason: string;
  /** A SELECT over `input` that keeps the column `row`. */
  sql: string;
}

/** The rules that turn runs into models. */
export interface Preparation {
  id: PreparationId;
  title: string;
  summary: string;
  steps: readonly Step[];
}

/** SQL that names the size class of `parameters_b`; NULL where there is no size. */
export const sizeClassSql = `CASE ${sizeClasses.map(({ id, sql }) => `WHEN ${sql} THEN '${id}'`).join(' ')} END`;

/** How the class names of a family's configurations begin; the first match counts. */
const prefixes = {
  qwen: ['Qwen'],
  llama: ['Llama', 'Mllama'],
  mistral: ['Mistral', 'Mixtral'],
  gemma: ['Gemma', 'RecurrentGemma'],
  phi: ['Phi'],
  granite: ['Granite'],
} as const satisfies Record<(typeof families)[number]['id'], readonly string[]>;

/** SQL that names the family of `architecture`. */
export const familySql = `CASE ${families
  .map(
    ({ id }) =>
      `WHEN ${prefixes[id].map((prefix) => `architecture LIKE '${prefix}%'`).join(' OR ')} THEN '${id}'`,
  )
  .join(' ')} ELSE 'other' END`;

/** SQL for whether `parameters_b` stands, before a "b", in the name of the model. */
const sizeInName = String.raw`list_contains(CAST(regexp_extract_all(lower(model), '(\d+(?:\.\d+)?)b', 1) AS DOUBLE[]), parameters_b)`;

/**
 * SQL that says where a recorded size comes from: `name` where it is a whole number of billions, or one with one
 * decimal that every model of its architecture and size has in its name, else `weights`; NULL without a size.
 */
const sizeSourceSql = `CASE WHEN parameters_b > 0 THEN CASE WHEN parameters_b = round(parameters_b) OR bool_and(parameters_b = round(parameters_b, 1) AND ${sizeInName}) OVER (PARTITION BY architecture, parameters_b) THEN 'name' ELSE 'weights' END END`;

/** SQL for the corrections of a column by identity, whichever of its names they stand under. */
const correctionsOf = (name: string) =>
  `(SELECT DISTINCT identity, value FROM corrections JOIN identity ON lower(trim(identity.model)) = lower(trim(corrections.model)) WHERE "column" = '${name}')`;

const group: Step = {
  id: 'group',
  title: 'Name organisation, family and size class',
  reason:
    'The organisation is the name up to the slash, the family follows from the architecture, the size classes end at 9 and 40 billion parameters.',
  sql: `SELECT *, split_part(model, '/', 1) AS organisation, ${familySql} AS family, ${sizeClassSql} AS size_class FROM input`,
};

const prepared: Preparation = {
  id: 'prepared',
  title: preparationTitles.prepared,
  summary: 'The rules of the notebook study that this report grew from, reproduced exactly.',
  steps: [
    {
      id: 'round',
      title: 'Round sizes and carbon',
      reason:
        'The notebook compares sizes at three decimals of a billion and carbon at two decimals of a kilogram.',
      sql: `SELECT * REPLACE (round(parameters_b, 3) AS parameters_b, round(co2_kg, 2) AS co2_kg) FROM input`,
    },
    {
      id: 'first-of-duplicates',
      title: 'Keep the first run of a model',
      reason:
        'Runs that agree in name, size and type, spaces and case aside, count as one model; the first in the dataset stays.',
      sql: `SELECT * FROM input QUALIFY row_number() OVER (PARTITION BY lower(trim(model)), parameters_b, type ORDER BY row) = 1`,
    },
    {
      id: 'patch-four-sizes',
      title: 'Set four sizes by hand',
      reason: 'Four models without a recorded size have it in their name.',
      // Of the models without a recorded size only these four are left after the next step.
      sql: `SELECT input.* REPLACE (CASE model WHEN 'DeepMount00/Llama-3.1-8b-Ita' THEN 8.0 WHEN 'JungZoona/T3Q-Qwen2.5-14B-Instruct-1M-e3' THEN 14.0 WHEN 'allenai/OLMo-1.7-7B-hf' THEN 7.0 WHEN 'internlm/internlm2-7b' THEN 7.0 ELSE parameters_b END AS parameters_b), coalesce(${sizeSourceSql}, 'name') AS size_source FROM input`,
    },
    {
      id: 'positive-sizes',
      title: 'Drop models without a size',
      reason: 'A ratio to the size needs a size above zero.',
      sql: `SELECT * FROM input WHERE parameters_b > 0`,
    },
    {
      id: 'moe-by-flag',
      title: 'Take the MoE flag as it is',
      reason:
        'The flag marks pages that mention Mixture of Experts; how many weights a marked model uses at a time is left unknown.',
      sql: `SELECT *, CASE WHEN moe THEN NULL ELSE parameters_b END AS active_parameters_b FROM input`,
    },
    group,
  ],
};

const reviewed: Preparation = {
  id: 'reviewed',
  title: preparationTitles.reviewed,
  summary: 'One row per model, scores and carbon as recorded, every correction listed with its reason.',
  steps: [
    {
      id: 'newest-run',
      title: 'Keep the newest run of a model',
      reason:
        'A model is its repository, under whichever name (identity.csv). Of several runs the newest submission stays, then the one at bfloat16, then the first in the dataset.',
      sql: `SELECT * FROM input QUALIFY row_number() OVER (PARTITION BY identity ORDER BY submission_date DESC NULLS LAST, precision = 'bfloat16' DESC, row) = 1`,
    },
    {
      id: 'correct-sizes',
      title: 'Correct recorded sizes',
      reason:
        'Missing sizes, sizes read from names, adapters counted with their base, and weights packed into fewer numbers; each correction is a line of corrections.csv with its reason and source.',
      sql: `SELECT input.* REPLACE (coalesce(CAST(corrections.value AS DOUBLE), input.parameters_b) AS parameters_b) FROM input LEFT JOIN ${correctionsOf('parameters_b')} AS corrections ON corrections.identity = input.identity`,
    },
    {
      id: 'correct-types',
      title: 'Correct types',
      reason:
        'Submitters chose the type; base models called fine-tuned and tuned ones called pretrained are lines of corrections.csv with their reason and source.',
      sql: `SELECT input.* REPLACE (coalesce(corrections.value, input.type) AS type) FROM input LEFT JOIN ${correctionsOf('type')} AS corrections ON corrections.identity = input.identity`,
    },
    {
      id: 'correct-architectures',
      title: 'Correct architectures',
      reason:
        'A few recorded classes are not those of the model of that name; each is a line of corrections.csv with its reason and source.',
      sql: `SELECT input.* REPLACE (coalesce(corrections.value, input.architecture) AS architecture) FROM input LEFT JOIN ${correctionsOf('architecture')} AS corrections ON corrections.identity = input.identity`,
    },
    {
      id: 'mark-named-sizes',
      title: 'Mark sizes read from names',
      reason:
        'A whole number of billions, or one with one decimal that every model of its architecture and size has in its name, was read from there or from the page and not counted.',
      sql: `SELECT input.*, CASE WHEN identity IN (SELECT identity FROM ${correctionsOf('parameters_b')}) THEN 'correction' ELSE ${sizeSourceSql} END AS size_source FROM input`,
    },
    {
      id: 'review-moe',
      title: 'Review which models are MoE',
      reason:
        'Flag, architecture and name disagree; every model that one of them marks was checked, and its active weights taken from moe.csv.',
      sql: `SELECT input.* REPLACE (coalesce(moe_review.moe, false) AS moe), CASE WHEN coalesce(moe_review.moe, false) THEN moe_review.active_parameters_b ELSE parameters_b END AS active_parameters_b FROM input LEFT JOIN (SELECT DISTINCT identity, moe_review.moe, active_parameters_b FROM moe_review JOIN identity ON lower(trim(identity.model)) = lower(trim(moe_review.model))) AS moe_review ON moe_review.identity = input.identity`,
    },
    group,
  ],
};

/** Both preparations; the first is the one that readers see unless they choose. */
export const preparations: Record<PreparationId, Preparation> = { reviewed, prepared };

/** The steps of the reviewed preparation, which choices of data change. */
export const reviewedSteps: readonly Step[] = reviewed.steps;

/** Names of the columns that a preparation gives its models, without their number. */
export const modelColumns: readonly string[] = [...Object.keys(recorded), ...Object.keys(made)];
