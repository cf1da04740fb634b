/** The six benchmarks in the order of the dataset. */
export const benchmarks = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'] as const;
export type Benchmark = (typeof benchmarks)[number];

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

export type ColumnType = 'integer' | 'number' | 'string' | 'boolean' | 'date';

/** One column of `data/runs.csv`: what the importer reads, what the data package says, what SQL sees. */
export interface Column {
  name: string;
  /** Column of the Hub's file; absent for `row`, which is the position in it. */
  upstream?: string;
  type: ColumnType;
  unit?: string;
  /** What a value means, in a sentence. */
  meaning: string;
  required: boolean;
  minimum?: number;
  maximum?: number;
  /** The only values allowed. */
  values?: readonly string[];
  /** A pattern that a whole text value matches. */
  pattern?: string;
}

/** A value of a run; dates are text like 2025-03-13, null is a missing value. */
export type Cell = string | number | boolean | null;

/** One line of `data/runs.csv`, by column name. */
export type Run = Readonly<Record<string, Cell>>;

/** The column that tells one run from another in the dataset. */
export const runKey = 'evaluation';

const benchmarkFacts: Record<Benchmark, { upstream: string; title: string; metric: string }> = {
  ifeval: {
    upstream: 'IFEval',
    title: 'IFEval',
    metric: 'mean of the shares of prompts and of instructions followed to the letter',
  },
  bbh: { upstream: 'BBH', title: 'BBH', metric: 'normalised accuracy over 24 hard tasks' },
  math: { upstream: 'MATH Lvl 5', title: 'MATH level 5', metric: 'share of answers that match exactly' },
  gpqa: { upstream: 'GPQA', title: 'GPQA', metric: 'normalised accuracy with four choices' },
  musr: { upstream: 'MUSR', title: 'MuSR', metric: 'normalised accuracy over three kinds of story' },
  mmlu_pro: { upstream: 'MMLU-PRO', title: 'MMLU-Pro', metric: 'accuracy with ten choices' },
};

/** Names of the benchmarks as readers know them. */
export const benchmarkTitles = Object.fromEntries(
  benchmarks.map((name) => [name, benchmarkFacts[name].title]),
) as Record<Benchmark, string>;

const benchmarkColumns: Column[] = benchmarks.flatMap((name) => {
  const { upstream, title, metric } = benchmarkFacts[name];
  return [
    {
      name: `${name}_raw`,
      upstream: `${upstream} Raw`,
      type: 'number',
      unit: 'share',
      meaning: `${title} as measured: ${metric}.`,
      required: true,
      minimum: 0,
      maximum: 1,
    },
    {
      name,
      upstream,
      type: 'number',
      unit: 'points',
      meaning: `${title} after the floor of guessing is taken off: 0 at or below chance, 100 for all correct.`,
      required: true,
      minimum: 0,
      maximum: 100,
    },
  ] satisfies Column[];
});

/** Every column of `data/runs.csv`, in file order. */
export const columns: readonly Column[] = [
  {
    name: 'row',
    type: 'integer',
    meaning: 'Position of the run in the dataset, from 1.',
    required: true,
    minimum: 1,
  },
  {
    name: 'evaluation',
    upstream: 'eval_name',
    type: 'string',
    meaning: "The leaderboard's name of the run: organisation, model and precision. No two runs share one.",
    required: true,
  },
  {
    name: 'model',
    upstream: 'fullname',
    type: 'string',
    meaning: 'Name of the model on the Hub, with its organisation where it has one.',
    required: true,
  },
  {
    name: 'model_sha',
    upstream: 'Model sha',
    type: 'string',
    meaning: 'Commit of the model repository that was evaluated.',
    required: false,
    pattern: '[0-9a-f]{40}',
  },
  {
    name: 'precision',
    upstream: 'Precision',
    type: 'string',
    meaning: 'Number format of the weights during the evaluation.',
    required: true,
    values: ['bfloat16', 'float16', '4bit'],
  },
  {
    name: 'weight_type',
    upstream: 'Weight type',
    type: 'string',
    meaning: 'Whether the submission holds whole weights or an adapter to other weights.',
    required: true,
    values: ['original', 'adapter'],
  },
  {
    name: 'type',
    upstream: 'Type',
    type: 'string',
    meaning: 'Kind of model, as its submitter chose it.',
    required: true,
    values: Object.keys(modelTypes),
  },
  {
    name: 'architecture',
    upstream: 'Architecture',
    type: 'string',
    meaning:
      'Class of the model in its configuration file; "?" and "Unknown" stand as the leaderboard gives them.',
    required: false,
  },
  {
    name: 'base_model',
    upstream: 'Base Model',
    type: 'string',
    meaning:
      'Model that this one names as its base, often its own name; the suffix " (Merge)" marks a merge, "Removed" stands where the leaderboard gives none.',
    required: false,
  },
  {
    name: 'license',
    upstream: 'Hub License',
    type: 'string',
    meaning: "Licence on the model's page.",
    required: false,
  },
  {
    name: 'likes',
    upstream: 'Hub ❤️',
    type: 'integer',
    unit: 'likes',
    meaning: "Likes on the model's page when the table was made.",
    required: true,
    minimum: 0,
  },
  {
    name: 'parameters_b',
    upstream: '#Params (B)',
    type: 'number',
    unit: 'billion parameters',
    meaning:
      'All weights in the uploaded files, never the active ones; zero or less where they were not read.',
    required: true,
    minimum: -1,
  },
  {
    name: 'moe',
    upstream: 'MoE',
    type: 'boolean',
    meaning: "Whether the model's page mentions Mixture of Experts.",
    required: true,
  },
  {
    name: 'merged',
    upstream: 'Merged',
    type: 'boolean',
    meaning: "Whether the model's page carries a merge tag.",
    required: true,
  },
  {
    name: 'official_provider',
    upstream: 'Official Providers',
    type: 'boolean',
    meaning:
      "Whether the organisation is on the leaderboard's curated list, which includes community houses.",
    required: true,
  },
  {
    name: 'on_hub',
    upstream: 'Available on the hub',
    type: 'boolean',
    meaning: 'Whether the model could still be found on the Hub.',
    required: true,
  },
  {
    name: 'flagged',
    upstream: 'Flagged',
    type: 'boolean',
    meaning: 'Whether the maintainers flagged the run after a complaint.',
    required: true,
  },
  {
    name: 'chat_template',
    upstream: 'Chat Template',
    type: 'boolean',
    meaning: "Whether questions were put in the model's chat format.",
    required: true,
  },
  {
    name: 'generation',
    upstream: 'Generation',
    type: 'integer',
    meaning: 'Number of base models between this model and one without a base.',
    required: true,
    minimum: 0,
  },
  {
    name: 'upload_date',
    upstream: 'Upload To Hub Date',
    type: 'date',
    meaning: 'Day on which the model repository was made.',
    required: false,
  },
  {
    name: 'submission_date',
    upstream: 'Submission Date',
    type: 'date',
    meaning: 'Day on which the model was handed in for evaluation.',
    required: false,
  },
  {
    name: 'co2_kg',
    upstream: 'CO₂ cost (kg)',
    type: 'number',
    unit: 'kg CO₂',
    meaning:
      'Carbon cost of the evaluation, not of training: wall-clock hours × 5.6 kW × 0.2698 kg/kWh, computed, not metered.',
    required: true,
    minimum: 0,
  },
  {
    name: 'average',
    upstream: 'Average ⬆️',
    type: 'number',
    unit: 'points',
    meaning: 'Plain mean of the six normalised scores.',
    required: true,
    minimum: 0,
    maximum: 100,
  },
  ...benchmarkColumns,
];
