import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descentOf, endOfFirstMonth, scoreTargets } from '../../../src/statistics/named/size-for-score.ts';
import { oneRow } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: the smallest sizes by SQL', async (sample) => {
  for (const target of scoreTargets) {
    const reached = `(SELECT parameters_b AS size, date_trunc('month', submission_date) AS month FROM ${modelsOf(sample)}
      WHERE average >= ${target} AND submission_date IS NOT NULL AND parameters_b > 0 AND caution IS NULL)`;
    const own = await oneRow(
      `SELECT CAST(count(*) AS INTEGER) AS n, min(size) AS last,
         min(size) FILTER (month = (SELECT min(month) FROM ${reached})) AS first FROM ${reached}`,
    );
    const expected = { first: own.first, last: own.last, fold: Number(own.first) / Number(own.last) };
    for (const [id, value] of Object.entries(expected)) {
      const found = await statistic(sample, `size_for_score.${target}.${id}`);
      expectEqual(found.value, value, `${id} of ${target}`);
      expect(found.n).toBe(own.n);
    }
  }
});

const row = (day: string, parameters_b: number, average: number, caution: string | null = null) => ({
  model: `${day} ${parameters_b}`,
  caution,
  day,
  parameters_b,
  average,
});

test('records by hand: a tie and a caution set none, and the first month ends with its smallest', () => {
  const rows = [
    row('2024-06-09', 70, 41),
    row('2024-06-20', 14, 35),
    row('2024-06-30', 32, 40),
    row('2024-07-01', 32, 44),
    row('2024-08-01', 3, 40, 'off-plane'),
    row('2024-09-01', 14, 40),
  ];
  const descent = descentOf(rows, 40);
  expect(descent.records.map(({ parameters_b }) => parameters_b)).toEqual([70, 32, 14]);
  expect(descent.cautioned.map(({ parameters_b }) => parameters_b)).toEqual([3]);
  expect(descent.count).toBe(4);
  expect(endOfFirstMonth(descent.records)?.parameters_b).toBe(32);
  expect(descentOf(rows, 50)).toEqual({ count: 0, records: [], cautioned: [] });
});

test('sizes of the records fall, and another unit of size changes none of them', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2024-07-${String(date).padStart(2, '0')}`);
  const made = fc
    .array(fc.tuple(day, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 20, max: 60 })))
    .map((all) => all.toSorted((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)));
  fc.assert(
    fc.property(made, (all) => {
      const of = (unit: number) =>
        descentOf(
          all.map(([when, size, average]) => row(when, size * unit, average)),
          30,
        ).records.map(({ parameters_b }) => parameters_b / unit);
      const sizes = of(1);
      expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => b - a));
      expect(of(1024)).toEqual(sizes);
      expect(Math.min(...sizes)).toBe(
        Math.min(...all.filter((each) => each[2] >= 30).map((each) => each[1])),
      );
    }),
  );
});
