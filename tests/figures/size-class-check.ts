import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { studentPoint } from './student.ts';

/** A cut of OWN at 9 and 40 billion, above one billion, with y the numerator of the ratio. */
const cut = (numerator: string) => `
  SELECT b, ${numerator} AS y, ${numerator} / b AS ratio,
    CASE WHEN b > 40 THEN 'large' WHEN b > 9 THEN 'medium' ELSE 'small' END AS size
  FROM OWN WHERE b > 1`;

const summary = (numerator: string) => `
  WITH cut AS (${cut(numerator)}), pooled AS (SELECT size, sum(y) / sum(b) AS pooled FROM cut GROUP BY size)
  SELECT size, CAST(count(*) AS INTEGER) AS n, avg(ratio) AS mean, stddev_samp(ratio) AS deviation,
    median(ratio) AS median, any_value(pooled) AS pooled,
    sqrt(count(*) / (count(*) - 1) * sum((y - pooled * b) ** 2)) / sum(b) AS pooled_error
  FROM cut JOIN pooled USING (size) GROUP BY size ORDER BY n DESC`;

const nth = (numerator: string, size: string, rank: number) =>
  `SELECT ratio FROM (${cut(numerator)}) WHERE size = '${size}' ORDER BY ratio LIMIT 1 OFFSET ${rank - 1}`;

/**
 * Rank of the order statistic below the median of n values: the largest l such that fewer than l of n fair
 * coins show heads with a probability of at most .025. Logarithms keep the terms in range.
 */
function lowerRank(n: number): number {
  let log = -n * Math.LN2;
  let below = 0;
  let rank = 0;
  while (below + Math.exp(log) <= 0.025) {
    below += Math.exp(log);
    rank += 1;
    log += Math.log((n - rank + 1) / rank);
  }
  return rank;
}

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
      const around = (value: number, error: number) =>
        [0, -1, 1].map((side) => value + side * studentPoint(n - 1) * error);
      const rank = lowerRank(n);
      const ends = await Promise.all(
        [rank, n + 1 - rank].map(
          async (at) => (await askOwn(preparation, nth(numerator, String(each.size), at)))[0],
        ),
      );
      const same = (found: number[], expected: number[]) =>
        found.forEach((value, index) => expect(value / expected[index]! - 1).toBeCloseTo(0, 7));

      same(drawn('mean'), around(Number(each.mean), Number(each.deviation) / Math.sqrt(n)));
      same(drawn('pooled'), around(Number(each.pooled), Number(each.pooled_error)));
      same(drawn('median'), [Number(each.median), ...ends.map((end) => Number(end?.ratio))]);
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
