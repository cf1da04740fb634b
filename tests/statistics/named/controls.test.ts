import { expect, test } from 'vitest';
import { fitMultiple } from '../../../src/statistics/methods/multiple.ts';
import { oneRow, report } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic, wholes } from './samples.ts';

test.each(samples)('“$query”: raw and at the same size, by residuals in SQL', async (sample) => {
  const own = await oneRow(
    `WITH m AS (
       SELECT average AS y, CAST(official_provider AS INTEGER) AS d, log2(parameters_b) AS x, co2_kg
       FROM ${modelsOf(sample)} WHERE parameters_b > 0
     ), f AS (
       SELECT regr_slope(d, x) AS slope, regr_intercept(d, x) AS start FROM m
     )
     SELECT CAST(count(*) AS INTEGER) AS n, avg(y) FILTER (d = 1) - avg(y) FILTER (d = 0) AS raw,
       regr_slope(y, d - f.start - f.slope * x) AS size,
       exp(avg(ln(co2_kg)) FILTER (d = 1 AND co2_kg > 0) - avg(ln(co2_kg)) FILTER (d = 0 AND co2_kg > 0)) AS co2
     FROM m, f`,
  );
  const raw = await statistic(sample, 'controls.official.raw');
  expect(raw.n).toBe(own.n);
  const defined = own.raw !== null;
  expectEqual(raw.value, own.raw, 'raw');
  expectEqual((await statistic(sample, 'controls.official.size')).value, defined ? own.size : null, 'size');
  expectEqual((await statistic(sample, 'controls.official.co2.raw')).value, own.co2, 'co2');
});

test.each(wholes)('“$query”: classes held, by another solver from the rows', async (sample) => {
  const rows = await (
    await report()
  ).query(
    `SELECT average, ln(nullif(co2_kg, 0)) AS co2, CAST(official_provider AS INTEGER) AS official,
       log2(parameters_b) AS size, type, CAST(chat_template AS VARCHAR) AS format,
       CASE WHEN submission_date BETWEEN '2025-02-08' AND '2025-02-28' THEN 'late February'
         ELSE strftime(CAST(submission_date AS DATE), '%Y %m') END AS month
     FROM ${modelsOf(sample)} WHERE parameters_b > 0 ORDER BY row`,
  );
  const fitted = (outcome: string, classes: readonly string[]) => {
    const kept = rows.filter(
      (row) => row[outcome] !== null && (!classes.includes('month') || row.month !== null),
    );
    const dummies = classes.flatMap((column) =>
      [...new Set(kept.map((row) => row[column]))]
        .slice(1)
        .map((name) => kept.map((row) => Number(row[column] === name))),
    );
    const numbers = ['official', 'size'].map((column) => kept.map((row) => Number(row[column])));
    const fit = fitMultiple(
      [...numbers, ...dummies],
      kept.map((row) => Number(row[outcome])),
    )!;
    return { value: fit.slopes[0]!, n: kept.length };
  };
  const all = ['type', 'format', 'month'];
  for (const [id, { value, n }] of Object.entries({
    size: fitted('average', []),
    size_type: fitted('average', ['type']),
    size_month: fitted('average', ['month']),
    all: fitted('average', all),
    'co2.all': (({ value: coefficient, n: count }) => ({ value: Math.exp(coefficient), n: count }))(
      fitted('co2', all),
    ),
  })) {
    const found = await statistic(sample, `controls.official.${id}`);
    expect(found.value, id).toBeCloseTo(value, 8);
    expect(found.n, id).toBe(n);
  }
});

test.each(wholes)('“$query”: raw is the difference of the groups, turned round', async (sample) => {
  // Every model of both preparations has a size.
  const raw = await statistic(sample, 'controls.official.raw');
  const groups = await statistic(sample, 'provider.difference.score.mean');
  expect(raw.n).toBe(groups.n);
  expect(raw.value).toBeCloseTo(-groups.value!, 9);
  expect(raw.low).toBeCloseTo(-groups.high!, 9);
  expect(raw.clusters).toEqual(groups.clusters);
});
