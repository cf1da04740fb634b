import { expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

/** The rows of one layer of a figure. */
export const layer = (rows: readonly Row[], name: string) => rows.filter((row) => row.layer === name);

/** The point of the grid of eighths, in doublings, whose size is given. */
const eighth = (size: number) => Math.round(Math.log2(size) * 8) / 8;

/** A query for the quantiles of the 151 models nearest to a size on the log axis, and those as far away as the last. */
export const nearest = (x: number, value: string, where = 'true') => `
  WITH near AS (SELECT abs(log2(b) - (${x})) AS distance, ${value} AS value FROM OWN WHERE ${where}),
    reach AS (SELECT distance FROM near ORDER BY distance LIMIT 1 OFFSET 150)
  SELECT quantile_cont(value, .1) AS low, quantile_cont(value, .5) AS mid,
    quantile_cont(value, .9) AS high, CAST(count(*) AS INTEGER) AS n
  FROM near WHERE distance <= (SELECT distance FROM reach)`;

/** Tests that compute the running quantiles of `value` a second time, in SQL, over the models `where`. */
export function checkRunning(figure: Figure, value: string, where = 'true'): void {
  test.each(editions)(
    'the line is the median of the 151 models nearest in size, on $preparation',
    async (edition) => {
      const running = layer(await drawnRows(figure, edition.query), 'running');
      expect(running.length).toBeGreaterThan(40);
      for (const { x0, low, mid, high, n } of running) {
        const [own] = await askOwn(edition.preparation, nearest(eighth(Number(x0)), value, where));
        expect(n, `at ${x0}`).toBe(own?.n);
        for (const [found, expected] of [
          [low, own?.low],
          [mid, own?.mid],
          [high, own?.high],
        ])
          expect(Number(found), `at ${x0}`).toBeCloseTo(Number(expected), 9);
      }
    },
  );

  test.each(editions)(
    'the line runs where 75 models or more lie on either side, on $preparation',
    async (edition) => {
      const running = layer(await drawnRows(figure, edition.query), 'running');
      const eighths = Array.from({ length: 12 * 8 }, (_, index) => index / 8 - 4);
      const inside: number[] = [];
      for (const x of eighths) {
        const [own] = await askOwn(
          edition.preparation,
          `SELECT CAST(count(*) FILTER (log2(b) <= ${x}) AS INTEGER) AS under,
           CAST(count(*) FILTER (log2(b) >= ${x}) AS INTEGER) AS over FROM OWN WHERE ${where}`,
        );
        if (Number(own?.under) > 75 && Number(own?.over) > 75) inside.push(2 ** x);
      }
      expect(running.map(({ x0 }) => x0)).toEqual(inside);
    },
  );
}
