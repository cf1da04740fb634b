import { expect, test } from 'vitest';
import { oneRow } from '../../report.ts';
import { expectAggregates, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: models by day of submission', async (sample) => {
  const share = 'avg(CASE WHEN official_provider THEN 1.0 ELSE 0.0 END)';
  await expectAggregates(sample, {
    'submissions.dated': { value: 'count(*)', of: 'submission_date IS NOT NULL' },
    'submissions.undated': { value: 'count(*)', of: 'submission_date IS NULL' },
    'submissions.official_share.2024_06': {
      value: share,
      of: `submission_date BETWEEN '2024-06-01' AND '2024-06-30'`,
    },
    'submissions.official_share.2025': {
      value: share,
      of: `submission_date BETWEEN '2025-01-01' AND '2025-12-31'`,
    },
    'submissions.official_share.2025_02': { value: share, of: `submission_date >= '2025-02-01'` },
  });
  const { n } = await oneRow(
    `SELECT CAST(coalesce(max(n), 0) AS INTEGER) AS n FROM (SELECT count(*) AS n FROM ${modelsOf(sample)} WHERE submission_date IS NOT NULL GROUP BY date_trunc('month', CAST(submission_date AS DATE)))`,
  );
  expect((await statistic(sample, 'submissions.busiest')).value).toBe(n);
});
