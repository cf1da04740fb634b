import { headingOf } from '../dataset/column.ts';
import { estimates, models } from '../dataset/tables.ts';
import type { PlotScale } from '../figures/plots/axis.ts';
import { fields, type FieldKey } from '../slice/fields.ts';
import { boundedColumns, type BoundedColumn } from './table-columns.ts';

type RangeKey = {
  [K in FieldKey]: (typeof fields)[K]['kind'] extends 'numbers' | 'days' ? K : never;
}[FieldKey];

/** The field of the slice that a stroke along each column sets. */
const fieldOf = {
  parameters_b: 'size',
  active_parameters_b: 'active',
  average: 'average',
  ifeval: 'ifeval',
  bbh: 'bbh',
  math: 'math',
  gpqa: 'gpqa',
  musr: 'musr',
  mmlu_pro: 'mmlu_pro',
  co2_kg: 'co2',
  co2_step_corrected_kg: 'co2_step',
  likes: 'likes',
  upload_date: 'uploaded',
  submission_date: 'submitted',
} as const satisfies Partial<Record<keyof typeof models.columns, RangeKey>>;

/** A column of `models` that a plot can lay out. */
export type SlicedColumn = keyof typeof fieldOf;
export type AxisColumn = SlicedColumn | BoundedColumn;

/** A column that a plot can lay out. */
export interface Axis {
  /** Name of the column, and of the axis in the address. */
  column: AxisColumn;
  /**
   * The field of the slice that a stroke along it sets; null for a published estimate, of which a stroke sets the
   * bounds that the page itself filters by.
   */
  field: RangeKey | null;
  label: string;
  /** The label with its unit, as it stands at an axis. */
  title: string;
  kind: 'numbers' | 'days';
  /** How the axis is laid out unless the reader chooses. */
  scale: PlotScale;
}

/** An axis along which a stroke sets a field of the slice. */
interface SlicedAxis extends Axis {
  column: SlicedColumn;
  field: RangeKey;
}

/** Columns whose values spread over ratios, as sizes do. */
const byRatio = new Set([
  'parameters_b',
  'active_parameters_b',
  'co2_kg',
  'co2_step_corrected_kg',
  'carbon_fold',
]);
/** Columns that hold a place in the order of all models. */
const places: ReadonlySet<string> = new Set([
  'rank',
  'rank_low',
  'rank_high',
  'weights_rank_low',
  'weights_rank_high',
]);

/** An axis of what is published of each model, which says so: under a slice it stays what it is. */
function publishedAxis(column: BoundedColumn): Axis {
  const facts = estimates.columns[column];
  const heading = headingOf(facts);
  const among = places.has(column) ? ' among all models' : '';
  return {
    column,
    field: null,
    label: facts.label,
    title: `Published ${heading[0]!.toLowerCase()}${heading.slice(1)}${among}`,
    kind: 'numbers',
    scale: byRatio.has(column) ? 'log' : 'linear',
  };
}

/** An axis along which the slice can be cut. */
function slicedAxis(column: SlicedColumn): SlicedAxis {
  const field = fieldOf[column];
  const facts = models.columns[column];
  const { kind } = fields[field];
  return {
    column,
    field,
    label: facts.label,
    title: headingOf(facts),
    kind,
    scale: kind === 'days' ? 'day' : byRatio.has(column) ? 'log' : 'linear',
  };
}

/** The columns of `models` that plots can lay out. */
export const slicedColumns = Object.keys(fieldOf) as readonly SlicedColumn[];

/** The axes along which a stroke sets a field of the slice. */
export const slicedAxes = slicedColumns.map(slicedAxis);

/** The axes of what is published of each model among all of its preparation. */
export const publishedAxes: readonly Axis[] = boundedColumns.map(({ name }) => publishedAxis(name));

/** Every column that a plot can lay out. */
export const axes: readonly Axis[] = [...slicedAxes, ...publishedAxes];

/** Whether an axis lays out what is published of each model. */
export const isPublished = ({ field }: Axis): boolean => field === null;

const byColumn: ReadonlyMap<string, Axis> = new Map(axes.map((each) => [each.column, each]));

/** Finds an axis by its column. */
export const findAxis = (column: string): Axis | undefined => byColumn.get(column);

/** An axis as a plot shows it: the column and how it is laid out. */
export interface AxisChoice {
  axis: Axis;
  scale: PlotScale;
}

/** The axis laid out as it is by default. */
export const defaultChoice = (column: AxisColumn): AxisChoice => {
  const found = byColumn.get(column)!;
  return { axis: found, scale: found.scale };
};
