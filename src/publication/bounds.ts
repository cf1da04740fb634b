import type { Value } from '../engine/engine.ts';
import type { Publication } from './publication.ts';

/** The least and the greatest value of a column. */
export interface Bounds<T> {
  least: T;
  greatest: T;
}

const values = ({ reviewed, prepared }: Publication, column: string): Value[] =>
  [reviewed, prepared].flatMap(({ models }) => models.map((row) => row[column] ?? null));

function bounds<T extends number | string>(found: readonly T[], column: string): Bounds<T> {
  if (found.length === 0) throw new Error(`the column ${column} has no value to take bounds from`);
  const by = (better: (a: T, b: T) => boolean) =>
    found.reduce((best, each) => (better(each, best) ? each : best));
  return { least: by((a, b) => a < b), greatest: by((a, b) => a > b) };
}

/**
 * Bounds of a column of numbers over the models of both preparations. A logarithmic scale begins at the least
 * number above zero.
 */
export const numberBounds = (publication: Publication, column: string, scale: 'linear' | 'log') =>
  bounds(
    values(publication, column).filter(
      (value) => typeof value === 'number' && (scale === 'log' ? value > 0 : value >= 0),
    ) as number[],
    column,
  );

/** Bounds of a column of days, written 2024-07-31, over the models of both preparations. */
export const dayBounds = (publication: Publication, column: string) =>
  bounds(
    values(publication, column).filter((value) => typeof value === 'string'),
    column,
  );
