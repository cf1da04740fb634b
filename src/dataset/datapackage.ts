import type { Column, Table } from './column.ts';
import { identityTable } from './identity/table.ts';
import { allRuns, cautions, corrections, moeReview, publishedModels } from './tables.ts';

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
  /** Columns that it is computed from. */
  madeFrom?: readonly string[];
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

/** The Table Schema field of a column. */
export function fieldOf(column: Column): Field {
  const { name, label, upstream, type, unit, meaning, required, minimum, maximum, values, labels, pattern } =
    column;
  return {
    name,
    title: upstream ?? label,
    type,
    ...(type === 'date' && { format: '%Y-%m-%d' }),
    description: meaning,
    ...(unit !== undefined && { unit }),
    ...(upstream !== undefined && { upstream }),
    ...(column.madeFrom !== undefined && { madeFrom: column.madeFrom }),
    ...(labels !== undefined && { labels }),
    ...(type === 'boolean' && booleanText),
    constraints: {
      required,
      ...(column.unique && { unique: true }),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(values !== undefined && { enum: values }),
      ...(pattern !== undefined && { pattern }),
    },
  };
}

/** The resource of a table that has a file. */
export function resourceOf({ file, title, meaning, key, columns }: Table) {
  if (file === undefined) throw new Error(`The table ${title} has no file.`);
  return {
    name: file.replace(/\.csv$/, ''),
    path: file,
    title,
    description: meaning,
    ...csvResource,
    schema: {
      fields: Object.values(columns).map(fieldOf),
      primaryKey: key.length === 1 ? key[0]! : key,
      missingValues: [''],
    },
  };
}

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
      'Every evaluation run in the final release of the Hugging Face Open LLM Leaderboard 2, with corrections, a review of the Mixture of Experts models, and who each model is and descends from. See README.md for what the columns really mean and for known faults.',
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
      { ...resourceOf(allRuns), bytes, hash: `sha256:${sha256}`, rowCount: count },
      resourceOf(corrections),
      resourceOf(moeReview),
      resourceOf(cautions),
      resourceOf(identityTable),
    ],
  };
}

/** The text of `data/datapackage.json`. */
export function formatDataPackage(runs: RunsFile): string {
  return `${JSON.stringify(dataPackage(runs), null, 2)}\n`;
}

/**
 * The text of the data package that is published: that of `data/` with what the build adds to it, the reviewed
 * models.
 */
export function publishedDataPackage(text: string): string {
  const committed = JSON.parse(text) as ReturnType<typeof dataPackage>;
  return `${JSON.stringify({ ...committed, resources: [...committed.resources, resourceOf(publishedModels)] }, null, 2)}\n`;
}
