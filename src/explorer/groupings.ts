import { families, sizeClasses } from '../dataset/grouping.ts';
import { models } from '../dataset/tables.ts';
import { fields } from '../slice/fields.ts';
import { slicedAxes } from './axes.ts';

type GroupingId =
  | 'size_class'
  | 'family'
  | 'type'
  | 'provider'
  | 'moe'
  | 'organisation'
  | 'architecture'
  | 'license'
  | 'month';

/** What models are grouped by; their group in a query is that of `groupsQuery`. */
export interface Grouping {
  /** Name in the address. */
  id: GroupingId;
  label: string;
  /** Labels of groups by their name, in their order; groups without one are called by their name. */
  labels: Readonly<Record<string, string>>;
  /** Whether the groups have an order of their own; the others are ordered by what is drawn. */
  ordered: boolean;
}

const labelled = (options: readonly { id: string; label: string }[]) =>
  Object.fromEntries(options.map(({ id, label }) => [id, label]));

const plain = (id: GroupingId, label: string): Grouping => ({
  id,
  label,
  labels: {},
  ordered: false,
});

/** Every column that models can be grouped by. */
export const groupings: readonly Grouping[] = [
  { ...plain('size_class', models.columns.size_class.label), labels: labelled(sizeClasses), ordered: true },
  { ...plain('family', models.columns.family.label), labels: { ...labelled(families), other: 'Other' } },
  {
    ...plain('type', models.columns.type.label),
    labels: { ...labelled(fields.type.options), multimodal: 'Multimodal', other: 'Other' },
  },
  {
    ...plain('provider', 'Provider'),
    labels: labelled(fields.provider.options),
  },
  {
    ...plain('moe', 'Dense or MoE'),
    labels: labelled(fields.moe.options),
  },
  plain('organisation', models.columns.organisation.label),
  plain('architecture', models.columns.architecture.label),
  plain('license', models.columns.license.label),
  { ...plain('month', 'Month of submission'), ordered: true },
];

const byId: ReadonlyMap<string, Grouping> = new Map(groupings.map((each) => [each.id, each]));

/** Finds a grouping by its name. */
export const findGrouping = (id: string): Grouping | undefined => byId.get(id);

/** What is computed of a group's values. */
export interface Aggregate {
  id: string;
  label: string;
  /** Whether it is of a column; the others count models. */
  ofColumn: boolean;
}

/** Everything that can be computed of a group. */
export const aggregates = [
  { id: 'count', label: 'Number of models', ofColumn: false },
  { id: 'share', label: 'Share of models', ofColumn: false },
  { id: 'mean', label: 'Mean', ofColumn: true },
  { id: 'median', label: 'Median', ofColumn: true },
  { id: 'p10', label: 'Lowest tenth (10th percentile)', ofColumn: true },
  { id: 'p90', label: 'Highest tenth (90th percentile)', ofColumn: true },
  { id: 'min', label: 'Minimum', ofColumn: true },
  { id: 'max', label: 'Maximum', ofColumn: true },
] as const satisfies readonly Aggregate[];
export type AggregateId = (typeof aggregates)[number]['id'];

/** Finds an aggregate by its name. */
export const findAggregate = (id: string) => aggregates.find((each) => each.id === id);

/** Columns that an aggregate can be of: numbers, not days. */
export const groupColumns = slicedAxes.filter(({ kind }) => kind === 'numbers');
