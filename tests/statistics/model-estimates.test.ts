import { describe, expect, test } from 'vitest';
import { benchmarks } from '../../src/dataset/benchmarks.ts';
import { effectiveQuestions, pointsPerShare } from '../../src/dataset/questions.ts';
import { modelEstimates } from '../../src/statistics/model-estimates.ts';
import { seededRandom } from '../../src/statistics/methods/random.ts';

/** A model of one raw result on every benchmark. */
const of = (average: number, share: number, carbon: number | null = null) => ({
  average,
  ...({
    ifeval_raw: share,
    bbh_raw: share,
    math_raw: share,
    gpqa_raw: share,
    musr_raw: share,
    mmlu_pro_raw: share,
  } as const),
  ifeval: 100 * share,
  bbh: 100 * share,
  math: 100 * share,
  gpqa: 100 * share,
  musr: 100 * share,
  mmlu_pro: 100 * share,
  architecture: 'LlamaForCausalLM',
  parameters_b: 7,
  co2_step_corrected_kg: carbon,
});

test('models without error are told apart wherever their averages differ, and share a rank where not', () => {
  const estimates = modelEstimates([of(10, 1), of(30, 1), of(10, 0), of(20, 1)]);
  expect(estimates.map(({ rank }) => rank)).toEqual([3, 1, 3, 2]);
  expect(estimates.map(({ rank_low }) => rank_low)).toEqual([3, 1, 3, 2]);
  expect(estimates.map(({ rank_high }) => rank_high)).toEqual([4, 1, 4, 2]);
  for (const { average_error } of estimates) expect(average_error).toBe(0);
});

test('two models are told apart beyond 1.96 standard errors of their difference', () => {
  const { average_error } = modelEstimates([of(20, 0.5), of(20, 0.5)])[0]!;
  const apart = (gap: number) =>
    modelEstimates([of(20, 0.5), of(20 + gap, 0.5)]).map(({ rank_low, rank_high }) => [rank_low, rank_high]);
  const bar = 1.959964 * Math.SQRT2 * average_error;
  expect(apart(bar - 0.001)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(apart(bar + 0.001)).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test('a model that is best on every benchmark is first under all weights, others as the weights fall', () => {
  const only = (strong: (typeof benchmarks)[number]) => ({ ...of(10, 0.2), [strong]: 90 });
  const estimates = modelEstimates([of(95, 0.95), only('ifeval'), only('math'), of(1, 0.01)]);
  expect(estimates.map((each) => [each.weights_rank_low, each.weights_rank_high])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
    [4, 4],
  ]);
});

describe('against a second computation', () => {
  const random = seededRandom('model estimates');
  const models = Array.from({ length: 40 }, () => of(60 * random(), random()));

  /** P(|Z| > z) by the midpoint rule over the density. */
  const tail = (z: number) => {
    const steps = 4000;
    const width = (12 - z) / steps;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += Math.exp(-((z + (i + 0.5) * width) ** 2) / 2);
    return (2 * sum * width) / Math.sqrt(2 * Math.PI);
  };
  const variance = ({ ifeval_raw: share }: (typeof models)[number]) =>
    benchmarks.reduce(
      (sum, name) =>
        sum + (pointsPerShare[name] / 6) ** 2 * ((share * (1 - share)) / effectiveQuestions[name]),
      0,
    );

  test('the interval is Holm’s, step by step over the sorted p-values', () => {
    const found = modelEstimates(models);
    models.forEach((own, at) => {
      const others = models
        .filter((_, i) => i !== at)
        .map((other) => {
          const gap = other.average - own.average;
          return { gap, p: tail(Math.abs(gap) / Math.sqrt(variance(other) + variance(own))) };
        })
        .sort((a, b) => a.p - b.p);
      const fails = others.findIndex(({ p }, step) => p > 0.05 / (others.length - step));
      const told = fails === -1 ? others : others.slice(0, fails);
      expect(found[at]).toMatchObject({
        rank: 1 + others.filter(({ gap }) => gap > 0).length,
        rank_low: 1 + told.filter(({ gap }) => gap > 0).length,
        rank_high: models.length - told.filter(({ gap }) => gap < 0).length,
      });
      expect(found[at]!.average_error).toBeCloseTo(Math.sqrt(variance(own)), 3);
    });
  });

  test('some are told apart and some are not, so that the test above tests something', () => {
    const widths = modelEstimates(models).map(({ rank_low, rank_high }) => rank_high - rank_low);
    expect(Math.max(...widths)).toBeGreaterThan(0);
    expect(Math.max(...widths)).toBeLessThan(models.length - 1);
  });
});

test('carbon is set against eleven peers or more, by hand', () => {
  const peers = [0.5, 0.7, 0.9, 1, 1, 1, 1, 1.2, 1.3, 1.7, 1.4].map((carbon) => of(10, 0.5, carbon));
  const estimates = modelEstimates(peers);
  expect(estimates.map(({ carbon_fold }) => carbon_fold)).toEqual([
    0.5, 0.7, 0.9, 1, 1, 1, 1, 1.2, 1.3, 1.7, 1.4,
  ]);
  expect(estimates.map(({ carbon_label }) => carbon_label).join('')).toBe('ABCCCCCCDED');
  for (const { carbon_fold, carbon_label } of modelEstimates(peers.slice(1)))
    expect([carbon_fold, carbon_label]).toEqual([null, null]);
});
