import { headingOf } from '../dataset/column.ts';
import { models } from '../dataset/tables.ts';
import type { PlotScale } from '../figures/plots/axis.ts';
import { fields, type FieldKey } from '../slice/fields.ts';

type RangeKey = {
  [K in FieldKey]: (typeof fields)[K]['kind'] extends 'numbers' | 'days' ? K : never;
}[FieldKey];

/** A column that a plot can lay out, with the field of the slice that a stroke along it sets. */
export interface Axis {
  /** Name of the column of `models`, and of the axis in the address. */
  column: string;
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

function axis(column: keyof typeof models.columns, field: RangeKey): Axis {
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

/** Every column that a plot can lay out. */
export const axes: readonly Axis[] = [
  axis('parameters_b', 'size'),
  axis('active_parameters_b', 'active'),
  axis('average', 'average'),
  axis('ifeval', 'ifeval'),
  axis('bbh', 'bbh'),
  axis('math', 'math'),
  axis('gpqa', 'gpqa'),
  axis('musr', 'musr'),
  axis('mmlu_pro', 'mmlu_pro'),
  axis('co2_kg', 'co2'),
  axis('co2_step_corrected_kg', 'co2_step'),
  axis('likes', 'likes'),
  axis('upload_date', 'uploaded'),
  axis('submission_date', 'submitted'),
];

const byColumn = new Map(axes.map((each) => [each.column, each]));

/** Finds an axis by its column. */
export const findAxis = (column: string): Axis | undefined => byColumn.get(column);

/** An axis as a plot shows it: the column and how it is laid out. */
export interface AxisChoice {
  axis: Axis;
  scale: PlotScale;
}

/** The axis laid out as it is by default. */
export const defaultChoice = (column: string): AxisChoice => {
  const found = byColumn.get(column)!;
  return { axis: found, scale: found.scale };
};
