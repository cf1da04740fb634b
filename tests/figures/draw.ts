import type { Row } from '../../src/engine/engine.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { askOf } from '../report.ts';

/** Both preparations, as the queries that choose them. */
export const editions = [
  { preparation: 'reviewed', query: '' },
  { preparation: 'prepared', query: 'preparation=prepared' },
] as const;
export type Edition = (typeof editions)[number];

const drawn = new Map<string, Promise<Row[]>>();

/** The rows that a figure draws for the slice of a query, computed once. */
export function drawnRows(figure: Figure, query: string): Promise<Row[]> {
  const key = `${figure.id} ${query}`;
  let rows = drawn.get(key);
  if (!rows) {
    rows = askOf(query).then(async (ask) => figure.derive(await ask(figure.sql)));
    drawn.set(key, rows);
  }
  return rows;
}
