import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { pointsPerShare } from '../../../src/dataset/questions.ts';
import { evenMixtures, placesByWeights } from '../../../src/statistics/methods/rank-by-weights.ts';
import { rankedQuery, topModels, weightedRanksOf, type Ranked } from '../../../src/statistics/named/ranks.ts';
import { weightDraws } from '../../../src/statistics/ranks-by-weights.ts';
import { report, rowsOf } from '../../report.ts';
import { normalCdf } from '../methods/normal-cdf.ts';
import { modelsOf, samples, statistic, wholes } from './samples.ts';

/** The whole table, the best average first. */
const ranked = async () => (await rowsOf('', rankedQuery.sql)) as unknown as readonly Ranked[];

test('ten times as many mixtures of weights, from elsewhere on, move the bounds that the text gives by two ranks at most', async () => {
  const rows = await ranked();
  const scores = benchmarks.map((name) => rows.map((row) => row[name]));
  const top = [...rows.keys()].slice(0, topModels);
  const more = placesByWeights(scores, top, evenMixtures(6, 10 * weightDraws, 0.1)).value();
  const published = weightedRanksOf(rows).value();
  for (const at of [0, 9, 49])
    for (const end of ['low', 'high'] as const)
      expect(Math.abs(published[at]![end] - more[at]![end]), `${at} ${end}`).toBeLessThanOrEqual(2);
  // Ranks far down, where models are dense, by less than a tenth.
  published.forEach(({ high }, at) =>
    expect(Math.abs(high / more[at]!.high - 1), String(at)).toBeLessThan(0.1),
  );
});

/** Questions that the error of each benchmark rests on, as those of GPQA repeat. */
const asked = { ifeval: 541, bbh: 5761, math: 1324, gpqa: 1_420_864 / 2880, musr: 756, mmlu_pro: 12_032 };

/** Which tests show something, by Holm's steps: of m the smallest p against 0.05 ÷ m, the next against 0.05 ÷ (m − 1). */
function holm(zs: readonly number[]): boolean[] {
  const shows = zs.map(() => false);
  const order = [...zs.keys()].toSorted((a, b) => Math.abs(zs[b]!) - Math.abs(zs[a]!));
  for (const [step, at] of order.entries()) {
    if (2 * normalCdf(-Math.abs(zs[at]!)) > 0.05 / (zs.length - step)) break;
    shows[at] = true;
  }
  return shows;
}

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
};

test.each(samples)('“$query”: ranks and pairs by the questions, a second time', async (sample) => {
  const rows = await (
    await report()
  ).query<{ average: number; raw: string }>(
    `SELECT average, [ifeval_raw, bbh_raw, math_raw, gpqa_raw, musr_raw, mmlu_pro_raw]::VARCHAR AS raw
     FROM ${modelsOf(sample)} ORDER BY average DESC, row`,
  );
  const models = rows.map(({ average, raw }) => {
    const shares = JSON.parse(raw) as number[];
    const variances = benchmarks.map(
      (name, i) => (pointsPerShare[name] ** 2 * shares[i]! * (1 - shares[i]!)) / asked[name] / 36,
    );
    return { average, variance: variances.reduce((a, b) => a + b, 0) };
  });
  const z = (a: (typeof models)[number], b: (typeof models)[number]) =>
    a.average === b.average ? 0 : (a.average - b.average) / Math.sqrt(a.variance + b.variance);
  const value = async (id: string) => (await statistic(sample, `ranks.${id}`)).value;
  const top = models.slice(0, topModels);
  const pairs = top.flatMap((one, i) =>
    top.slice(i + 1).map((other, k) => ({ one, other, first: i, second: i + 1 + k })),
  );
  const apart = holm(pairs.map(({ one, other }) => z(one, other)));
  const told = apart.filter(Boolean).length;
  expect(await value('top.count')).toBe(top.length);
  expect(await value('pairs.count')).toBe(pairs.length);
  expect(await value('pairs.told_apart')).toBe(told);
  expect(await value('pairs.told_apart_share')).toBeCloseTo(told / pairs.length, 12);
  const ofFirst = apart.filter((_, i) => pairs[i]!.first === 0).filter(Boolean).length;
  expect(await value('first.not_told')).toBe(top.length - 1 - ofFirst);
  expect(await value('error')).toBeCloseTo(median(top.map(({ variance }) => Math.sqrt(variance))), 9);
  for (const [name, at] of Object.entries({ first: 0, tenth: 9, fiftieth: 49 })) {
    const others = models.filter((_, i) => i !== at);
    const zs = others.map((other) => z(other, models[at]!));
    const shows = holm(zs);
    const beyond = (sign: 1 | -1) => shows.filter((is, i) => is && Math.sign(zs[i]!) === sign).length;
    expect([await value(`${name}.low`), await value(`${name}.high`)], name).toEqual([
      1 + beyond(1),
      models.length - beyond(-1),
    ]);
  }
});

test('a rank that no model has is not given, nor are pairs of a single one', async () => {
  const value = async (query: string, id: string) =>
    (await statistic({ query, preparation: 'reviewed', where: null }, id)).value;
  const few = 'name=phi-4&organisation=microsoft';
  expect([await value(few, 'ranks.fiftieth.low'), await value(few, 'ranks.weights.fiftieth.high')]).toEqual([
    null,
    null,
  ]);
  expect(await value(few, 'ranks.pairs.count')).toBe(
    ((await value(few, 'ranks.top.count'))! * ((await value(few, 'ranks.top.count'))! - 1)) / 2,
  );
  expect(await value(few, 'ranks.first.low')).toBe(1);
  const none = 'name=no-such-model';
  expect([
    await value(none, 'ranks.pairs.told_apart'),
    await value(none, 'ranks.pairs.told_apart_share'),
    await value(none, 'ranks.first.not_told'),
    await value(none, 'ranks.error'),
  ]).toEqual([null, null, null, null]);
});

test('what is told of pairs is of as many values as there are pairs', async () => {
  for (const id of ['ranks.pairs.told_apart', 'ranks.pairs.told_apart_share'])
    expect((await statistic(wholes[0]!, id)).n).toBe((topModels * (topModels - 1)) / 2);
});
