import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { drawnRows, editions } from './draw.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';

/** A cut of OWN at 9 and 40 billion, above one billion, with y the numerator of the ratio. */
const cut = (numerator: string) => `
  SELECT b, ${numerator} AS y, ${numerator} / b AS ratio,
    CASE WHEN b > 40 THEN 'large' WHEN b > 9 THEN 'medium' ELSE 'small' END AS size
  FROM OWN WHERE b > 1`;

const summary = (numerator: string) => `
  WITH cut AS (${cut(numerator)}), pooled AS (SELECT size, sum(y) / sum(b) AS pooled FROM cut GROUP BY size)
  SELECT size, CAST(count(*) AS INTEGER) AS n, avg(ratio) AS mean,
    median(ratio) AS median, any_value(pooled) AS pooled
  FROM cut JOIN pooled USING (size) GROUP BY size ORDER BY n DESC`;

/** Tests that compute a figure of a ratio to parameters by size class a second time, in SQL. */
export function checkSizeClassBars(figure: Figure, numerator: 'average' | 'co2'): void {
  test.each(editions)('values and intervals on $preparation', async ({ preparation, query }) => {
    const rows = await drawnRows(figure, query);
    const own = await askOwn(preparation, summary(numerator));
    expect(own.map(({ size }) => size)).toEqual(['small', 'medium', 'large']);
    expect(rows).toHaveLength(9);
    expect(figure.n(rows)).toBe(own.reduce((sum, { n }) => sum + Number(n), 0));

    for (const each of own) {
      const n = Number(each.n);
      const drawn = (average: string) => {
        const row = rows.find((one) => one.size === each.size && one.average === average);
        expect(row?.n).toBe(n);
        return [row?.value, row?.low, row?.high].map(Number);
      };
      const id = numerator === 'average' ? 'score_per_b' : 'co2_per_b';
      for (const average of ['mean', 'pooled', 'median']) {
        const name = `${id}.${String(each.size)}.${average}`;
        const { low, high } = (await estimatesOf(query, name))[name]!;
        const [value, from, to] = drawn(average);
        expect(value! / Number(each[average]) - 1, name).toBeCloseTo(0, 7);
        expect([from, to], name).toEqual([low, high]);
      }
    }
  });

  test.each(editions)(
    'the text alternative has all nine values on $preparation',
    async ({ preparation, query }) => {
      const alt = figure.alt(await drawnRows(figure, query));
      const own = await askOwn(preparation, summary(numerator));
      const values = own.flatMap(({ mean, median, pooled }) =>
        [mean, median, pooled].map((v) => Number(v).toFixed(2)),
      );
      for (const value of values) expect(alt).toContain(value);
    },
  );
}
