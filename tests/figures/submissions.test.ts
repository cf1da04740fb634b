import { expect, test } from 'vitest';
import { submissionsFigure } from '../../src/figures/submissions.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('every bar by SQL on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(submissionsFigure, query);
  const own = await (
    await report()
  ).query(
    `SELECT strftime(CAST(submission_date AS DATE), '%Y-%m') AS month, CASE WHEN official_provider THEN 'official' ELSE 'community' END AS provider, CAST(count(*) AS INTEGER) AS n FROM ${preparation} GROUP BY month, provider`,
  );
  const expected = new Map(own.map(({ month, provider, n }) => [`${String(month)} ${String(provider)}`, n]));
  for (const { month, provider, models } of rows)
    expect(models).toBe(expected.get(`${String(month)} ${String(provider)}`) ?? 0);
  expect(rows.reduce((sum, row) => sum + Number(row.models), 0)).toBe(
    own.reduce((sum, row) => sum + Number(row.n), 0),
  );
});

const models = (count: number, of: { month: string | null; official_provider: boolean }) =>
  Array.from({ length: count }, () => ({ organisation: 'o', lineage: 'l', ...of }));

test('months without a model have empty bars, models without a day a row of their own', () => {
  const rows = submissionsFigure.derive([
    ...models(2, { month: '2024-11', official_provider: true }),
    ...models(9, { month: '2025-01', official_provider: false }),
    ...models(4, { month: null, official_provider: true }),
  ]);
  expect(rows.map(({ label, provider, models }) => [label, provider, models])).toEqual([
    ['Nov 2024', 'official', 2],
    ['Nov 2024', 'community', 0],
    ['Dec 2024', 'official', 0],
    ['Dec 2024', 'community', 0],
    ['Jan 2025', 'official', 0],
    ['Jan 2025', 'community', 9],
    ['no date', 'official', 4],
    ['no date', 'community', 0],
  ]);
  expect(submissionsFigure.n(rows)).toBe(11);
  expect(submissionsFigure.takeaway(rows)).toBe(
    'Jan 2025 was the busiest month, with 9 models; 2 of all 11 dated models are official.',
  );
  expect(submissionsFigure.alt(rows)).toContain('Without a date: 4.');
});
