import { expect, test } from 'vitest';
import { oneRow } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: how models are spread over organisations', async (sample) => {
  const expected = await oneRow(
    `WITH counts AS (SELECT regexp_extract(model, '^[^/]*') AS name, CAST(count(*) AS DOUBLE) AS models FROM ${modelsOf(sample)} GROUP BY name),
     total AS (SELECT sum(models) AS models, count(*) AS organisations FROM counts)
     SELECT CAST(any_value(total.organisations) AS INTEGER) AS organisations,
       CAST(any_value(total.models) AS INTEGER) AS models,
       sum((counts.models / total.models) ** 2) AS hhi,
       (SELECT sum(abs(a.models - b.models)) FROM counts AS a, counts AS b) / (2 * any_value(total.organisations) * any_value(total.models)) AS gini,
       (SELECT sum(models) FROM (SELECT models FROM counts ORDER BY models DESC LIMIT 10)) / any_value(total.models) AS top10
     FROM counts, total`,
  );
  const names = { count: 'organisations', hhi: 'hhi', gini: 'gini', top10_share: 'top10' };
  for (const [id, column] of Object.entries(names)) {
    const found = await statistic(sample, `orgs.${id}`);
    expectEqual(found.value, expected[column], `orgs.${id}`);
    const n = id === 'count' ? expected.organisations : expected.models;
    expect(found).toMatchObject({ n, low: null, high: null });
  }
});
