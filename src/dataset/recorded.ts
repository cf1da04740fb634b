import { benchmarkTitles, benchmarks, type Benchmark } from './benchmarks.ts';
import { column, type Column, type Columns } from './column.ts';
import {
  active_parameters_b,
  architecture,
  average,
  caution,
  chat_template,
  co2_kg,
  co2_step_corrected_kg,
  family,
  license,
  likes,
  model,
  moe,
  normalised,
  on_hub,
  organisation,
  parameters_b,
  points,
  precision,
  submission_date,
  type,
  upload_date,
} from './columns.ts';
import { sizeClasses } from './grouping.ts';
import { ofIdentity } from './identity/columns.ts';

const row = column({
  name: 'row',
  type: 'integer',
  required: true,
  label: 'Row',
  meaning: 'Position of the run in the dataset, from 1.',
  unique: true,
  minimum: 1,
});

export const base_model = column({
  name: 'base_model',
  type: 'string',
  required: false,
  label: 'Base model',
  meaning:
    'Model that this one names as its base, often its own name; the suffix " (Merge)" marks a merge, "Removed" stands where the leaderboard gives none.',
  upstream: 'Base Model',
});

export const official_provider = column({
  name: 'official_provider',
  type: 'boolean',
  required: true,
  label: 'Official provider',
  meaning: "Whether the organisation is on the leaderboard's curated list, which includes community houses.",
  upstream: 'Official Providers',
});

const metrics: Record<Benchmark, string> = {
  ifeval: 'mean of two strict accuracies, by prompt and by instruction',
  bbh: 'mean over 24 hard tasks of the accuracy, the choices weighed by their length',
  math: 'share of answers that match exactly',
  gpqa: 'accuracy with four choices, weighed by their length, over three nested sets of questions',
  musr: 'mean over three kinds of story of the accuracy, the choices weighed by their length',
  mmlu_pro: 'accuracy with ten choices',
};

const raw = Object.fromEntries(
  benchmarks.map((name) => [
    `${name}_raw`,
    column({
      name: `${name}_raw`,
      type: 'number',
      required: true,
      label: `${benchmarkTitles[name]}, raw`,
      unit: 'share',
      digits: 4,
      meaning: `${benchmarkTitles[name]} as measured: ${metrics[name]}.`,
      upstream: `${normalised[name].upstream} Raw`,
      minimum: 0,
      maximum: 1,
    }),
  ]),
) as Record<`${Benchmark}_raw`, Column<'number', true>>;

const scores = Object.fromEntries(
  benchmarks.flatMap((name) => [
    [`${name}_raw`, raw[`${name}_raw`]],
    [name, normalised[name]],
  ]),
) as typeof raw & typeof normalised;

/** The column that tells one run from another in the dataset. */
export const runKey = 'evaluation';

/** What the dataset records of a run, in the order of `data/runs.csv`. */
export const recorded = {
  row,
  evaluation: column({
    name: 'evaluation',
    type: 'string',
    required: true,
    label: 'Evaluation',
    meaning: "The leaderboard's name of the run: organisation, model and precision. No two runs share one.",
    upstream: 'eval_name',
    unique: true,
  }),
  model,
  model_sha: column({
    name: 'model_sha',
    type: 'string',
    required: false,
    label: 'Commit',
    meaning: 'Commit of the model repository that was evaluated.',
    upstream: 'Model sha',
    pattern: '[0-9a-f]{40}',
  }),
  precision,
  weight_type: column({
    name: 'weight_type',
    type: 'string',
    required: true,
    label: 'Weights',
    meaning: 'Whether the submission holds whole weights or an adapter to other weights.',
    upstream: 'Weight type',
    values: ['original', 'adapter'],
  }),
  type,
  architecture,
  base_model,
  license,
  likes,
  parameters_b,
  moe,
  merged: column({
    name: 'merged',
    type: 'boolean',
    required: true,
    label: 'Merge tag',
    meaning: "Whether the model's page carries a merge tag.",
    upstream: 'Merged',
  }),
  official_provider,
  on_hub,
  flagged: column({
    name: 'flagged',
    type: 'boolean',
    required: true,
    label: 'Flagged',
    meaning: 'Whether the maintainers flagged the run after a complaint.',
    upstream: 'Flagged',
  }),
  chat_template,
  generation: column({
    name: 'generation',
    type: 'integer',
    required: true,
    label: 'Generation',
    meaning: 'Number of base models between this model and one without a base.',
    upstream: 'Generation',
    minimum: 0,
  }),
  upload_date,
  submission_date,
  co2_kg,
  average,
  ...scores,
} as const;

export const model_id = column({
  name: 'model_id',
  type: 'integer',
  required: true,
  label: 'Model number',
  meaning: 'Number that all runs of a model share, under whichever of its names they stand.',
  madeFrom: ['identity.identity'],
  minimum: 1,
});

const listed = (parts: readonly { id: string; label: string }[]) =>
  parts.map(({ id, label }) => `${id} (${label})`).join(', ');

/** The recorded columns, in order. */
export const recordedColumns: readonly Column[] = Object.values(recorded);

/** What every run and model alike has beside its recorded columns: made of them, or known of its model. */
export const madeOfEach = { co2_step_corrected_kg, caution, ...ofIdentity } as const;

/** What the steps of a preparation make of the recorded columns, in the order in which they stand behind them. */
export const made = {
  active_parameters_b,
  organisation,
  family,
  size_class: column({
    name: 'size_class',
    type: 'string',
    required: false,
    label: 'Size class',
    meaning: `Class of the number of parameters: ${listed(sizeClasses)}; blank without a size.`,
    madeFrom: ['parameters_b'],
    values: sizeClasses.map(({ id }) => id),
  }),
  size_source: column({
    name: 'size_source',
    type: 'string',
    required: false,
    label: 'Source of the size',
    meaning:
      'Where the number of parameters comes from: weights (counted in the uploaded files), name (read from the name or the page: a whole number of billions, or one with one decimal that every model of its architecture and size has in its name), correction (a line of corrections.csv); blank without a size.',
    madeFrom: ['model', 'architecture', 'parameters_b', 'corrections.value'],
    values: ['weights', 'name', 'correction'],
  }),
} as const;

/** The architecture as a class of models: of those whose class is not known, no two are known to be alike. */
const known_architecture = {
  ...architecture,
  meaning:
    'Class of the model in its configuration file; blank where the leaderboard gives none, “?” or “Unknown”, and then of no class with any other.',
};

/** Columns of a table of models. */
export const ofModels = {
  ...recorded,
  architecture: known_architecture,
  ...made,
  ...madeOfEach,
  model_id: model_id,
};
/** Columns of a table of runs with the number of their model. */
export const ofRuns = { ...recorded, architecture: known_architecture, ...madeOfEach, model_id: model_id };

type Both<C extends Columns> = C & { [K in keyof C & string as `base_${K}`]: C[K] };

/** Columns of child and base side by side. */
const both = <const C extends Columns>(columns: C): Both<C> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, of]) => [
      [name, { ...of, meaning: `Of the child: ${of.meaning}` }],
      [
        `base_${name}`,
        { ...of, name: `base_${name}`, label: `${of.label} of the root`, meaning: 'The same of the root.' },
      ],
    ]),
  ) as Both<C>;

const changes = Object.fromEntries(
  (['average', ...benchmarks] as const).map((name) => [
    `${name}_change`,
    column({
      name: `${name}_change`,
      type: 'number',
      required: true,
      label: `Change of ${name === 'average' ? 'the average' : benchmarkTitles[name]}`,
      ...points,
      meaning: `Child minus root, in ${name === 'average' ? 'the average' : benchmarkTitles[name]}.`,
      madeFrom: [name],
      minimum: -100,
      maximum: 100,
    }),
  ]),
) as Record<`${'average' | Benchmark}_change`, Column<'number', true>>;

/** Columns of a table of children and roots. */
export const ofPairs = {
  row: { ...row, meaning: 'Row of the child.' },
  model_id,
  base_row: column({
    name: 'base_row',
    type: 'integer',
    required: true,
    label: 'Row of the root',
    meaning: 'Row of the root.',
    madeFrom: ['identity.root'],
    minimum: 1,
  }),
  model: { ...model, meaning: 'The child: a model whose root is another in the table.' },
  base_model: column({
    ...model,
    name: 'base_model',
    label: 'Root',
    meaning: 'The root of the child: the end of the chain of named bases.',
  }),
  ...both({
    organisation,
    lineage: ofIdentity.lineage,
    type,
    official_provider,
    chat_template,
    caution,
    average,
    co2_kg,
    ...raw,
  }),
  ...changes,
} as const;

/** Which of the preparations a row is of. */
export const ofPreparation = {
  preparation: column({
    name: 'preparation',
    type: 'string',
    required: true,
    label: 'Preparation',
    meaning: 'The preparation: reviewed or prepared.',
    values: ['reviewed', 'prepared'],
  }),
} as const;

/** Columns of a table of what the steps of a preparation keep. */
export const ofSteps = {
  position: column({
    name: 'position',
    type: 'integer',
    required: true,
    label: 'Position',
    meaning: 'Position of the step; 0 are the runs themselves.',
    minimum: 0,
  }),
  step: column({ name: 'step', type: 'string', required: true, label: 'Step', meaning: 'Name of the step.' }),
  title: column({
    name: 'title',
    type: 'string',
    required: true,
    label: 'Title',
    meaning: 'What the step does.',
  }),
  row: { ...row, unique: undefined, meaning: 'Row of a run that the step keeps.' },
} as const;
