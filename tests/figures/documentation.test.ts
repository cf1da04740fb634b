import { expect, test } from 'vitest';
import { documentationFigure } from '../../src/figures/documentation.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const has: Record<string, [condition: string, among: string]> = {
  'still on the Hub': ['on_hub', 'true'],
  'a licence': ['license IS NOT NULL', 'true'],
  'a licence, if on the Hub': ['license IS NOT NULL', 'on_hub'],
  'an upload date': ['upload_date IS NOT NULL', 'true'],
  'a base other than itself': [
    `coalesce(base_model, 'Removed') <> 'Removed' AND lower(trim(replace(base_model, ' (Merge)', ''))) <> lower(trim(model))`,
    `type <> 'pretrained'`,
  ],
  'a chat template in use': ['chat_template', 'true'],
};

test.each(editions)('every dot by SQL on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(documentationFigure, query);
  expect(rows).toHaveLength(12);
  for (const row of rows) {
    const [condition, among] = has[String(row.item)]!;
    const [own] = await (
      await report()
    ).query(
      `SELECT CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (${condition}) AS INTEGER) AS k FROM ${preparation} WHERE (${among}) AND official_provider = ${row.provider === 'official'}`,
    );
    expect(row.n).toBe(own!.n);
    expect(row.value).toBeCloseTo(Number(own!.k) / Number(own!.n), 14);
    expect(Number(row.low)).toBeLessThanOrEqual(Number(row.value));
    expect(Number(row.high)).toBeGreaterThanOrEqual(Number(row.value));
  }
});

test('the takeaway needs both sides, on the Hub too', async () => {
  const rows = await drawnRows(documentationFigure, '');
  expect(documentationFigure.takeaway(rows)).toMatch(
    /98\s% of official and 57\s% of community.*98\s% and 97\s%/,
  );
  const without = rows.map((row) =>
    row.item === 'a licence, if on the Hub' && row.provider === 'community' ? { ...row, value: null } : row,
  );
  expect(documentationFigure.takeaway(without)).toMatch(/^Too few/);
});
