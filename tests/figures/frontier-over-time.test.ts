import { expect, test } from 'vitest';
import { frontierOverTime } from '../../src/figures/frontier-over-time.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const sizes = {
  small: 'parameters_b > 0 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};

test.each(editions)('records by SQL, with their holders, on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(frontierOverTime, query);
  for (const [size, where] of Object.entries(sizes)) {
    const own = await (
      await report()
    ).query(
      `WITH dated AS (SELECT row, model, average, CAST(submission_date AS VARCHAR) AS day FROM ${preparation} WHERE ${where} AND submission_date IS NOT NULL)
       SELECT day, model, average FROM dated AS a
       WHERE NOT EXISTS (SELECT 1 FROM dated AS b WHERE b.average >= a.average AND b.day < a.day)
         AND NOT EXISTS (SELECT 1 FROM dated AS b WHERE b.day = a.day AND (b.average > a.average OR (b.average = a.average AND b.row < a.row)))
       ORDER BY day`,
    );
    const records = rows.filter((row) => row.layer === 'record' && row.size === size);
    expect(records.map(({ day, model, average }) => ({ day, model, average }))).toEqual(own);
    const end = rows.find((row) => row.layer === 'end' && row.size === size);
    expect(end?.average).toBe(own.at(-1)!.average);
  }
});

test('lines are steps to the last day of all, by hand', () => {
  const row = (model: string, size_class: string, submission_date: string, average: number) => ({
    organisation: 'o',
    lineage: 'l',
    model,
    size_class,
    submission_date,
    average,
    caution: null,
  });
  const rows = frontierOverTime.derive([
    row('a', 'small', '2024-06-08', 5),
    row('b', 'small', '2024-06-09', 4),
    row('c', 'small', '2024-06-10', 6),
    row('d', 'large', '2024-06-11', 30),
  ]);
  expect(rows.map(({ layer, label, day, average, model }) => [layer, label, day, average, model])).toEqual([
    ['record', 'up to 9 B', '2024-06-08', 5, 'a'],
    ['record', 'up to 9 B', '2024-06-10', 6, 'c'],
    ['end', 'up to 9 B', '2024-06-11', 6, null],
    ['record', 'over 40 B', '2024-06-11', 30, 'd'],
    ['end', 'over 40 B', '2024-06-11', 30, null],
  ]);
  expect(rows[0]!.time).toBe(Date.parse('2024-06-08T00:00:00Z'));
  expect(frontierOverTime.n(rows)).toBe(4);
  // Chance for three models on three days: 1 + 1/2 + 1/3.
  expect(frontierOverTime.takeaway(rows)).toBe(
    'The best models up to 9 B reached 6.0 points and over 40 B reached 30.0 points; record days number 2 and 1, where the growth of the table alone would give 1.8 and 1.0.',
  );
  expect(frontierOverTime.derive([])).toEqual([]);
  expect(frontierOverTime.takeaway([])).toContain('None of the 3 size classes');
});
