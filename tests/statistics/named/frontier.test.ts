import { expect, test } from 'vitest';
import { daysOf, frontier } from '../../../src/statistics/named/frontier.ts';
import { oneRow, report } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

const sizes = {
  small: 'parameters_b > 0 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};

test.each(samples)('“$query”: the frontier by SQL', async (sample) => {
  for (const [size, where] of Object.entries(sizes)) {
    const dated = `(SELECT average, CAST(submission_date AS DATE) AS day FROM ${modelsOf(sample)} WHERE ${where} AND submission_date IS NOT NULL)`;
    const own = await oneRow(
      `WITH days AS (SELECT day, max(average) AS best, CAST(count(*) AS DOUBLE) AS n FROM ${dated} GROUP BY day),
       seen AS (SELECT day, best, n, max(best) OVER before AS before, sum(n) OVER (ORDER BY day) AS total FROM days
         WINDOW before AS (ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
       SELECT CAST(coalesce(sum(n), 0) AS INTEGER) AS n, max(best) AS best,
         CAST(count(*) FILTER (before IS NULL OR best > before) AS INTEGER) AS records,
         sum(n / total) AS chance,
         (max(best) - max(best) FILTER (date_trunc('quarter', day) = (SELECT date_trunc('quarter', min(day)) FROM seen)))
           / nullif(date_diff('quarter', min(day), max(day)), 0) AS gain,
         (SELECT regr_slope(average, date_diff('day', DATE '2024-01-01', day) / (365.2425 / 4)) FROM ${dated}) AS slope
       FROM seen`,
    );
    const found = (id: string) => statistic(sample, `frontier.${size}.${id}`);
    const n = own.n as number;
    expectEqual((await found('best')).value, own.best, `best of ${size}`);
    expectEqual((await found('best_gain')).value, own.gain, `gain of ${size}`);
    expectEqual((await found('records')).value, n === 0 ? null : own.records, `records of ${size}`);
    expectEqual((await found('records_by_chance')).value, own.chance, `chance of ${size}`);
    for (const id of ['best', 'best_gain', 'typical_gain', 'records', 'records_by_chance'])
      expect((await found(id)).n, `${size} ${id}`).toBe(n);
    const slope = (await found('typical_gain')).value;
    if (slope === null) expect(n).toBeLessThan(3);
    else expect(Math.abs(slope - (own.slope as number))).toBeLessThan(1e-8);
  }
});

test('the days of a class, by hand: counts, and the first of equals as the holder', () => {
  const rows = [
    ['a', 'small', '2024-06-30', 5],
    ['b', 'large', '2024-06-30', 50],
    ['c', 'small', '2024-06-30', 7],
    ['d', 'small', '2024-06-30', 7],
    ['e', 'small', '2024-08-01', 6],
    ['f', 'small', '2025-01-01', 11],
  ].map(([model, size_class, submission_date, average]) => ({
    organisation: 1,
    lineage: 1,
    model: String(model),
    size_class: String(size_class),
    submission_date: String(submission_date),
    average: Number(average),
    caution: null,
  }));
  expect(daysOf(rows, 'small')).toEqual([
    { day: '2024-06-30', count: 3, best: { model: 'c', caution: null, average: 7 } },
    { day: '2024-08-01', count: 1, best: { model: 'e', caution: null, average: 6 } },
    { day: '2025-01-01', count: 1, best: { model: 'f', caution: null, average: 11 } },
  ]);
  expect(daysOf(rows, 'medium')).toEqual([]);
  const estimates = frontier.derive(rows);
  // From 7 at the end of the second quarter of 2024 to 11 three quarters later.
  expect(estimates['frontier.small.best_gain']).toEqual({ value: 4 / 3, n: 5, low: null, high: null });
  expect(estimates['frontier.large.best_gain']!.value).toBeNull();
  expect(estimates['frontier.small.records']!.value).toBe(2);
  expect(estimates['frontier.small.records_by_chance']!.value).toBeCloseTo(1 + 1 / 4 + 1 / 5, 14);
  expect(estimates['frontier.medium.records']).toEqual({ value: null, n: 0, low: null, high: null });
});

test('rows come in order of their day', async () => {
  const engine = await report();
  const rows = await engine.query(frontier.sql.replace('FROM models', 'FROM reviewed'));
  const days = rows.map((row) => String(row.submission_date));
  expect(days).toEqual(days.toSorted());
  expect(days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
});
