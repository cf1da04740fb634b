import type { Options } from './options.ts';
import type { Column } from '../dataset/column.ts';
import { findTableColumn, isNumeric, nameColumn } from './table-columns.ts';

const sqlType = (column: Column) =>
  isNumeric(column) ? 'DOUBLE' : column.type === 'boolean' ? 'BOOLEAN' : 'VARCHAR';

/** The columns of the table as the reader chose them, the name first. */
export const shownColumns = (options: Pick<Options, 'columns'>): readonly Column[] =>
  [nameColumn, ...options.columns].map((name) => findTableColumn(name)!);

/**
 * Asks for the rows of the table, in the order that the reader chose, blanks last. Text is ordered case aside
 * and ties by the position in the data set, so that the order is one.
 */
export function tableSql({ columns, sort }: Pick<Options, 'columns' | 'sort'>): string {
  const shown = shownColumns({ columns }).map(
    (column) => `CAST(${column.name} AS ${sqlType(column)}) AS "${column.name}"`,
  );
  const position = columns.includes('row') ? [] : ['CAST(row AS INTEGER) AS "row"'];
  const { type } = findTableColumn(sort.column)!;
  const key = type === 'string' ? `lower(models.${sort.column})` : `models.${sort.column}`;
  const way = sort.descending ? 'DESC' : 'ASC';
  return `SELECT ${[...shown, ...position].join(', ')} FROM models ORDER BY ${key} ${way} NULLS LAST, models.row`;
}
