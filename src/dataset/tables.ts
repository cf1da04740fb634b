import { column, table, type RowIn, type Table } from './column.ts';
import { active_parameters_b, caution, model, moe } from './columns.ts';
import { ofEstimates } from './estimates.ts';
import type { PreparationId } from './grouping.ts';
import { identityTable } from './identity/table.ts';
import { model_id, ofModels, ofPairs, ofPreparation, ofRuns, ofSteps, recorded } from './recorded.ts';

/*
 * Every table, view and column of the report, once. What describes them to people and to programs follows from
 * here: the data package, the tables' SQL, the schema of the SQL page, headings and units of the explorer, the
 * finder and the slice, the data card. The build leaves the meanings out of the pages' scripts (`dictionary.ts` in `src/site`).
 */

/** How the active parameters of a Mixture of Experts are known. */
export const moeMethods = ['published', 'derived', 'assumed', 'unknown'] as const;

/** A model of runs.csv that a line of a table made by hand is about. */
const about = { ...model, upstream: undefined, refersTo: 'all_runs.model' } as const;

/** Every run as it was published: `data/runs.csv`. */
export const allRuns = table({
  name: 'all_runs',
  title: 'Runs',
  meaning: 'One line per evaluation run, in the order of the dataset.',
  sliced: false,
  file: 'runs.csv',
  key: ['row'],
  columns: recorded,
});

/** Values that are wrong in the dataset: `data/corrections.csv`. */
export const corrections = table({
  name: 'corrections',
  title: 'Corrections',
  meaning: 'Values that are wrong in the dataset, one per line, with the right one and why.',
  sliced: false,
  file: 'corrections.csv',
  key: ['model', 'column'],
  columns: {
    model: { ...about, meaning: 'Model whose runs are corrected, as in the column model of runs.csv.' },
    column: column({
      name: 'column',
      type: 'string',
      required: true,
      label: 'Column',
      meaning: 'Column of runs.csv that holds the wrong value.',
      values: ['architecture', 'parameters_b', 'type'],
    }),
    value: column({
      name: 'value',
      type: 'string',
      required: true,
      label: 'Value',
      meaning: 'The right value, written as in runs.csv.',
    }),
    reason: column({
      name: 'reason',
      type: 'string',
      required: true,
      label: 'Reason',
      meaning: 'What is wrong with the value in the dataset.',
    }),
    source: column({
      name: 'source',
      type: 'string',
      required: true,
      label: 'Source',
      meaning: 'Where the right value comes from.',
    }),
  },
});

/** The review of models that might be a Mixture of Experts: `data/moe.csv`. */
export const moeReview = table({
  name: 'moe_review',
  title: 'Mixture of Experts',
  meaning: 'Models that might be a Mixture of Experts, each checked by hand, one per line.',
  sliced: false,
  file: 'moe.csv',
  key: ['model'],
  columns: {
    model: {
      ...about,
      meaning: 'Model that was reviewed, as in the column model of runs.csv.',
      unique: true,
    },
    moe: {
      ...moe,
      upstream: undefined,
      label: 'MoE',
      meaning: 'Whether the model is a Mixture of Experts, after a check by hand.',
    },
    experts: column({
      name: 'experts',
      type: 'integer',
      required: false,
      label: 'Experts',
      unit: 'experts',
      meaning: 'Number of experts in a layer; blank where it is not known or the model is dense.',
      minimum: 1,
    }),
    experts_per_token: column({
      name: 'experts_per_token',
      type: 'integer',
      required: false,
      label: 'Experts per token',
      unit: 'experts',
      meaning:
        'Number of experts that a token is routed to; blank where it is not known or the model is dense.',
      minimum: 1,
    }),
    active_parameters_b: {
      ...active_parameters_b,
      madeFrom: undefined,
      meaning: 'Weights that work on one token; blank where they are not known.',
    },
    method: column({
      name: 'method',
      type: 'string',
      required: false,
      label: 'Method',
      meaning:
        'How the active parameters are known: stated by the makers, computed from the configuration, assumed from the base model or the usual routing, or not known; blank for a dense model.',
      values: moeMethods,
    }),
    reason: column({
      name: 'reason',
      type: 'string',
      required: true,
      label: 'Reason',
      meaning: 'What the verdict and the number rest on.',
    }),
  },
});

/** Models whose results should not be passed on without a word: `data/cautions.csv`. */
export const cautions = table({
  name: 'cautions',
  title: 'Cautions',
  meaning: 'Models whose results should not be passed on without a word, one per line, with the evidence.',
  sliced: false,
  file: 'cautions.csv',
  key: ['model'],
  columns: {
    model: { ...about, meaning: 'Model, as in the column model of runs.csv.', unique: true },
    evaluation: column({
      name: 'evaluation',
      type: 'string',
      required: false,
      label: 'Evaluation',
      meaning:
        'The run that the caution is about, as in runs.csv; blank where it is about every run of the model.',
      refersTo: 'all_runs.evaluation',
    }),
    kind: column({
      ...caution,
      name: 'kind',
      required: true,
      label: 'Kind',
      madeFrom: undefined,
    }),
    evidence: column({
      name: 'evidence',
      type: 'string',
      required: true,
      label: 'Evidence',
      meaning: 'What can be seen in the table, for anyone to compute again.',
    }),
    source: column({
      name: 'source',
      type: 'string',
      required: true,
      label: 'Source',
      meaning: 'Where to look.',
    }),
  },
});

/** The tables of `data/`, each with its file. */
export const factTables: readonly Table[] = [allRuns, corrections, moeReview, cautions, identityTable];

/** All models of the reviewed preparation. */
export const reviewedTable = table({
  name: 'reviewed',
  title: 'Models',
  meaning: 'All models of the reviewed preparation, one line each.',
  sliced: false,
  key: ['row'],
  columns: ofModels,
});

/** What is published of the reviewed models: `data/models.csv`. */
export const publishedModels = table({
  ...reviewedTable,
  meaning:
    'All models of the reviewed preparation, one line each, with what the report computes of each among all of them.',
  file: 'models.csv',
  columns: { ...ofModels, ...ofEstimates },
});

/** The models of the slice. */
export const models = table({
  ...reviewedTable,
  name: 'models',
  meaning: 'The models of the slice, a row each.',
  sliced: true,
});

/** A row of a table of models. */
export type Model = RowIn<typeof models>;

/** Every run of the models of the slice. */
export const runs = table({
  name: 'runs',
  title: 'Runs',
  meaning: 'Every run of those models; a model may have several.',
  sliced: true,
  key: ['row'],
  columns: ofRuns,
});

/** Models of the slice against their roots. */
export const pairs = table({
  name: 'pairs',
  title: 'Pairs',
  meaning: 'Those models whose root is in the table, against that root.',
  sliced: true,
  key: ['row'],
  columns: ofPairs,
});

/** Models of the slice against their parents. */
export const parentPairs = table({
  ...pairs,
  name: 'parent_pairs',
  title: 'Pairs with a parent',
  meaning:
    'Those models whose parent is known and in the table, against that parent, which stands in the columns of the root.',
});

/** Steps of the preparation that keep the runs of the slice. */
export const steps = table({
  name: 'steps',
  title: 'Steps',
  meaning: 'Which of those runs each step of the preparation keeps.',
  sliced: true,
  key: ['position', 'row'],
  columns: ofSteps,
});

/** The slice of the reviewed preparation. */
export const reviewedModels = table({
  ...models,
  name: 'reviewed_models',
  meaning: 'The same slice of the reviewed preparation, whichever the bar says.',
});

export const preparedTable = table({
  ...reviewedTable,
  name: 'prepared',
  meaning: 'All models of the notebook’s preparation.',
});

/** All models of each preparation, past the slice. */
export const preparationTables: Readonly<Record<PreparationId, typeof reviewedTable>> = {
  reviewed: reviewedTable,
  prepared: preparedTable,
};

export const keyedRuns = table({
  ...runs,
  name: 'keyed_runs',
  meaning: 'All runs, with the number of their model.',
  sliced: false,
});

export const allPairs = table({
  ...pairs,
  name: 'all_pairs',
  meaning: 'All pairs of a model and its root, in either preparation.',
  sliced: false,
  key: ['preparation', 'row'],
  columns: { ...ofPreparation, ...ofPairs },
});

export const runSteps = table({
  name: 'run_steps',
  title: 'Steps',
  meaning: 'Which runs each step of either preparation keeps.',
  sliced: false,
  key: ['preparation', 'position', 'row'],
  columns: {
    ...ofPreparation,
    ...ofSteps,
    model_id,
  },
});

/** What the report computes of every model when it is built. */
export const estimates = table({
  name: 'estimates',
  title: 'Estimates',
  meaning:
    'What the report computes of every model of either preparation among all of them, by the row of the model; fetched once a query names it.',
  sliced: false,
  key: ['preparation', 'row'],
  columns: {
    ...ofPreparation,
    row: { ...recorded.row, unique: undefined, meaning: 'Row of the model.' },
    ...ofEstimates,
  },
});

/** Tables that a browser fetches when a query first names them, so that nobody else waits for them. */
export const tablesOnDemand: readonly Table[] = [estimates];

/** Everything that SQL can ask from the start, in the order of its use. */
export const tables: readonly Table[] = [
  models,
  runs,
  pairs,
  parentPairs,
  steps,
  reviewedModels,
  reviewedTable,
  preparedTable,
  keyedRuns,
  allRuns,
  allPairs,
  runSteps,
  corrections,
  moeReview,
  cautions,
  identityTable,
];
