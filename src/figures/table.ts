import type { Row } from '../engine/engine.ts';
import { formatNumber } from '../statistics/format.ts';
import type { FigureColumn } from './figure.ts';

/** Rows that a figure's table shows; its files have all of them. */
export const rowsInTable = 24;

/** A cell of a figure's table as text; blank for a missing value. */
export function cellText(row: Row, { name, unit }: FigureColumn): string {
  const value = row[name];
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return unit ? formatNumber(value, unit) : value.toLocaleString('en');
  return String(value);
}
