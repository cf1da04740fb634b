import { benchmarkTitles, benchmarks, type Benchmark } from './benchmarks.ts';
import { column, type Column, type Columns } from './column.ts';
import { families, sizeClasses } from './grouping.ts';

/** The kinds of model that submitters chose from, by our short name, with the label the leaderboard shows. */
export const modelTypes = {
  pretrained: '🟢 pretrained',
  continued: '🟩 continuously pretrained',
  'fine-tuned': '🔶 fine-tuned on domain-specific datasets',
  chat: '💬 chat models (RLHF, DPO, IFT, ...)',
  merge: '🤝 base merges and moerges',
  multimodal: '🌸 multimodal',
  other: '❓ other',
} as const;
export type ModelType = keyof typeof modelTypes;

const billions = { unit: 'billion parameters', symbol: 'B' } as const;
const points = { unit: 'points', symbol: 'points', digits: 2 } as const;

const row = column({
  name: 'row',
  type: 'integer',
  required: true,
  label: 'Row',
  meaning: 'Position of the run in the dataset, from 1.',
  unique: true,
  minimum: 1,
});

export const model = column({
  name: 'model',
  type: 'string',
  required: true,
  label: 'Model',
  meaning: 'Name of the model on the Hub, with its organisation where it has one.',
  upstream: 'fullname',
});

const type = column({
  name: 'type',
  type: 'string',
  required: true,
  label: 'Type',
  meaning: 'Kind of model, as its submitter chose it.',
  upstream: 'Type',
  values: Object.keys(modelTypes),
  labels: modelTypes,
});

const baseModel = column({
  name: 'base_model',
  type: 'string',
  required: false,
  label: 'Base model',
  meaning:
    'Model that this one names as its base, often its own name; the suffix " (Merge)" marks a merge, "Removed" stands where the leaderboard gives none.',
  upstream: 'Base Model',
});

export const moe = column({
  name: 'moe',
  type: 'boolean',
  required: true,
  label: 'Mixture of Experts',
  meaning: "Whether the model's page mentions Mixture of Experts.",
  upstream: 'MoE',
});

const officialProvider = column({
  name: 'official_provider',
  type: 'boolean',
  required: true,
  label: 'Official provider',
  meaning: "Whether the organisation is on the leaderboard's curated list, which includes community houses.",
  upstream: 'Official Providers',
});

const chatTemplate = column({
  name: 'chat_template',
  type: 'boolean',
  required: true,
  label: 'Chat template',
  meaning: "Whether questions were put in the model's chat format.",
  upstream: 'Chat Template',
});

const co2 = column({
  name: 'co2_kg',
  type: 'number',
  required: true,
  label: 'CO₂ of the evaluation',
  unit: 'kg CO₂',
  symbol: 'kg',
  digits: 2,
  meaning:
    'Carbon cost of the evaluation, not of training: wall-clock hours × 5.6 kW × 0.2698 kg/kWh, computed, not metered.',
  upstream: 'CO₂ cost (kg)',
  minimum: 0,
});

const average = column({
  name: 'average',
  type: 'number',
  required: true,
  label: 'Average score',
  ...points,
  meaning: 'Plain mean of the six normalised scores.',
  upstream: 'Average ⬆️',
  minimum: 0,
  maximum: 100,
});

const metrics: Record<Benchmark, { upstream: string; metric: string }> = {
  ifeval: {
    upstream: 'IFEval',
    metric: 'mean of the shares of prompts and of instructions followed to the letter',
  },
  bbh: { upstream: 'BBH', metric: 'normalised accuracy over 24 hard tasks' },
  math: { upstream: 'MATH Lvl 5', metric: 'share of answers that match exactly' },
  gpqa: { upstream: 'GPQA', metric: 'normalised accuracy with four choices' },
  musr: { upstream: 'MUSR', metric: 'normalised accuracy over three kinds of story' },
  mmlu_pro: { upstream: 'MMLU-PRO', metric: 'accuracy with ten choices' },
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
      meaning: `${benchmarkTitles[name]} as measured: ${metrics[name].metric}.`,
      upstream: `${metrics[name].upstream} Raw`,
      minimum: 0,
      maximum: 1,
    }),
  ]),
) as Record<`${Benchmark}_raw`, Column<'number', true>>;

const normalised = Object.fromEntries(
  benchmarks.map((name) => [
    name,
    column({
      name,
      type: 'number',
      required: true,
      label: benchmarkTitles[name],
      ...points,
      meaning: `${benchmarkTitles[name]} after the floor of guessing is taken off: 0 at or below chance, 100 for all correct.`,
      upstream: metrics[name].upstream,
      minimum: 0,
      maximum: 100,
    }),
  ]),
) as Record<Benchmark, Column<'number', true>>;

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
  precision: column({
    name: 'precision',
    type: 'string',
    required: true,
    label: 'Precision',
    meaning: 'Number format of the weights during the evaluation.',
    upstream: 'Precision',
    values: ['bfloat16', 'float16', '4bit'],
  }),
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
  architecture: column({
    name: 'architecture',
    type: 'string',
    required: false,
    label: 'Architecture',
    meaning:
      'Class of the model in its configuration file; "?" and "Unknown" stand as the leaderboard gives them.',
    upstream: 'Architecture',
  }),
  base_model: baseModel,
  license: column({
    name: 'license',
    type: 'string',
    required: false,
    label: 'Licence',
    meaning: "Licence on the model's page.",
    upstream: 'Hub License',
  }),
  likes: column({
    name: 'likes',
    type: 'integer',
    required: true,
    label: 'Likes',
    unit: 'likes',
    symbol: 'likes',
    meaning: "Likes on the model's page when the table was made.",
    upstream: 'Hub ❤️',
    minimum: 0,
  }),
  parameters_b: column({
    name: 'parameters_b',
    type: 'number',
    required: true,
    label: 'Parameters',
    ...billions,
    meaning:
      'All weights in the uploaded files, never the active ones; zero or less where they were not read.',
    upstream: '#Params (B)',
    minimum: -1,
  }),
  moe,
  merged: column({
    name: 'merged',
    type: 'boolean',
    required: true,
    label: 'Merge tag',
    meaning: "Whether the model's page carries a merge tag.",
    upstream: 'Merged',
  }),
  official_provider: officialProvider,
  on_hub: column({
    name: 'on_hub',
    type: 'boolean',
    required: true,
    label: 'On the Hub',
    meaning: 'Whether the model could still be found on the Hub.',
    upstream: 'Available on the hub',
  }),
  flagged: column({
    name: 'flagged',
    type: 'boolean',
    required: true,
    label: 'Flagged',
    meaning: 'Whether the maintainers flagged the run after a complaint.',
    upstream: 'Flagged',
  }),
  chat_template: chatTemplate,
  generation: column({
    name: 'generation',
    type: 'integer',
    required: true,
    label: 'Generation',
    meaning: 'Number of base models between this model and one without a base.',
    upstream: 'Generation',
    minimum: 0,
  }),
  upload_date: column({
    name: 'upload_date',
    type: 'date',
    required: false,
    label: 'Uploaded',
    meaning: 'Day on which the model repository was made.',
    upstream: 'Upload To Hub Date',
  }),
  submission_date: column({
    name: 'submission_date',
    type: 'date',
    required: false,
    label: 'Submitted',
    meaning: 'Day on which the model was handed in for evaluation.',
    upstream: 'Submission Date',
  }),
  co2_kg: co2,
  average,
  ...scores,
} as const;

export const active = column({
  name: 'active_parameters_b',
  type: 'number',
  required: false,
  label: 'Active parameters',
  ...billions,
  meaning:
    'Weights used for one token: all of a dense model, fewer of a Mixture of Experts, blank where unknown.',
  madeFrom: ['parameters_b', 'moe', 'moe_review.active_parameters_b'],
  minimum: 0,
});

export const modelId = column({
  name: 'model_id',
  type: 'integer',
  required: true,
  label: 'Model number',
  meaning: 'Number that all runs of a model share, case and outer spaces of its name aside.',
  madeFrom: ['model'],
  minimum: 1,
});

const listed = (parts: readonly { id: string; label: string }[]) =>
  parts.map(({ id, label }) => `${id} (${label})`).join(', ');

/** The recorded columns, in order. */
export const recordedColumns: readonly Column[] = Object.values(recorded);

/** What a preparation makes of the recorded columns, in the order in which they stand behind them. */
export const made = {
  active_parameters_b: active,
  organisation: column({
    name: 'organisation',
    type: 'string',
    required: true,
    label: 'Organisation',
    meaning: 'Name of the model up to the slash.',
    madeFrom: ['model'],
  }),
  family: column({
    name: 'family',
    type: 'string',
    required: true,
    label: 'Family of architecture',
    meaning: `Family of the architecture, by the prefix of its class name: ${families.map(({ id }) => id).join(', ')} or other.`,
    madeFrom: ['architecture'],
  }),
  size_class: column({
    name: 'size_class',
    type: 'string',
    required: false,
    label: 'Size class',
    meaning: `Class of the number of parameters: ${listed(sizeClasses)}; blank without a size.`,
    madeFrom: ['parameters_b'],
    values: sizeClasses.map(({ id }) => id),
  }),
} as const;

/** Columns of a table of models. */
export const ofModels = { ...recorded, ...made, model_id: modelId };
/** Columns of a table of runs with the number of their model. */
export const ofRuns = { ...recorded, model_id: modelId };

type Both<C extends Columns> = C & { [K in keyof C & string as `base_${K}`]: C[K] };

/** Columns of child and base side by side. */
const both = <const C extends Columns>(columns: C): Both<C> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, of]) => [
      [name, { ...of, meaning: `Of the child: ${of.meaning}` }],
      [
        `base_${name}`,
        { ...of, name: `base_${name}`, label: `${of.label} of the base`, meaning: 'The same of the base.' },
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
      meaning: `Child minus base, in ${name === 'average' ? 'the average' : benchmarkTitles[name]}.`,
      madeFrom: [name],
      minimum: -100,
      maximum: 100,
    }),
  ]),
) as Record<`${'average' | Benchmark}_change`, Column<'number', true>>;

/** Columns of a table of children and bases. */
export const ofPairs = {
  row: { ...row, meaning: 'Row of the child.' },
  model_id: modelId,
  base_row: column({
    name: 'base_row',
    type: 'integer',
    required: true,
    label: 'Row of the base',
    meaning: 'Row of the base.',
    madeFrom: ['base_model'],
    minimum: 1,
  }),
  model: { ...model, meaning: 'The child: a model that names another in the table as its base.' },
  base_model: column({ ...model, name: 'base_model', label: 'Base model', meaning: 'The base.' }),
  ...both({
    type,
    official_provider: officialProvider,
    chat_template: chatTemplate,
    average,
    co2_kg: co2,
    ...raw,
  }),
  ...changes,
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
