import { expect, test } from 'vitest';
import { inFifths, survivorship } from '../../../src/statistics/named/survivorship.ts';
import { oneRow, report } from '../../report.ts';
import { expectAggregates, expectEqual, mean, modelsOf, quantile, samples, statistic } from './samples.ts';

interface Model {
  on_hub: boolean;
  official: boolean;
  size: number | null;
  month: string | null;
  average: number;
}

test.each(samples)('“$query”: shares gone, by SQL', async (sample) => {
  const gone = 'avg(CAST(NOT on_hub AS INTEGER))';
  await expectAggregates(sample, {
    'survivorship.gone.official': { value: gone, of: 'official_provider' },
    'survivorship.gone.community': { value: gone, of: 'NOT official_provider' },
  });
  const [official, community, lead] = await Promise.all(
    ['official', 'community', 'lead'].map((id) => statistic(sample, `survivorship.gone.${id}`)),
  );
  const expected =
    official!.value === null || community!.value === null ? null : community!.value - official!.value;
  expectEqual(lead!.value, expected, 'community minus official');
  const ten = await oneRow(
    `WITH gone AS (SELECT organisation, count(*) AS n FROM ${modelsOf(sample)} WHERE NOT official_provider AND NOT on_hub GROUP BY organisation)
     SELECT CAST((SELECT sum(n) FROM (SELECT n FROM gone ORDER BY n DESC LIMIT 10)) AS DOUBLE) / sum(n) AS share FROM gone`,
  );
  expectEqual(
    (await statistic(sample, 'survivorship.gone.top10_share')).value,
    ten.share,
    'of ten organisations',
  );
});

/** Residuals of least squares on one column within classes, by taking the means of the classes off first. */
function residuals(y: readonly number[], x: readonly number[], classes: readonly string[]): number[] {
  const within = (values: readonly number[]) => {
    const means = new Map(
      [...Map.groupBy(values.keys(), (i) => classes[i]!)].map(([name, members]) => [
        name,
        mean(members.map((i) => values[i]!))!,
      ]),
    );
    return values.map((value, i) => value - means.get(classes[i]!)!);
  };
  const [dy, dx] = [within(y), within(x)];
  const sxx = dx.reduce((sum, value) => sum + value * value, 0);
  if (sxx < 1e-12) return dy;
  const slope = dx.reduce((sum, value, i) => sum + value * dy[i]!, 0) / sxx;
  return dy.map((value, i) => value - slope * dx[i]!);
}

interface Columns {
  group(model: Model): boolean;
  of(model: Model): number;
}
const keptColumns: Columns = { group: ({ on_hub }) => on_hub, of: ({ average }) => average };
const goneColumns: Columns = { group: ({ official }) => !official, of: ({ on_hub }) => Number(!on_hub) };

/** The coefficient of a group with size and classes held, by Frisch and Waugh: of what is left of both. */
function held(rows: readonly Model[], size: boolean, month: boolean, columns = keptColumns): number | null {
  const classes = rows.map((row) => (month ? row.month! : ''));
  const x = rows.map((row) => (size ? Math.log2(row.size!) : 0));
  const group = residuals(
    rows.map((row) => Number(columns.group(row))),
    x,
    classes,
  );
  const y = residuals(
    rows.map((row) => columns.of(row)),
    x,
    classes,
  );
  const square = group.reduce((sum, value) => sum + value * value, 0);
  return square < 1e-9 ? null : group.reduce((sum, value, i) => sum + value * y[i]!, 0) / square;
}

test.each(samples)('“$query”: kept minus gone and fifths a second time', async (sample) => {
  const all = (await (
    await report()
  ).query(
    `SELECT on_hub, official_provider AS official, parameters_b AS size, average,
       left(CAST(submission_date AS VARCHAR), 7) || CASE WHEN submission_date >= '2025-02-08' THEN ' since' ELSE '' END AS month
     FROM ${modelsOf(sample)} ORDER BY row`,
  )) as unknown as Model[];
  const isSized = ({ size }: Model) => size !== null && size > 0;
  const models = all.filter(({ official }) => !official);
  const sized = models.filter(isSized);
  const dated = sized.filter(({ month }) => month !== null);
  const allDated = all.filter((model) => isSized(model) && model.month !== null);
  for (const [id, expected] of [
    ['kept.raw', held(sized, false, false)],
    ['kept.size', held(sized, true, false)],
    ['kept.size_month', held(dated, true, true)],
    ['gone.size_month', held(allDated, true, true, goneColumns)],
  ] as const) {
    const { value } = await statistic(sample, `survivorship.${id}`);
    if (expected === null) expect(value, id).toBeNull();
    else expect(value, id).toBeCloseTo(expected, 8);
  }
  const averages = models.map(({ average }) => average);
  for (const fifth of [1, 2, 3, 4, 5]) {
    const [from, to] = [quantile(averages, (fifth - 1) / 5), quantile(averages, fifth / 5)];
    const members = models.filter(({ average }) => (fifth === 1 || average > from!) && average <= to!);
    const found = await statistic(sample, `survivorship.gone.fifth_${fifth}`);
    expect(found.n).toBe(members.length);
    expectEqual(found.value, mean(members.map(({ on_hub }) => Number(!on_hub))), `fifth ${fifth}`);
  }
});

test('fifths by hand: equals stay together, and the order of the rows does not matter', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9].map((average) => ({ average }));
  // The cuts are at 3, 5, 7 and 9: the tenth sorted value is the same as the cut and stays below it.
  const of = (all: typeof rows) =>
    inFifths(all).map((members) => members.map(({ average }) => average).sort((a, b) => a - b));
  expect(of(rows)).toEqual([[1, 2, 3], [4, 5], [6, 7], [8, 9, 9, 9], []]);
  expect(of(rows.toReversed())).toEqual(of(rows));
  expect(inFifths([])).toEqual([[], [], [], [], []]);
});

test('one more point for every model that stayed is one more point between them', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    organisation: i % 7,
    lineage: i % 5,
    official_provider: false,
    on_hub: i % 4 > 0,
    month: `2024-0${6 + (i % 3)}`,
    since: false,
    parameters_b: 1 + (i % 9),
    average: (i * 13) % 29,
  }));
  const kept = (of: typeof rows) => survivorship.derive(of)['survivorship.kept.size_month']!.value!;
  const raised = rows.map((row) => ({ ...row, average: row.average + Number(row.on_hub) }));
  expect(kept(raised) - kept(rows)).toBeCloseTo(1, 9);
});
