import { benchmarks, benchmarkTitles, columns } from '../dataset/columns.ts';
import { modelColumns } from '../dataset/preparations.ts';

/** A column as a reader of the schema sees it. */
export interface SchemaColumn {
  name: string;
  type: 'INTEGER' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN';
  unit?: string;
  meaning: string;
}

/** A table or view that readers may ask. */
export interface SchemaTable {
  name: string;
  /** Whether it holds the reader's slice, or always all. */
  sliced: boolean;
  meaning: string;
  columns: readonly SchemaColumn[];
}

const types = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  date: 'VARCHAR',
} as const;

const recorded: readonly SchemaColumn[] = columns.map(({ name, type, unit, meaning }) => ({
  name,
  type: types[type],
  ...(unit ? { unit } : {}),
  meaning: type === 'date' ? `${meaning} Text such as 2024-06-12.` : meaning,
}));

const modelId: SchemaColumn = {
  name: 'model_id',
  type: 'INTEGER',
  meaning: 'Number that all runs of a model share, case and outer spaces of its name aside.',
};

const derived: readonly SchemaColumn[] = [
  {
    name: 'active_parameters_b',
    type: 'DOUBLE',
    unit: 'billion parameters',
    meaning:
      'Weights used for one token: all of a dense model, fewer of a Mixture of Experts, NULL where unknown.',
  },
  { name: 'organisation', type: 'VARCHAR', meaning: 'Name of the model up to the slash.' },
  {
    name: 'family',
    type: 'VARCHAR',
    meaning: 'Family of the architecture: qwen, llama, mistral, gemma, phi, granite or other.',
  },
  {
    name: 'size_class',
    type: 'VARCHAR',
    meaning: 'small (up to 9 B), medium (9 to 40 B) or large (over 40 B); NULL without a size.',
  },
];

const everyColumn = [...recorded, ...derived];
const ofModels = [
  ...modelColumns.map((name) => everyColumn.find((column) => column.name === name)!),
  modelId,
];

const find = (name: string) => recorded.find((column) => column.name === name)!;
const rowOf = (meaning: string): SchemaColumn => ({ name: 'row', type: 'INTEGER', meaning });
const both = (name: string, word: string): SchemaColumn[] => [
  { ...find(name), meaning: `Of the ${word}: ${find(name).meaning}` },
  { ...find(name), name: `base_${name}`, meaning: `The same of the base.` },
];

const ofPairs: readonly SchemaColumn[] = [
  rowOf('Row of the child.'),
  modelId,
  { name: 'base_row', type: 'INTEGER', meaning: 'Row of the base.' },
  {
    name: 'model',
    type: 'VARCHAR',
    meaning: 'The child: a model that names another in the table as its base.',
  },
  { name: 'base_model', type: 'VARCHAR', meaning: 'The base.' },
  ...[
    'type',
    'official_provider',
    'chat_template',
    'average',
    'co2_kg',
    ...benchmarks.map((name) => `${name}_raw`),
  ].flatMap((name) => both(name, 'child')),
  ...(['average', ...benchmarks] as const).map((name): SchemaColumn => ({
    name: `${name}_change`,
    type: 'DOUBLE',
    unit: 'points',
    meaning: `Child minus base, in ${name === 'average' ? 'the average' : benchmarkTitles[name]}.`,
  })),
];

const step: readonly SchemaColumn[] = [
  { name: 'position', type: 'INTEGER', meaning: 'Position of the step; 0 are the runs themselves.' },
  { name: 'step', type: 'VARCHAR', meaning: 'Name of the step.' },
  { name: 'title', type: 'VARCHAR', meaning: 'What the step does.' },
  rowOf('Row of a run that the step keeps.'),
];

const named = (name: string, meaning: string): SchemaColumn => ({ name, type: 'VARCHAR', meaning });

/** Everything that a reader's query can ask, in the order of its use. */
export const schema: readonly SchemaTable[] = [
  { name: 'models', sliced: true, meaning: 'The models of the slice, a row each.', columns: ofModels },
  {
    name: 'runs',
    sliced: true,
    meaning: 'Every run of those models; a model may have several.',
    columns: [...recorded, modelId],
  },
  {
    name: 'pairs',
    sliced: true,
    meaning: 'Those runs whose base model is in the table, against that base.',
    columns: ofPairs,
  },
  {
    name: 'steps',
    sliced: true,
    meaning: 'Which of those runs each step of the preparation keeps.',
    columns: step,
  },
  {
    name: 'reviewed_models',
    sliced: true,
    meaning: 'The same slice of the reviewed preparation, whichever the bar says.',
    columns: ofModels,
  },
  { name: 'reviewed', sliced: false, meaning: 'All models of the reviewed preparation.', columns: ofModels },
  { name: 'prepared', sliced: false, meaning: 'All models of the seed’s preparation.', columns: ofModels },
  {
    name: 'keyed_runs',
    sliced: false,
    meaning: 'All runs, with the number of their model.',
    columns: [...recorded, modelId],
  },
  { name: 'all_runs', sliced: false, meaning: 'All runs as they were published.', columns: recorded },
  { name: 'all_pairs', sliced: false, meaning: 'All pairs of a run and its base.', columns: ofPairs },
  {
    name: 'run_steps',
    sliced: false,
    meaning: 'Which runs each step of either preparation keeps.',
    columns: [named('preparation', 'reviewed or prepared.'), ...step, modelId],
  },
  {
    name: 'corrections',
    sliced: false,
    meaning: 'Corrections of recorded values, each with its reason.',
    columns: [
      named('model', 'Model that is corrected.'),
      named('column', 'Column that is corrected.'),
      named('value', 'The right value, as text.'),
      named('reason', 'Why the recorded one is wrong.'),
      named('source', 'Where the right one is from.'),
    ],
  },
  {
    name: 'moe_review',
    sliced: false,
    meaning: 'Models that flag, architecture or name call a Mixture of Experts, each checked.',
    columns: [
      named('model', 'Model that was checked.'),
      { name: 'moe', type: 'BOOLEAN', meaning: 'Whether it is a Mixture of Experts.' },
      { name: 'experts', type: 'INTEGER', unit: 'experts', meaning: 'Experts in a layer.' },
      {
        name: 'experts_per_token',
        type: 'INTEGER',
        unit: 'experts',
        meaning: 'Experts that a token passes.',
      },
      {
        name: 'active_parameters_b',
        type: 'DOUBLE',
        unit: 'billion parameters',
        meaning: 'Weights used for one token; NULL where not known.',
      },
      named('method', 'How it was checked.'),
      named('reason', 'What was found.'),
    ],
  },
];
