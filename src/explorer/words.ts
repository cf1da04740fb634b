import { isPublished, type Axis } from './axes.ts';
import type { Bounds } from './bounds.ts';
import type { Options } from './options.ts';
import { findTableColumn } from './table-columns.ts';

/** A whole number with its thousands grouped. */
export const count = (value: number): string => value.toLocaleString('en');

/** A number of models in words. */
export const models = (value: number): string => `${count(value)} ${value === 1 ? 'model' : 'models'}`;

/** A filter by an estimate in words. */
export function boundsWords({ column, from, to }: Bounds): string {
  const bounds =
    from === null
      ? `up to ${count(to!)}`
      : to === null
        ? `from ${count(from)}`
        : `${count(from)} to ${count(to)}`;
  return `${findTableColumn(column)!.label.toLowerCase()} ${bounds}`;
}

/** What a plot says of axes that a slice does not compute anew; blank where it has none. */
export function publishedNote(shown: readonly Axis[]): string {
  const published = [...new Set(shown.filter(isPublished))];
  if (published.length === 0) return '';
  const names = published.map(({ label }) => label).join(', ');
  const holds = (...columns: string[]) => published.some(({ column }) => columns.includes(column));
  return `${names}: among all models of the preparation, as published. A slice does not compute them anew.${
    holds('rank_low', 'rank_high')
      ? ' Best and worst rank are the ends of a 95\u00a0% interval for the error of the questions alone, not for other weights of the benchmarks.'
      : ''
  }${
    holds('weights_rank_low', 'weights_rank_high')
      ? ' Best and worst rank by weights are where 95\u00a0% of all mixtures of weights leave a model, errors apart.'
      : ''
  }`;
}

/** What the page filters by besides the slice, in words. */
export const ownWords = ({ within, pattern }: Pick<Options, 'within' | 'pattern'>): string[] => [
  ...within.map(boundsWords),
  ...(pattern === '' ? [] : [`name matches /${pattern}/`]),
];
