import type { ColumnType } from '../column.ts';
import { recordedColumns } from '../recorded.ts';

/** A column of the Hub's file. */
export interface UpstreamColumn {
  name: string;
  /** Our name of it; absent where the column only serves to check the others. */
  column?: string;
  /** The type that DuckDB reads it with. */
  type: 'VARCHAR' | 'DOUBLE' | 'BIGINT' | 'BOOLEAN';
}

const types: Record<ColumnType, UpstreamColumn['type']> = {
  string: 'VARCHAR',
  date: 'VARCHAR',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
};

/** The column that holds the symbol of the model's type. */
export const markColumn = 'T';
/** The column that holds a link to the model, as HTML. */
export const linkColumn = 'Model';

/** All 36 columns of the final release. Their order in a file does not matter. */
export const upstreamColumns: readonly UpstreamColumn[] = [
  ...recordedColumns.flatMap(({ name, upstream, type }) =>
    upstream === undefined ? [] : [{ name: upstream, column: name, type: types[type] }],
  ),
  { name: markColumn, type: 'VARCHAR' },
  { name: linkColumn, type: 'VARCHAR' },
];
