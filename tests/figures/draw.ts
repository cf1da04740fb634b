import type { Row } from '../../src/engine/engine.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { rowsOf } from '../report.ts';

/** Both preparations, as the queries that choose them. */
export const editions = [
  { preparation: 'reviewed', query: '' },
  { preparation: 'prepared', query: 'preparation=prepared' },
] as const;
export type Edition = (typeof editions)[number];

/** The rows that a figure draws for the slice of a query. */
export const drawnRows = async (figure: Figure, query: string): Promise<Row[]> =>
  figure.derive(await rowsOf(query, figure.sql));
