import { benchmarks, benchmarkTitles, columns } from '../dataset/columns.ts';
import { modelColumns } from '../dataset/preparations.ts';

/** A column of the table of models. */
export interface TableColumn {
  /** Name of the column of `models`, in the address and in the file. */
  name: string;
  label: string;
  type: 'number' | 'text' | 'boolean';
  /** Digits after the point; as many as the value has where absent. */
  digits?: number;
  unit: string | undefined;
  /** What a value means, in a sentence. */
  meaning: string;
}

const labels: Record<string, string> = {
  row: 'Row',
  evaluation: 'Evaluation',
  model: 'Model',
  model_sha: 'Commit',
  precision: 'Precision',
  weight_type: 'Weights',
  type: 'Type',
  architecture: 'Architecture',
  base_model: 'Base model',
  license: 'Licence',
  likes: 'Likes',
  parameters_b: 'Parameters (B)',
  active_parameters_b: 'Active parameters (B)',
  moe: 'MoE',
  merged: 'Merge tag',
  official_provider: 'Official provider',
  on_hub: 'On the Hub',
  flagged: 'Flagged',
  chat_template: 'Chat template',
  generation: 'Generation',
  upload_date: 'Uploaded',
  submission_date: 'Submitted',
  co2_kg: 'CO₂ (kg)',
  average: 'Average',
  organisation: 'Organisation',
  family: 'Family',
  size_class: 'Size class',
  ...Object.fromEntries(
    benchmarks.flatMap((name) => [
      [name, benchmarkTitles[name]],
      [`${name}_raw`, `${benchmarkTitles[name]}, raw`],
    ]),
  ),
};

const derived: Record<string, string> = {
  active_parameters_b: 'Weights that are used at a time: fewer than all in a Mixture of Experts.',
  organisation: 'Name of the model up to the slash.',
  family: 'Family of architecture, by the prefix of its class name.',
  size_class: 'Up to 9 B, 9 to 40 B or over 40 B parameters.',
};

const digitsOf = (name: string): number | undefined => {
  if (name === 'average' || name === 'co2_kg' || benchmarks.some((each) => each === name)) return 2;
  return name.endsWith('_raw') ? 4 : undefined;
};

const facts = new Map(columns.map((column) => [column.name, column]));

/** Every column that the table can show, in the order of the data package. */
export const tableColumns: readonly TableColumn[] = modelColumns.map((name) => {
  const fact = facts.get(name);
  const type = fact?.type ?? (name === 'active_parameters_b' ? 'number' : 'string');
  const digits = digitsOf(name);
  return {
    name,
    label: labels[name] ?? name,
    type: type === 'boolean' ? 'boolean' : type === 'integer' || type === 'number' ? 'number' : 'text',
    ...(digits === undefined ? {} : { digits }),
    unit: fact?.unit ?? (name === 'active_parameters_b' ? 'billion parameters' : undefined),
    meaning: fact?.meaning ?? derived[name] ?? '',
  };
});

const byName = new Map(tableColumns.map((each) => [each.name, each]));

/** Finds a column of the table by its name. */
export const findTableColumn = (name: string): TableColumn | undefined => byName.get(name);

/** A cell as the table shows it. */
export function cellText(value: unknown, { type, digits }: TableColumn): string {
  if (value === null || value === undefined) return '–';
  if (type === 'boolean') return value === true ? 'yes' : 'no';
  if (type !== 'number') return String(value);
  return Number(value).toLocaleString(
    'en',
    digits === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
}

/** The column that every row shows first. */
export const nameColumn = 'model';
