import { expect, test } from 'vitest';
import { capacityDensity, densest, densitiesOf } from '../../../src/statistics/named/capacity-density.ts';
import { report } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

interface Model {
  day: string;
  size: number;
  average: number;
}

/** Density by its definition, written apart from the code under test: in log₂, one reference step after another. */
function densityIn(reference: readonly Model[], { size, average }: Model): number | null {
  for (let i = 1; i < reference.length; i++) {
    const [a, b] = [reference[i - 1]!, reference[i]!];
    if (average < a.average || average > b.average) continue;
    const part = (average - a.average) / (b.average - a.average);
    return Math.log2(a.size) + part * Math.log2(b.size / a.size) - Math.log2(size);
  }
  return null;
}

const years = (day: string) => Date.parse(day) / 86_400_000 / 365.2425;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
function slope(points: readonly (readonly [number, number])[]): number | null {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return sxx === 0 ? null : points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
}

test.each(samples)('“$query”: densities and their lines a second time', async (sample) => {
  const engine = await report();
  const reference = (await engine.query(
    `SELECT '' AS day, parameters_b AS size, average FROM reviewed
     WHERE model LIKE 'Qwen/Qwen2.5-%B' AND official_provider AND type = 'pretrained' AND model NOT LIKE '%Coder%' AND model NOT LIKE '%Math%' ORDER BY size`,
  )) as unknown as Model[];
  expect(reference.map(({ size }) => Math.round(size * 10) / 10)).toEqual([
    0.5, 1.5, 3.1, 7.6, 14.8, 32.8, 72.7,
  ]);
  expect(reference.map(({ average }) => average)).toEqual(
    reference.map(({ average }) => average).toSorted((a, b) => a - b),
  );
  const models = (await engine.query(
    `SELECT CAST(upload_date AS VARCHAR) AS day, parameters_b AS size, average FROM ${modelsOf(sample)}
     WHERE type = 'pretrained' AND parameters_b > 0 ORDER BY row`,
  )) as unknown as Model[];
  const dated = models
    .filter(({ day }) => day !== null && day > '2022-03-02')
    .map((model) => ({ ...model, log2: densityIn(reference, model) }))
    .filter((model): model is Model & { log2: number } => model.log2 !== null);
  expectEqual((await statistic(sample, 'density.models')).value, dated.length, 'models');
  const below = models.filter(({ average }) => average < reference[0]!.average).length;
  expectEqual((await statistic(sample, 'density.below')).value, below, 'below');
  const above = models.filter(({ average }) => average > reference.at(-1)!.average).length;
  expectEqual((await statistic(sample, 'density.above')).value, above, 'above');

  const lineOf = (rows: typeof dated) => slope(rows.map(({ day, log2 }) => [years(day), log2]));
  // A record by its definition: no model of an earlier day is as dense, none of its day denser, and it is the first of equals.
  const recordsOf = (rows: typeof dated) =>
    rows.filter((row, i) =>
      rows.every((other, j) => {
        if (other === row || other.day > row.day || other.log2 < row.log2) return true;
        return other.day === row.day && other.log2 === row.log2 && j > i;
      }),
    );
  const frontier = (rows: typeof dated) => (recordsOf(rows).length < 3 ? null : lineOf(recordsOf(rows)));
  expectEqual((await statistic(sample, 'density.frontier.models')).value, recordsOf(dated).length, 'records');
  for (const [id, expected] of [
    ['frontier', frontier(dated)],
    ['frontier_over_1b', frontier(dated.filter(({ size }) => size > 1))],
    ['typical', dated.length < 2 ? null : lineOf(dated)],
  ] as const) {
    const { value, low, high } = await statistic(sample, `density.${id}.doublings`);
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 6);
    if (id === 'frontier_over_1b') continue;
    const months = await statistic(sample, `density.${id}.months`);
    if (value === null || value <= 0) expect(months.value).toBeNull();
    else expect(months.value! * value).toBeCloseTo(12, 9);
    if (low === null || low <= 0) expect(months.low).toBeNull();
    else
      expect([months.low! * high!, months.high! * low]).toEqual([
        expect.closeTo(12, 9),
        expect.closeTo(12, 9),
      ]);
  }
});

const row = (
  model: string,
  day: string | null,
  parameters_b: number,
  average: number,
  reference = false,
) => ({
  reference,
  organisation: model.length,
  lineage: model.length,
  model,
  caution: null,
  day,
  parameters_b,
  average,
  row: 1,
});
const key = [row('a', null, 1, 10, true), row('b', null, 4, 20, true)];

test('densities by hand: halfway in score is halfway in doublings', () => {
  const found = densitiesOf([
    ...key,
    row('half', '2024-01-02', 1, 15),
    row('same day', '2024-01-02', 0.5, 15),
    row('equal', '2024-01-01', 4, 20),
    row('weak', '2024-01-01', 1, 9),
    row('strong', '2024-01-01', 1, 21),
    row('undated', null, 1, 12),
  ]);
  expect(found.within.map(({ model, effective_b, log2 }) => [model, effective_b, log2])).toEqual([
    ['equal', 4, 0],
    ['same day', 2, 2],
    ['half', 2, 1],
  ]);
  expect([found.below, found.above, found.undated]).toEqual([1, 1, 1]);
  expect(densest(found.within).map(({ model }) => model)).toEqual(['equal', 'same day']);
});

test('doublings per year by hand, whatever the order of the rows and the unit of size', () => {
  // One doubling a year: density 1, 2 and 4 a mean year apart, as near as days allow.
  const rows = [
    row('m1', '2022-06-01', 4, 20),
    row('m22', '2023-06-01', 2, 20),
    row('m333', '2024-06-01', 1, 20),
    row('m4444', '2024-07-01', 4, 20),
  ];
  const doublings = (of: typeof rows) => capacityDensity.derive(of)['density.frontier.doublings']!.value!;
  expect(doublings([...key, ...rows])).toBeCloseTo(1, 2);
  expect(doublings([...rows.toReversed(), ...key.toReversed()])).toBeCloseTo(
    doublings([...key, ...rows]),
    12,
  );
  const larger = [...key, ...rows].map((each) => ({ ...each, parameters_b: 1000 * each.parameters_b }));
  expect(doublings(larger)).toBeCloseTo(doublings([...key, ...rows]), 9);
});
