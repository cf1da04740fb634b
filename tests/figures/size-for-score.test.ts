import { expect, test } from 'vitest';
import { sizeForScore } from '../../src/figures/size-for-score.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('records by SQL, with their holders, on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(sizeForScore, query);
  for (const target of [20, 30, 40]) {
    const own = await (
      await report()
    ).query(
      `WITH reached AS (SELECT row, model, parameters_b, CAST(submission_date AS VARCHAR) AS day FROM ${preparation}
         WHERE average >= ${target} AND parameters_b > 0 AND submission_date IS NOT NULL AND caution IS NULL)
       SELECT day, model, parameters_b FROM reached AS a
       WHERE NOT EXISTS (SELECT 1 FROM reached AS b WHERE b.parameters_b <= a.parameters_b
         AND (b.day, b.parameters_b, b.row) < (a.day, a.parameters_b, a.row))
       ORDER BY day, parameters_b DESC`,
    );
    const records = rows.filter((row) => row.layer === 'record' && row.target === target);
    expect(records.map(({ day, model, parameters_b }) => ({ day, model, parameters_b }))).toEqual(own);
    const end = rows.find((row) => row.layer === 'end' && row.target === target);
    expect(end?.parameters_b).toBe(own.at(-1)!.parameters_b);
  }
});

test('the sentence says what each average needed, by hand', () => {
  const row = (day: string, parameters_b: number, average: number, caution: string | null = null) => ({
    model: `m${parameters_b}`,
    caution,
    day,
    parameters_b,
    average,
  });
  const rows = sizeForScore.derive([
    row('2024-06-09', 7, 31),
    row('2024-08-01', 2, 22),
    row('2024-09-01', 1, 22, 'off-plane'),
  ]);
  expect(rows.map(({ layer, target, day, parameters_b }) => [layer, target, day, parameters_b])).toEqual([
    ['record', 20, '2024-06-09', 7],
    ['record', 20, '2024-08-01', 2],
    ['cautioned', 20, '2024-09-01', 1],
    ['end', 20, '2024-09-01', 2],
    ['record', 30, '2024-06-09', 7],
    ['end', 30, '2024-09-01', 7],
  ]);
  expect(sizeForScore.n(rows)).toBe(2);
  expect(sizeForScore.takeaway(rows)).toBe(
    'An average of 20 points needed 7.0\u00a0B at the end of Jun 2024 and 2.0\u00a0B from Aug 2024; 30 points 7.0\u00a0B at the end of Jun 2024 and no less since.',
  );
  expect(sizeForScore.derive([])).toEqual([]);
  expect(sizeForScore.takeaway([])).toContain('No model');
});
