import { expect, test } from 'vitest';
import { fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { oneRow, report } from '../../report.ts';
import { modelsOf, statistic, wholes } from './samples.ts';

test.each(wholes)('“$query”: 64 fits by another solver, and their averages', async (sample) => {
  const rows = (await (
    await report()
  ).query(
    `WITH m AS (SELECT *, count(*) OVER (PARTITION BY architecture) AS alike FROM ${modelsOf(sample)}
       WHERE parameters_b > 0 AND submission_date IS NOT NULL)
     SELECT CASE WHEN alike >= 20 AND architecture IS NOT NULL THEN architecture ELSE 'rare' END AS architecture,
       strftime(CAST(submission_date AS DATE), '%Y %m') || (submission_date >= '2025-02-08') AS month, type,
       CAST(chat_template AS VARCHAR) AS template, CAST(official_provider AS VARCHAR) AS official,
       log2(parameters_b) AS size, CAST(average AS DOUBLE) AS average
     FROM m ORDER BY row`,
  )) as unknown as Record<string, string | number>[];
  const y = rows.map(({ average }) => Number(average));
  const names = ['size', 'architecture', 'month', 'type', 'template', 'official'];
  const columns = names.map((name) => {
    const column = rows.map((row) => row[name]!);
    if (name === 'size') return [column.map(Number)];
    return [...new Set(column)].slice(1).map((each) => column.map((other) => Number(other === each)));
  });
  const adjusted = Array.from({ length: 64 }, (_, set) => {
    const taken = columns.flatMap((of, g) => (set & (1 << g) ? of : []));
    if (taken.length === 0) return 0;
    return 1 - ((1 - fitMultiple(taken, y)!.r2!) * (y.length - 1)) / (y.length - 1 - taken.length);
  });
  // Weights of 0 to 5 others of six: 1/6, 1/30, 1/60, 1/60, 1/30, 1/6.
  const weights = [1 / 6, 1 / 30, 1 / 60, 1 / 60, 1 / 30, 1 / 6];
  for (const [g, name] of names.entries()) {
    const share = adjusted.reduce((sum, without, set) => {
      if (set & (1 << g)) return sum;
      const others = set.toString(2).replaceAll('0', '').length;
      return sum + weights[others]! * (adjusted[set | (1 << g)]! - without);
    }, 0);
    expect((await statistic(sample, `variance_shares.${name}`)).value, name).toBeCloseTo(share, 8);
  }
  const all = await statistic(sample, 'variance_shares.all');
  expect(all.value).toBeCloseTo(adjusted[63]!, 8);
  expect(all.n).toBe(rows.length);
});

test.each(wholes)('“$query”: what lies between organisations, by sums of squares in SQL', async (sample) => {
  // The fit with all six in SQL would be long; that the rest is not more than without a fit can be told.
  const own = await oneRow(
    `WITH m AS (SELECT organisation, average AS y FROM ${modelsOf(sample)} WHERE parameters_b > 0 AND submission_date IS NOT NULL),
       g AS (SELECT count(*) AS n, sum(y) ** 2 / count(*) AS own FROM m GROUP BY organisation),
       t AS (SELECT count(*) AS n, sum(y) AS s, sum(y * y) AS q, var_samp(y) AS v FROM m),
       b AS (SELECT sum(own) AS own, count(*) AS k, sum(n * n) AS squares FROM g)
     SELECT ((b.own - t.s ** 2 / t.n) / (b.k - 1) - (t.q - b.own) / (t.n - b.k))
       / ((t.n - b.squares / t.n) / (b.k - 1)) / t.v AS share FROM t, b`,
  );
  const { value, low, high } = await statistic(sample, 'variance_shares.organisation');
  expect(value).toBeLessThan(Number(own.share));
  expect(low).toBeLessThan(value!);
  expect(high).toBeGreaterThan(value!);
});
