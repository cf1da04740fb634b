import { benchmarks } from '../dataset/benchmarks.ts';
import type { Cell, Column } from '../dataset/column.ts';
import { estimates, models } from '../dataset/tables.ts';

/** A column of the published estimates, which the engine fetches when one is first asked for. */
export type EstimateColumn = Exclude<keyof typeof estimates.columns, 'preparation' | 'row'>;

/** Whether a column is of the published estimates. */
export const isEstimate = (name: string): name is EstimateColumn =>
  Object.hasOwn(estimates.columns, name) && name !== 'preparation' && name !== 'row';

/** A column that the table can show. */
export interface TableColumn extends Column {
  readonly name: Exclude<keyof typeof models.columns, 'model_id'> | EstimateColumn;
}

/** Every column that the table can show, in the order of the data package. */
export const tableColumns = [
  ...Object.values<Column>(models.columns).filter(({ name }) => name !== 'model_id'),
  ...Object.values<Column>(estimates.columns).filter(({ name }) => isEstimate(name)),
] as readonly TableColumn[];

const byName: ReadonlyMap<string, TableColumn> = new Map(tableColumns.map((column) => [column.name, column]));

/** Finds a column of the table by its name. */
export const findTableColumn = (name: string): TableColumn | undefined => byName.get(name);

/** Whether a column holds numbers. */
export const isNumeric = ({ type }: Column): boolean => type === 'integer' || type === 'number';

/** An estimate that holds numbers, along which the models can be laid out and filtered. */
export type BoundedColumn = Exclude<EstimateColumn, 'carbon_label'>;

/** The estimates that hold numbers. */
export const boundedColumns = tableColumns.filter(
  (column): column is TableColumn & { name: BoundedColumn } => isEstimate(column.name) && isNumeric(column),
);

/** A cell as the table shows it. */
export function cellText(value: Cell | undefined, { digits }: Pick<Column, 'digits'>): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value.toLocaleString(
    'en',
    digits === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
}

/** The column that every row shows first. */
export const nameColumn = 'model';

/** The columns of the table as the reader chose them, the name first. */
export const shownColumns = (chosen: readonly TableColumn['name'][]): readonly TableColumn[] =>
  [nameColumn, ...chosen].map((name) => findTableColumn(name)!);

/** The columns of the card of a model. */
export const cardColumns = [
  'average',
  ...benchmarks,
  'parameters_b',
  'active_parameters_b',
  'co2_kg',
  'co2_step_corrected_kg',
  'likes',
  'type',
  'architecture',
  'moe',
  'base_model',
  'license',
  'official_provider',
  'precision',
  'chat_template',
  'on_hub',
  'flagged',
  'caution',
  'upload_date',
  'submission_date',
] as const satisfies readonly TableColumn['name'][];
