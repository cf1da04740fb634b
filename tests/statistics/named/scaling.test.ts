import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { oneRow } from '../../report.ts';
import { expectAggregates, expectReach, modelsOf, samples, statistic, wholes } from './samples.ts';

const sized = 'parameters_b > 0';
const metered = 'parameters_b > 0 AND co2_kg > 0';

const fits = {
  'scaling.points_per_doubling': { value: 'regr_slope(average, log2(parameters_b))', of: sized },
  'scaling.r2': { value: 'regr_r2(average, log2(parameters_b))', of: sized },
  ...Object.fromEntries(
    benchmarks.map((name) => [
      `scaling.r2.${name}`,
      { value: `regr_r2(${name}_raw, ln(parameters_b))`, of: sized },
    ]),
  ),
  'co2.elasticity': { value: 'regr_slope(ln(co2_kg), ln(parameters_b))', of: metered },
  'co2.elasticity.r2': { value: 'regr_r2(ln(co2_kg), ln(parameters_b))', of: metered },
};

test.each(samples)('“$query”: least squares on the logarithm of size', async (sample) => {
  await expectAggregates(sample, fits);
});

test.each(wholes)('“$query”: a slope carries the error of HC3', async (sample) => {
  const slopes = {
    'scaling.points_per_doubling': ['average', 'log2(parameters_b)', sized],
    'co2.elasticity': ['ln(co2_kg)', 'ln(parameters_b)', metered],
  } as const;
  for (const [id, [y, x, of]] of Object.entries(slopes)) {
    const { error } = await oneRow(
      `WITH points AS (SELECT ${x} AS x, ${y} AS y FROM ${modelsOf(sample)} WHERE ${of}),
       line AS (SELECT regr_slope(y, x) AS slope, regr_intercept(y, x) AS start, avg(x) AS centre, regr_sxx(y, x) AS sxx, count(*) AS n FROM points)
       SELECT sqrt(sum(((x - centre) * (y - start - slope * x) / (1 - 1 / n - (x - centre) ** 2 / sxx)) ** 2)) / any_value(sxx) AS error FROM points, line`,
    );
    expectReach(await statistic(sample, id), error, id);
  }
});

test('a model without carbon is left out of the elasticity and not of the score', async () => {
  const sample = { query: 'preparation=prepared', preparation: 'prepared', where: null } as const;
  const { zero } = await oneRow('SELECT CAST(count(*) FILTER (co2_kg = 0) AS INTEGER) AS zero FROM prepared');
  const elasticity = await statistic(sample, 'co2.elasticity');
  const gain = await statistic(sample, 'scaling.points_per_doubling');
  expect(gain.n - elasticity.n).toBe(zero);
});
