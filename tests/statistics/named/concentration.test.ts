import { expect, test } from 'vitest';
import { byQuarter, modelsByOrganisation } from '../../../src/statistics/named/concentration.ts';
import { oneRow } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: the spread over organisations by SQL', async (sample) => {
  const own = await oneRow(
    `WITH counts AS (SELECT split_part(model, '/', 1) AS name, CAST(count(*) AS DOUBLE) AS models FROM ${modelsOf(sample)} GROUP BY name),
     ranked AS (SELECT models, row_number() OVER (ORDER BY models) AS place, count(*) OVER () AS organisations, sum(models) OVER () AS total FROM counts),
     quarters AS (SELECT date_trunc('quarter', CAST(submission_date AS DATE)) AS quarter, split_part(model, '/', 1) AS name, CAST(count(*) AS DOUBLE) AS models FROM ${modelsOf(sample)} WHERE submission_date IS NOT NULL GROUP BY quarter, name),
     indexes AS (SELECT quarter, sum(models * models) / sum(models) ** 2 AS hhi FROM quarters GROUP BY quarter)
     SELECT CAST(count(*) AS INTEGER) AS n, max(models) / max(total) AS largest,
       avg(CASE WHEN models = 1 THEN 1.0 ELSE 0.0 END) AS single,
       coalesce(sum(models) FILTER (place <= floor(organisations / 2)), 0) / max(total) AS lower_half,
       (SELECT min(hhi) FROM indexes) AS lowest, (SELECT max(hhi) FROM indexes) AS highest
     FROM ranked`,
  );
  const columns = {
    largest_share: 'largest',
    single_share: 'single',
    lower_half_share: 'lower_half',
    'hhi.lowest_quarter': 'lowest',
    'hhi.highest_quarter': 'highest',
  };
  for (const [id, column] of Object.entries(columns)) {
    const found = await statistic(sample, `orgs.${id}`);
    expectEqual(found.value, own[column], id);
    expect(found).toMatchObject({ n: own.n, low: null, high: null });
  }
});

test('quarters by hand: months come together, no month counts for none', () => {
  const rows = [
    { organisation: 'a', month: '2024-06', models: 3 },
    { organisation: 'a', month: '2024-07', models: 1 },
    { organisation: 'a', month: '2024-09', models: 2 },
    { organisation: 'b', month: '2024-08', models: 1 },
    { organisation: 'b', month: null, models: 4 },
  ];
  expect([...modelsByOrganisation(rows)]).toEqual([
    ['a', 6],
    ['b', 5],
  ]);
  const quarters = byQuarter(rows);
  expect(quarters.map(({ models }) => models)).toEqual([3, 4]);
  expect(quarters.map(({ organisations }) => organisations)).toEqual([1, 2]);
  // 3 of 4 and 1 of 4.
  expect(quarters.map(({ hhi }) => hhi)).toEqual([1, 10 / 16]);
  expect(quarters[1]!.quarter - quarters[0]!.quarter).toBe(1);
});
