import type { Column } from './columns.ts';
import { columns, modelTypes, runKey } from './columns.ts';

/** What the data package states of the table of runs. */
export interface RunsFile {
  /** Number of runs. */
  count: number;
  /** Length of `runs.csv` in bytes. */
  bytes: number;
  /** SHA-256 of the bytes of `runs.csv`, in hexadecimal. */
  sha256: string;
  /** The fingerprint of the rows, see fingerprint.ts. */
  fingerprint: string;
}

/** A field of a Frictionless Table Schema, with the unit, the Hub's name and the labels as our own additions. */
export interface Field {
  name: string;
  title: string;
  type: Column['type'];
  format?: string;
  description: string;
  unit?: string;
  upstream?: string;
  labels?: Readonly<Record<string, string>>;
  trueValues?: readonly string[];
  falseValues?: readonly string[];
  constraints: Readonly<Record<string, unknown>>;
}

const dataset = 'https://huggingface.co/datasets/open-llm-leaderboard/contents';

const dialect = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
};

const csvResource = {
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect,
};

const booleanText = { trueValues: ['true'], falseValues: ['false'] };

/** The Table Schema field of a column of `data/runs.csv`. */
export function runsField(column: Column): Field {
  const { name, upstream, type, unit, meaning, required, minimum, maximum, values, pattern } = column;
  return {
    name,
    title: upstream ?? 'Row',
    type,
    ...(type === 'date' && { format: '%Y-%m-%d' }),
    description: meaning,
    ...(unit !== undefined && { unit }),
    ...(upstream !== undefined && { upstream }),
    ...(name === 'type' && { labels: modelTypes }),
    ...(type === 'boolean' && booleanText),
    constraints: {
      required,
      ...((name === 'row' || name === runKey) && { unique: true }),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(values !== undefined && { enum: values }),
      ...(pattern !== undefined && { pattern }),
    },
  };
}

/** How the active parameters of a Mixture of Experts are known. */
export const moeMethods = ['published', 'derived', 'assumed', 'unknown'] as const;

/** The fields of `data/corrections.csv`, in file order. */
export const correctionFields: readonly Field[] = [
  {
    name: 'model',
    title: 'Model',
    type: 'string',
    description: 'Model whose runs are corrected, as in the column model of runs.csv.',
    constraints: { required: true },
  },
  {
    name: 'column',
    title: 'Column',
    type: 'string',
    description: 'Column of runs.csv that holds the wrong value.',
    constraints: {
      required: true,
      enum: columns.map(({ name }) => name).filter((name) => !['row', runKey, 'model'].includes(name)),
    },
  },
  {
    name: 'value',
    title: 'Value',
    type: 'string',
    description: 'The right value, written as in runs.csv.',
    constraints: { required: true },
  },
  {
    name: 'reason',
    title: 'Reason',
    type: 'string',
    description: 'What is wrong with the value in the dataset.',
    constraints: { required: true },
  },
  {
    name: 'source',
    title: 'Source',
    type: 'string',
    description: 'Where the right value comes from.',
    constraints: { required: true },
  },
];

/** The fields of `data/moe.csv`, in file order. */
export const moeFields: readonly Field[] = [
  {
    name: 'model',
    title: 'Model',
    type: 'string',
    description: 'Model that was reviewed, as in the column model of runs.csv.',
    constraints: { required: true, unique: true },
  },
  {
    name: 'moe',
    title: 'MoE',
    type: 'boolean',
    description: 'Whether the model is a Mixture of Experts, after a check by hand.',
    ...booleanText,
    constraints: { required: true },
  },
  {
    name: 'experts',
    title: 'Experts',
    type: 'integer',
    description: 'Number of experts in a layer; blank where it is not known or the model is dense.',
    constraints: { required: false, minimum: 1 },
  },
  {
    name: 'experts_per_token',
    title: 'Experts per token',
    type: 'integer',
    description:
      'Number of experts that a token is routed to; blank where it is not known or the model is dense.',
    constraints: { required: false, minimum: 1 },
  },
  {
    name: 'active_parameters_b',
    title: 'Active parameters (B)',
    type: 'number',
    description: 'Weights that work on one token; blank where they are not known.',
    unit: 'billion parameters',
    constraints: { required: false, minimum: 0 },
  },
  {
    name: 'method',
    title: 'Method',
    type: 'string',
    description:
      'How the active parameters are known: stated by the makers, computed from the configuration, assumed from the base model or the usual routing, or not known; blank for a dense model.',
    constraints: { required: false, enum: moeMethods },
  },
  {
    name: 'reason',
    title: 'Reason',
    type: 'string',
    description: 'What the verdict and the number rest on.',
    constraints: { required: true },
  },
];

/**
 * The Frictionless data package (profile `tabular-data-package`, version 1) that describes the files in
 * `data/`. It depends on its argument and the columns alone, so that the same rows give the same package.
 */
export function dataPackage({ count, bytes, sha256, fingerprint }: RunsFile) {
  return {
    profile: 'tabular-data-package',
    name: 'open-llm-leaderboard-runs',
    title: 'Evaluations of the Open LLM Leaderboard, second edition',
    description:
      'Every evaluation run in the final release of the Hugging Face Open LLM Leaderboard 2, with corrections and a review of the Mixture of Experts models. See README.md for what the columns really mean and for known faults.',
    homepage: dataset,
    keywords: ['language models', 'evaluation', 'benchmarks', 'carbon', 'open-llm-leaderboard'],
    sources: [
      {
        title: 'Open LLM Leaderboard, dataset open-llm-leaderboard/contents on the Hugging Face Hub',
        path: dataset,
      },
    ],
    licenseNote:
      'No licence is declared here because none is known: the pages of the dataset on the Hub name none. Ask the maintainers of the dataset before you rely on one.',
    fingerprint: {
      algorithm: 'sha256',
      value: fingerprint,
      of: 'One line per run in file order, ended by LF, in UTF-8: a JSON array without spaces of the values of runs.csv in column order, missing values as null, whole numbers in decimal, a value x of type number as the whole number floor(x × 10⁶ + 0.3), strings as ECMAScript JSON.stringify writes them.',
    },
    resources: [
      {
        name: 'runs',
        path: 'runs.csv',
        title: 'Runs',
        description: 'One line per evaluation run, in the order of the dataset.',
        ...csvResource,
        bytes,
        hash: `sha256:${sha256}`,
        rowCount: count,
        schema: { fields: columns.map(runsField), primaryKey: 'row', missingValues: [''] },
      },
      {
        name: 'corrections',
        path: 'corrections.csv',
        title: 'Corrections',
        description: 'Values that are wrong in the dataset, one per line, with the right one and why.',
        ...csvResource,
        schema: { fields: correctionFields, primaryKey: ['model', 'column'], missingValues: [''] },
      },
      {
        name: 'moe',
        path: 'moe.csv',
        title: 'Mixture of Experts',
        description: 'Models that might be a Mixture of Experts, each checked by hand, one per line.',
        ...csvResource,
        schema: { fields: moeFields, primaryKey: 'model', missingValues: [''] },
      },
    ],
  };
}

/** The text of `data/datapackage.json`. */
export function formatDataPackage(runs: RunsFile): string {
  return `${JSON.stringify(dataPackage(runs), null, 2)}\n`;
}
