import { headingOf } from '../dataset/column.ts';
import { models } from '../dataset/tables.ts';
import type { PlotScale } from '../figures/plots/axis.ts';
import { fields, type FieldKey } from '../slice/fields.ts';

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

export type AxisColumn = keyof typeof fieldOf;

/** A column that a plot can lay out, with the field of the slice that a stroke along it sets. */
export interface Axis {
  /** Name of the column of `models`, and of the axis in the address. */
  column: AxisColumn;
  field: RangeKey;
  label: string;
  /** The label with its unit, as it stands at an axis. */
  title: string;
  kind: 'numbers' | 'days';
  /** How the axis is laid out unless the reader chooses. */
  scale: PlotScale;
}

/** Columns whose values spread over ratios, as sizes do. */
const byRatio = new Set(['parameters_b', 'active_parameters_b', 'co2_kg', 'co2_step_corrected_kg']);

function axis(column: AxisColumn): Axis {
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

/** The columns that plots can lay out. */
export const axisColumns = Object.keys(fieldOf) as readonly AxisColumn[];

/** Every column that a plot can lay out. */
export const axes: readonly Axis[] = axisColumns.map(axis);

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
