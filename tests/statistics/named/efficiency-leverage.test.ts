import { expect, test } from 'vitest';
import { leveredOf, leverageOf, leverageSizes } from '../../../src/statistics/named/efficiency-leverage.ts';
import type { MoeModel } from '../../../src/statistics/named/moe-averages.ts';
import { report } from '../../report.ts';
import { mean, median, modelsOf, samples, statistic, wholes } from './samples.ts';

const model = (facts: Partial<MoeModel>): MoeModel => ({
  organisation: 1,
  lineage: 1,
  moe: false,
  official_provider: false,
  size_class: 'small',
  architecture: 'a',
  upload_date: '2024-06-01',
  model: 'o/m',
  likes: 0,
  parameters_b: 1,
  active_parameters_b: null,
  co2_kg: 1,
  average: 0,
  caution: null,
  ...facts,
});
const dense = (size: number, average: number, models = 10) =>
  Array.from({ length: models }, () => model({ parameters_b: size, average }));
const mixture = (average: number, facts: Partial<MoeModel> = {}) =>
  model({ moe: true, parameters_b: 16, active_parameters_b: 2, average, ...facts });

test('dense size of the same score, by hand', () => {
  // Sizes 4 and 8 violate the order and become one level of 25, whose middle is √32; the curve has three points.
  const field = [...dense(1, 10), ...dense(4, 30), ...dense(8, 20), ...dense(64, 40)];
  const sizeOf = (average: number) => leveredOf([...field, mixture(average)]).levered[0]?.dense_b;
  expect(sizeOf(10)).toBeCloseTo(1, 12);
  expect(sizeOf(25)).toBeCloseTo(Math.sqrt(32), 12);
  // Half of the way from 10 to 25 is half of the doublings from 1 to √32.
  expect(sizeOf(17.5)).toBeCloseTo(32 ** 0.25, 12);
  expect(sizeOf(40)).toBeCloseTo(64, 12);
  const [levered] = leveredOf([...field, mixture(40)]).levered;
  expect(leverageSizes.map((size) => leverageOf(levered!, size))).toEqual([
    expect.closeTo(32, 9),
    expect.closeTo(4, 9),
  ]);
  expect(leveredOf([...field, mixture(9), mixture(41), mixture(41)])).toEqual({
    levered: [],
    below: 1,
    above: 2,
  });
});

test('what is of another age, undated, of unknown active size or with few dense models is left out', () => {
  const field = [...dense(1, 10, 15), ...dense(4, 30, 15)];
  const late = { upload_date: '2025-01-01' };
  expect(leveredOf([...field, mixture(20)]).levered).toHaveLength(1);
  expect(leveredOf([...field, mixture(20, late)]).levered).toHaveLength(0);
  expect(leveredOf([...field, mixture(20, { upload_date: null })]).levered).toHaveLength(0);
  expect(leveredOf([...field, mixture(20, { active_parameters_b: null })]).levered).toHaveLength(0);
  expect(leveredOf([...field.slice(1), mixture(20)]).levered).toHaveLength(0);
  // A model of another age does not count; 183 days away is the same age.
  const other = model({ parameters_b: 2, average: 90, ...late });
  const near = model({ parameters_b: 2, average: 20, upload_date: '2024-12-01' });
  expect(leveredOf([...field, other, mixture(20)]).levered[0]!.dense_b).toBeCloseTo(2, 12);
  expect(leveredOf([...field.slice(1), near, mixture(20)]).levered).toHaveLength(1);
});

type Line = {
  moe: boolean;
  official: boolean;
  size: number;
  active: number | null;
  day: number | null;
  average: number;
};

/** The largest over starts of the smallest over ends of the mean between: another way to the closest rising curve. */
function risingLevels(points: readonly { x: number; total: number; n: number }[]): number[] {
  return points.map((_, at) => {
    let best = -Infinity;
    for (let from = 0; from <= at; from++) {
      let [total, n, least] = [0, 0, Infinity];
      for (let to = from; to < points.length; to++) {
        total += points[to]!.total;
        n += points[to]!.n;
        if (to >= at) least = Math.min(least, total / n);
      }
      best = Math.max(best, least);
    }
    return best;
  });
}

/** Dense size of a score, by walking the middles of levels. */
function denseSize(rows: readonly Line[], day: number, score: number): number | null {
  const peers = rows.filter((row) => !row.moe && row.day !== null && Math.abs(row.day - day) <= 183);
  if (peers.length < 30) return null;
  const points = [...Map.groupBy(peers, ({ size }) => size)]
    .map(([size, all]) => ({
      x: Math.log2(size),
      total: all.reduce((sum, { average }) => sum + average, 0),
      n: all.length,
    }))
    .sort((a, b) => a.x - b.x);
  const levels: { y: number; xs: number[] }[] = [];
  risingLevels(points).forEach((y, i) => {
    const last = levels.at(-1);
    if (last && Math.abs(last.y - y) < 1e-9) last.xs.push(points[i]!.x);
    else levels.push({ y, xs: [points[i]!.x] });
  });
  const middles = levels.map(({ y, xs }) => ({ y, x: (xs[0]! + xs.at(-1)!) / 2 }));
  for (let i = 1; i < middles.length; i++) {
    const [low, high] = [middles[i - 1]!, middles[i]!];
    if (score >= low.y && score <= high.y)
      return 2 ** (low.x + ((high.x - low.x) * (score - low.y)) / (high.y - low.y));
  }
  return null;
}

const sample = samples.find(({ query }) => query === 'size=9-40')!;

test.each([wholes[0]!, sample])('“$query”: a second implementation from the rows', async (each) => {
  const rows = (await (
    await report()
  ).query(
    `SELECT moe, official_provider AS official, CAST(parameters_b AS DOUBLE) AS size, CAST(active_parameters_b AS DOUBLE) AS active,
       CAST(date_diff('day', DATE '1970-01-01', CAST(upload_date AS DATE)) AS INTEGER) AS day, CAST(average AS DOUBLE) AS average
     FROM ${modelsOf(each)} WHERE parameters_b > 0 ORDER BY row`,
  )) as unknown as Line[];
  const found = rows
    .filter((row) => row.moe && row.active !== null && row.active > 0 && row.day !== null)
    .map((row) => ({ row, dense: denseSize(rows, row.day!, row.average) }))
    .filter((pair): pair is { row: Line; dense: number } => pair.dense !== null);
  expect((await statistic(each, 'leverage.count')).value).toBe(found.length);
  for (const size of ['active', 'total'] as const) {
    const logs = found.map(({ row, dense: of }) => ({
      row,
      log: Math.log(of / (size === 'active' ? row.active! : row.size)),
    }));
    const of = async (id: string) => (await statistic(each, `leverage.${size}.${id}`)).value;
    const exp = (value: number | null) => (value === null ? null : Math.exp(value));
    const values = (has: (row: Line) => boolean) => logs.filter(({ row }) => has(row)).map(({ log }) => log);
    expect(await of('mean')).toBeCloseTo(exp(mean(values(() => true)))!, 8);
    expect(await of('median')).toBeCloseTo(exp(median(values(() => true)))!, 8);
    expect(await of('routed.mean')).toBeCloseTo(
      exp(mean(values((row) => row.active! < 0.99 * row.size)))!,
      8,
    );
    expect(await of('official.mean')).toBeCloseTo(exp(mean(values(({ official }) => official)))!, 8);
  }
});
