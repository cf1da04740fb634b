import type { PreparationId } from '../dataset/grouping.ts';
import { condition, double, monthOf, pick, select, Sql, sql, text, type Query } from '../dataset/select.ts';
import { models, preparationTables, type Model } from '../dataset/tables.ts';
import { predicateOf, preparationOf, type Slice } from '../slice/slice.ts';
import { axisColumns } from './axes.ts';
import type { FrameRow } from './frame.ts';
import { findAggregate } from './groupings.ts';
import type { Grouped } from './groups.ts';
import { withoutRanges } from './kept.ts';
import type { Options } from './options.ts';
import { cardColumns, findTableColumn, nameColumn } from './table-columns.ts';

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
      ...axisColumns,
    ]),
    orderBy: [columns.row],
  }));

/** Asks which models the fields besides the ranges keep. */
export const baseQuery = (slice: Slice): Query<{ row: number }> =>
  select(preparationTables[preparationOf(slice)], ({ row }) => ({
    rows: { row },
    where: condition(predicateOf(withoutRanges(slice))),
    orderBy: [row],
  }));

/** A row of the table: the columns that the reader chose, and always the name, its caution and the position. */
export type TableRow = Partial<Model> & Pick<Model, 'row' | 'caution' | typeof nameColumn>;

/**
 * Asks for the rows of the table, in the order that the reader chose, blanks last. Text is ordered case aside
 * and ties by the position in the data set, so that the order is one.
 */
export const tableQuery = ({ columns, sort }: Pick<Options, 'columns' | 'sort'>): Query<TableRow> =>
  select(models, (of) => {
    const by = of[sort.column];
    const key = findTableColumn(sort.column)!.type === 'string' ? sql`lower(${by})` : by;
    return {
      rows: pick(of, [nameColumn, ...columns, 'caution', 'row']),
      orderBy: [sql`${key} ${new Sql(sort.descending ? 'DESC' : 'ASC')} NULLS LAST`, of.row],
    };
  });

/** Asks for the group and the value of every model of the slice. */
export const groupsQuery = ({ by, aggregate, column }: Options['groups']): Query<Grouped> =>
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
