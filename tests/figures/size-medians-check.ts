import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';

/** A query for the quantiles of `value` at each size that ten models have, by the nearest eighth of a doubling. */
export const atSizes = (value: string, where = 'true') => `
  SELECT 2 ** quantile_cont(log2(b), .5) AS size, quantile_cont(${value}, .1) AS low, quantile_cont(${value}, .5) AS mid,
    quantile_cont(${value}, .9) AS high, CAST(count(*) AS INTEGER) AS n
  FROM OWN WHERE ${where} GROUP BY round(log2(b) * 8) HAVING count(*) >= 10 ORDER BY size`;

/** Tests that compute the medians at sizes of `value` a second time, in SQL, over the models `where`. */
export function checkSizeMedians(figure: Figure, value: string, where = 'true'): void {
  test.each(editions)('a dot is the median of the models of one size, on $preparation', async (edition) => {
    const dots = layer(await drawnRows(figure, edition.query), 'median');
    const own = await askOwn(edition.preparation, atSizes(value, where));
    expect(own.length).toBeGreaterThan(30);
    expect(dots.map(({ n }) => n)).toEqual(own.map(({ n }) => n));
    own.forEach(({ size, low, mid, high }, at) => {
      const { x0, ...dot } = dots[at]!;
      expect(Number(x0) / Number(size)).toBeCloseTo(1, 9);
      for (const [found, expected] of [
        [dot.low, low],
        [dot.mid, mid],
        [dot.high, high],
      ])
        expect(Number(found), `at ${size}`).toBeCloseTo(Number(expected), 9);
    });
  });
}
