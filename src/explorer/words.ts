import type { Options, Within } from './options.ts';
import { findTableColumn } from './table-columns.ts';

/** A whole number with its thousands grouped. */
export const count = (value: number): string => value.toLocaleString('en');

/** A number of models in words. */
export const models = (value: number): string => `${count(value)} ${value === 1 ? 'model' : 'models'}`;

/** A filter by an estimate in words. */
export function withinWords({ column, from, to }: Within): string {
  const bounds =
    from === null
      ? `up to ${count(to!)}`
      : to === null
        ? `from ${count(from)}`
        : `${count(from)} to ${count(to)}`;
  return `${findTableColumn(column)!.label.toLowerCase()} ${bounds}`;
}

/** What the page filters by besides the slice, in words. */
export const ownWords = ({ within, pattern }: Pick<Options, 'within' | 'pattern'>): string[] => [
  ...(within ? [withinWords(within)] : []),
  ...(pattern === '' ? [] : [`name matches /${pattern}/`]),
];
