import { benchmarkTitles, benchmarks, type Benchmark } from './benchmarks.ts';
import { cautionKinds } from './cautions.ts';
import { column, type Column } from './column.ts';
import { families } from './grouping.ts';
import { modelTypes } from './model-types.ts';

const billions = { unit: 'billion parameters', symbol: 'B' } as const;
/** The unit of scores and of their changes. */
export const points = { unit: 'points', symbol: 'points', digits: 2 } as const;

export const model = column({
  name: 'model',
  type: 'string',
  required: true,
  label: 'Model',
  meaning: 'Name of the model on the Hub, with its organisation where it has one.',
  upstream: 'fullname',
});

export const type = column({
  name: 'type',
  type: 'string',
  required: true,
  label: 'Type',
  meaning:
    'Kind of model, as its submitter chose it; in the reviewed preparation, its pairs included, corrected where a line of corrections.csv says so.',
  upstream: 'Type',
  values: Object.keys(modelTypes),
  labels: modelTypes,
});

export const moe = column({
  name: 'moe',
  type: 'boolean',
  required: true,
  label: 'Mixture of Experts',
  meaning: "Whether the model's page mentions Mixture of Experts.",
  upstream: 'MoE',
});

export const chat_template = column({
  name: 'chat_template',
  type: 'boolean',
  required: true,
  label: 'Chat template',
  meaning: "Whether questions were put in the model's chat format.",
  upstream: 'Chat Template',
});

export const co2_kg = column({
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
  maximum: 100_000,
});

export const co2_step_corrected_kg = column({
  name: 'co2_step_corrected_kg',
  type: 'number',
  required: false,
  label: 'CO₂, step-corrected',
  unit: 'kg CO₂',
  symbol: 'kg',
  digits: 2,
  meaning:
    'Carbon cost of one evaluation: half of co2_kg where the model was submitted before 8 February 2025, since most earlier runs hold the cost of two evaluations, co2_kg itself since that day, blank without a day. About one in ten of the earlier runs was not exactly doubled, and which ones cannot be told here.',
  madeFrom: ['co2_kg', 'submission_date'],
  minimum: 0,
});

export const average = column({
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

/** What the Hub's file calls the score of each benchmark. */
const upstream: Record<Benchmark, string> = {
  ifeval: 'IFEval',
  bbh: 'BBH',
  math: 'MATH Lvl 5',
  gpqa: 'GPQA',
  musr: 'MUSR',
  mmlu_pro: 'MMLU-PRO',
};

/** The normalised score of each benchmark. */
export const normalised = Object.fromEntries(
  benchmarks.map((name) => [
    name,
    column({
      name,
      type: 'number',
      required: true,
      label: benchmarkTitles[name],
      ...points,
      meaning: `${benchmarkTitles[name]} after the floor of guessing is taken off: 0 at or below chance, 100 for all correct.`,
      upstream: upstream[name],
      minimum: 0,
      maximum: 100,
    }),
  ]),
) as Record<Benchmark, Column<'number', true>>;

export const precision = column({
  name: 'precision',
  type: 'string',
  required: true,
  label: 'Precision',
  meaning: 'Number format of the weights during the evaluation.',
  upstream: 'Precision',
  values: ['bfloat16', 'float16', '4bit'],
});

export const architecture = column({
  name: 'architecture',
  type: 'string',
  required: false,
  label: 'Architecture',
  meaning:
    'Class of the model in its configuration file; "?" and "Unknown" stand as the leaderboard gives them, and mean that it could not be read. In the reviewed preparation corrected where a line of corrections.csv says so.',
  upstream: 'Architecture',
});

export const license = column({
  name: 'license',
  type: 'string',
  required: false,
  label: 'Licence',
  meaning: "Licence on the model's page.",
  upstream: 'Hub License',
});

export const likes = column({
  name: 'likes',
  type: 'integer',
  required: true,
  label: 'Likes',
  unit: 'likes',
  symbol: 'likes',
  meaning: "Likes on the model's page when the table was made.",
  upstream: 'Hub ❤️',
  minimum: 0,
});

export const parameters_b = column({
  name: 'parameters_b',
  type: 'number',
  required: true,
  label: 'Parameters',
  ...billions,
  meaning:
    'All weights in the uploaded files, never the active ones; a round number where it was read from the name or the page of the model, zero or less where nothing was read.',
  upstream: '#Params (B)',
  minimum: -1,
  maximum: 10_000,
});

export const on_hub = column({
  name: 'on_hub',
  type: 'boolean',
  required: true,
  label: 'On the Hub',
  meaning: 'Whether the model could still be found on the Hub.',
  upstream: 'Available on the hub',
});

export const upload_date = column({
  name: 'upload_date',
  type: 'date',
  required: false,
  label: 'Uploaded',
  meaning: 'Day on which the model repository was made.',
  upstream: 'Upload To Hub Date',
});

export const submission_date = column({
  name: 'submission_date',
  type: 'date',
  required: false,
  label: 'Submitted',
  meaning: 'Day on which the model was handed in for evaluation.',
  upstream: 'Submission Date',
});

export const active_parameters_b = column({
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

export const organisation = column({
  name: 'organisation',
  type: 'string',
  required: true,
  label: 'Organisation',
  meaning: 'Name of the model up to the slash.',
  madeFrom: ['model'],
});

export const family = column({
  name: 'family',
  type: 'string',
  required: true,
  label: 'Family of architecture',
  meaning: `Family of the architecture, by the prefix of its class name: ${families.map(({ id }) => id).join(', ')} or other.`,
  madeFrom: ['architecture'],
});

export const caution = column({
  name: 'caution',
  type: 'string',
  required: false,
  label: 'Caution',
  meaning: `Why the result should not be passed on without a word: ${Object.entries(cautionKinds)
    .map(([kind, words]) => `${kind} (${words})`)
    .join(', ')}; blank for none. The evidence is in cautions.csv.`,
  madeFrom: ['cautions.kind'],
  values: Object.keys(cautionKinds),
});
