import { expect, test } from 'vitest';
import { providerCounts } from '../../src/figures/provider-counts.ts';
import { report, ordinaryModel } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('counts, ratios and shares on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(providerCounts, query);
  const own = await (
    await report()
  ).query(
    `WITH counts AS (
       SELECT CASE WHEN official_provider THEN 'official' ELSE 'community' END AS provider,
         CASE WHEN parameters_b <= 9 THEN 'small' WHEN parameters_b <= 40 THEN 'medium' ELSE 'large' END AS size,
         count(*) AS n
       FROM ${preparation} GROUP BY 1, 2)
     SELECT a.provider AS provider, a.size AS size, CAST(a.n AS INTEGER) AS models,
       CAST(a.n AS DOUBLE) / (SELECT b.n FROM counts AS b WHERE b.provider = a.provider AND b.size = 'large') AS ratio,
       CAST(a.n AS DOUBLE) / (SELECT sum(b.n) FROM counts AS b WHERE b.provider = a.provider) AS share
     FROM counts AS a ORDER BY a.provider, a.size`,
  );
  expect(rows).toHaveLength(6);
  for (const each of own) {
    const row = rows.find(({ provider, size }) => provider === each.provider && size === each.size);
    expect(row?.models).toBe(each.models);
    expect(Number(row?.ratio)).toBeCloseTo(Number(each.ratio), 10);
    expect(Number(row?.share)).toBeCloseTo(Number(each.share), 10);
  }
});

test('without a large model on one side there is no ratio, by hand', () => {
  const model = (official_provider: boolean, size_class: string) => ({
    ...ordinaryModel,
    official_provider,
    size_class,
  });
  const drawn = providerCounts.derive([
    model(true, 'small'),
    model(true, 'large'),
    model(true, 'small'),
    model(false, 'small'),
  ]);
  expect(drawn.map(({ provider, size, models, ratio }) => [provider, size, models, ratio])).toEqual([
    ['official', 'small', 2, 2],
    ['official', 'medium', 0, 0],
    ['official', 'large', 1, 1],
    ['community', 'small', 1, null],
    ['community', 'medium', 0, null],
    ['community', 'large', 0, null],
  ]);
  expect(providerCounts.takeaway(drawn)).toMatch(/^One of the two sides has 0 models over 40\u00a0B/);
});
