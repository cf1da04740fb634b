import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { evenMixtures, placesByWeights } from '../../../src/statistics/methods/rank-by-weights.ts';
import { rankedQuery, topModels, weightedRanksOf, type Ranked } from '../../../src/statistics/named/ranks.ts';
import { weightDraws } from '../../../src/statistics/ranks-by-weights.ts';
import { rowsOf } from '../../report.ts';
import { statistic, wholes } from './samples.ts';

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

test('what is told of pairs is of as many values as there are pairs', async () => {
  for (const id of ['ranks.pairs.told_apart', 'ranks.pairs.told_apart_share'])
    expect((await statistic(wholes[0]!, id)).n).toBe((topModels * (topModels - 1)) / 2);
});
