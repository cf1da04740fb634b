import type { Row } from '../engine/engine.ts';
import { formatNumber } from '../statistics/format.ts';
import type { FigureColumn } from './figure.ts';

const most = 24;
const ofMore = 12;

/** How many of a figure's rows its table shows: all if they are few, else the first; its files have all of them. */
export const rowsInTable = (count: number): number => (count > most ? ofMore : count);

/** A cell of a figure's table as text; blank for a missing value. */
export function cellText(row: Row, { name, unit }: FigureColumn): string {
  const value = row[name];
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return unit ? formatNumber(value, unit) : value.toLocaleString('en');
  return String(value);
}
