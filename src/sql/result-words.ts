import type { Result } from './result.ts';

const number = (value: number) => value.toLocaleString('en');

/** How many rows a result has, in words. */
export function countWords({ count, complete }: Pick<Result, 'count' | 'complete'>): string {
  const rows = `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
  return complete ? rows : `The first ${rows}; there are more than the box takes`;
}

/** How long a query took, in words. */
export function secondsWords(seconds: number): string {
  return seconds < 1 ? `${Math.max(Math.round(seconds * 1000), 1)} ms` : `${seconds.toFixed(1)} s`;
}

/** Which rows stand on a page of the table, in words. */
export function pageWords(
  from: number,
  to: number,
  { shown, count }: Pick<Result, 'shown' | 'count'>,
): string {
  const page = `Rows ${number(from)} to ${number(to)} of ${number(shown.length)}`;
  return shown.length < count ? `${page} shown; the file has all ${number(count)}` : page;
}
