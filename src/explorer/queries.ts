import type { PreparationId } from '../dataset/grouping.ts';
import { sqlTypes, type RowIn } from '../dataset/column.ts';
import {
  condition,
  double,
  Expression,
  monthOf,
  pick,
  select,
  Sql,
  sql,
  text,
  type Query,
} from '../dataset/select.ts';
import { estimates, models, preparationTables, type Model } from '../dataset/tables.ts';
import { withCurrentNames } from '../slice/former-names.ts';
import { predicateOf, preparationOf, type Slice } from '../slice/slice.ts';
import { publishedAxes, slicedColumns } from './axes.ts';
import type { FrameRow, PublishedRow } from './frame.ts';
import { findAggregate } from './groupings.ts';
import type { Grouped } from './groups.ts';
import { withoutRanges } from './kept.ts';
import type { Options } from './options.ts';
import {
  cardColumns,
  findTableColumn,
  isEstimate,
  nameColumn,
  type BoundedColumn,
  type EstimateColumn,
  type TableColumn,
} from './table-columns.ts';

/** Asks for everything that a frame holds. */
export const frameQuery = (preparation: PreparationId): Query<FrameRow> =>
  select(preparationTables[preparation], (columns) => ({
    rows: pick(columns, [
      'row',
      'model',
      'caution',
      'size_class',
      'type',
      'official_provider',
      'moe',
      ...slicedColumns,
    ]),
    orderBy: [columns.row],
  }));

/** Asks for what a frame holds of what is published of each model. */
export const publishedQuery = (preparation: PreparationId): Query<PublishedRow> =>
  select(estimates, (columns) => ({
    rows: pick(columns, ['row', ...publishedAxes.map(({ column }) => column as BoundedColumn)]),
    where: sql`${columns.preparation} = ${preparation}`,
    orderBy: [columns.row],
  }));

/** Whether the estimates of a row lie within the bounds that the reader set; nothing where none are set. */
function isWithin(within: Options['within'], preparation: PreparationId, row: Sql): Sql | undefined {
  if (within.length === 0) return undefined;
  const bounds = within.flatMap(({ column, from, to }) => [
    from !== null && `${column} >= ${from}`,
    to !== null && `${column} <= ${to}`,
  ]);
  return sql`${row} IN (SELECT row FROM estimates WHERE preparation = ${preparation} AND ${new Sql(bounds.filter(Boolean).join(' AND '))})`;
}

/** What the page filters by besides the slice. */
export type OwnFilters = Pick<Options, 'within' | 'pattern'>;
const noFilters: OwnFilters = { within: [], pattern: '' };

/** Both conditions, or the one that is there. */
const both = (one: Sql | undefined, other: Sql | undefined): Sql | undefined =>
  one && other ? sql`${one} AND ${other}` : (one ?? other);

/** What the page itself filters by, as a condition on a row; nothing where it filters by nothing. */
const isKept = ({ within, pattern }: OwnFilters, preparation: PreparationId, row: Sql, model: Sql) =>
  both(
    isWithin(within, preparation, row),
    pattern === '' ? undefined : sql`regexp_matches(${model}, ${pattern}, 'i')`,
  );

/** Asks which models a slice and the page's own filters keep. */
export const keptQuery = (slice: Slice, own: OwnFilters = noFilters): Query<{ row: number }> =>
  select(preparationTables[preparationOf(slice)], ({ row, model }) => ({
    rows: { row },
    where: both(
      condition(predicateOf(withCurrentNames(slice))),
      isKept(own, preparationOf(slice), row, model),
    ),
    orderBy: [row],
  }));

/** Asks which models everything besides the ranges keeps: the other fields, and the pattern. */
export const baseQuery = (
  slice: Slice,
  { pattern }: Pick<Options, 'pattern'> = noFilters,
): Query<{ row: number }> => keptQuery(withoutRanges(slice), { within: [], pattern });

/** A row of the table: the columns that the reader chose, and always the name, its caution and the position. */
export type TableRow = Partial<Model & Pick<RowIn<typeof estimates>, EstimateColumn>> &
  Pick<Model, 'row' | 'caution' | typeof nameColumn>;

/** What is published of the model in a row; NULL for a run that the preparation does not keep. */
const estimateOf = (column: EstimateColumn, preparation: PreparationId): Expression =>
  new Expression(
    sql`(SELECT ${new Sql(column)} FROM estimates WHERE estimates.row = models.row AND preparation = ${preparation})`
      .text,
    sqlTypes[estimates.columns[column].type],
    false,
  );

/**
 * Asks for the rows of the table, in the order that the reader chose, blanks last. Text is ordered case aside
 * and ties by the position in the data set, so that the order is one.
 */
export const tableQuery = (
  { columns, sort, ...own }: Pick<Options, 'columns' | 'sort'> & OwnFilters,
  preparation: PreparationId = 'reviewed',
): Query<TableRow> =>
  select(models, (of) => {
    const cell = (name: TableColumn['name']): Expression =>
      isEstimate(name) ? estimateOf(name, preparation) : of[name];
    const by = cell(sort.column);
    const key = findTableColumn(sort.column)!.type === 'string' ? sql`lower(${by})` : by;
    return {
      rows: {
        ...Object.fromEntries(columns.map((name) => [name, cell(name)])),
        ...pick(of, [nameColumn, 'caution', 'row']),
      },
      where: isKept(own, preparation, of.row, of.model),
      orderBy: [sql`${key} ${new Sql(sort.descending ? 'DESC' : 'ASC')} NULLS LAST`, of.row],
    };
  });

/** Asks for the group and the value of every model of the slice. */
export const groupsQuery = (
  { by, aggregate, column }: Options['groups'],
  own: OwnFilters = noFilters,
  preparation: PreparationId = 'reviewed',
): Query<Grouped> =>
  select(models, (columns) => {
    const { official_provider, moe, submission_date, row, ...named } = columns;
    const groups = {
      ...named,
      provider: text`CASE WHEN ${official_provider} THEN 'official' ELSE 'community' END`,
      moe: text`CASE WHEN ${moe} THEN 'yes' ELSE 'no' END`,
      month: monthOf(submission_date),
    };
    return {
      rows: {
        grp: groups[by.id],
        value: findAggregate(aggregate)!.ofColumn ? double`${columns[column]}` : double`NULL`,
      },
      where: isKept(own, preparation, row, columns.model),
      orderBy: [row],
    };
  });

/** What the card of a model says. */
export type CardRow = Pick<Model, (typeof cardColumns)[number]>;

/** Asks for the card of the model in a row of the dataset. */
export const cardQuery = (preparation: PreparationId, position: number): Query<CardRow> =>
  select(preparationTables[preparation], (columns) => ({
    rows: pick(columns, cardColumns),
    where: sql`${columns.row} = ${position}`,
    orderBy: [],
  }));
