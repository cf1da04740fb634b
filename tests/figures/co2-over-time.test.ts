import { expect, test } from 'vitest';
import { co2OverTime } from '../../src/figures/co2-over-time.ts';
import { clustersOf, type Clustered } from '../../src/statistics/methods/clusters.ts';
import { medianEstimate } from '../../src/statistics/methods/quantile.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('every week by SQL on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(co2OverTime, query);
  const own = await (
    await report()
  ).query(
    `SELECT strftime(week, '%Y-%m-%d') AS day, CAST(count(*) AS INTEGER) AS n, CAST(median(co2_kg) AS DOUBLE) AS middle
     FROM (SELECT time_bucket(INTERVAL 7 DAYS, CAST(submission_date AS DATE), DATE '2025-02-08') AS week, co2_kg
       FROM ${preparation} WHERE parameters_b > 7 AND parameters_b <= 9 AND co2_kg > 0 AND submission_date IS NOT NULL)
     GROUP BY week ORDER BY week`,
  );
  const weeks = rows.filter(({ layer }) => layer === 'week');
  expect(weeks.map(({ from, n }) => [from, n])).toEqual(own.map(({ day, n }) => [day, n]));
  for (const [index, { value, n }] of weeks.entries())
    if (Number(n) < 10) expect(value).toBeNull();
    else expect(value).toBeCloseTo(Number(own[index]!.middle), 9);
});

const model = (submission_date: string, co2_kg: number, of = 'a') => ({
  organisation: of,
  lineage: of,
  submission_date,
  co2_kg,
});
const many = (submission_date: string, co2_kg: number) =>
  Array.from({ length: 10 }, (_, of) => model(submission_date, co2_kg, `maker ${of}`));

test('the day of the step begins a week, and each side has its own median', () => {
  const rows = co2OverTime.derive([
    ...many('2025-02-07', 2),
    ...many('2025-02-08', 1),
    model('2025-02-15', 9),
  ]);
  expect(rows.map(({ layer, from, value, n }) => [layer, from, value, n])).toEqual([
    ['week', '2025-02-01', 2, 10],
    ['week', '2025-02-08', 1, 10],
    ['week', '2025-02-15', null, 1],
    ['before', '2025-02-01', 2, 10],
    ['since', '2025-02-08', 1, 11],
  ]);
  expect(co2OverTime.n(rows)).toBe(21);
  expect(co2OverTime.takeaway(rows)).toBe(
    'The median model of this size was charged 2.00 (2.00 to 2.00)\u00a0kg over all the months until 7\u00a0February\u00a02025 and 1.00 (1.00 to 1.00)\u00a0kg since.',
  );
  expect(co2OverTime.alt(rows)).toContain('from 1.00 to 2.00\u00a0kg');
});

test('a slice on one side of the step says so', () => {
  const rows = co2OverTime.derive(many('2025-03-01', 1));
  expect(rows.map(({ layer }) => layer)).toEqual(['week', 'since']);
  expect(co2OverTime.takeaway(rows)).toBe(
    'Too few models on one side of 8\u00a0February\u00a02025 to compare the two.',
  );
  const before = co2OverTime.derive(many('2024-07-01', 1));
  expect(before.map(({ layer }) => layer)).toEqual(['week', 'before']);
  expect(co2OverTime.derive([])).toEqual([]);
  expect(co2OverTime.alt([])).toBe('An empty chart: no week has enough models of this size.');
});

test('the medians of both sides are those of the named statistics where the spans agree', async () => {
  const rows = await drawnRows(co2OverTime, '');
  const since = rows.find(({ layer }) => layer === 'since')!;
  const own = await (
    await report()
  ).query(
    "SELECT co2_kg, organisation, lineage FROM reviewed WHERE parameters_b > 7 AND parameters_b <= 9 AND co2_kg > 0 AND submission_date >= '2025-02-08' ORDER BY row",
  );
  const { value, low, high } = medianEstimate(
    own.map(({ co2_kg }) => Number(co2_kg)),
    clustersOf(own as unknown as readonly Clustered[]),
  );
  expect([since.value, since.low, since.high]).toEqual([value, low, high]);
});
