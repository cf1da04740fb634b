import { test } from 'vitest';
import { expectAggregates, samples } from './samples.ts';

const bands = {
  under_1b: 'parameters_b > 0 AND parameters_b <= 1',
  '1_to_3b': 'parameters_b > 1 AND parameters_b <= 3',
  '3_to_9b': 'parameters_b > 3 AND parameters_b <= 9',
  '9_to_40b': 'parameters_b > 9 AND parameters_b <= 40',
  over_40b: 'parameters_b > 40',
};
const sides = { under_1b: bands.under_1b, over_1b: 'parameters_b > 1' };
const percentiles = { p10: 0.1, median: 0.5, p90: 0.9 };

test.each(samples)('“$query”: points per doubling within a band', async (sample) => {
  const gains = Object.entries(bands).map(([id, of]) => [
    `gain.${id}`,
    { value: 'regr_slope(average, log2(parameters_b))', of, overSizes: true },
  ]);
  await expectAggregates(sample, Object.fromEntries(gains));
});

test.each(samples)('“$query”: the spread of score per billion on either side of 1 B', async (sample) => {
  const spread = Object.entries(sides).flatMap(([side, of]) =>
    Object.entries(percentiles).map(([id, p]) => [
      `score_per_b.${side}.${id}`,
      { value: `quantile_cont(average / parameters_b, ${p})`, of },
    ]),
  );
  await expectAggregates(sample, Object.fromEntries(spread));
});
