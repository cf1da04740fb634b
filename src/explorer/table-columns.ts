import type { Column } from '../dataset/column.ts';
import { models } from '../dataset/tables.ts';

const byName: ReadonlyMap<string, Column> = new Map(
  Object.entries(models.columns).filter(([name]) => name !== 'model_id'),
);

/** Every column that the table can show, in the order of the data package. */
export const tableColumns: readonly Column[] = [...byName.values()];

/** Finds a column of the table by its name. */
export const findTableColumn = (name: string): Column | undefined => byName.get(name);

/** Whether a column holds numbers. */
export const isNumeric = ({ type }: Column): boolean => type === 'integer' || type === 'number';

/** A cell as the table shows it. */
export function cellText(value: unknown, column: Pick<Column, 'type' | 'digits'>): string {
  if (value === null || value === undefined) return '–';
  if (column.type === 'boolean') return value === true ? 'yes' : 'no';
  if (typeof value !== 'number') return String(value);
  const { digits } = column;
  return value.toLocaleString(
    'en',
    digits === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
}

/** The column that every row shows first. */
export const nameColumn = 'model';
