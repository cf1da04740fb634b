import { test } from 'vitest';
import { oneRow } from '../../report.ts';
import { expectAggregates, expectReach, modelsOf, samples, statistic, wholes } from './samples.ts';

const classes = {
  small: 'parameters_b > 1 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};
const ratios = { score_per_b: 'average', co2_per_b: 'co2_kg' };
const each = Object.entries(ratios).flatMap(([id, column]) =>
  Object.entries(classes).map(([size, of]) => ({ prefix: `${id}.${size}`, column, of })),
);

test.each(samples)('“$query”: mean, median and pooled ratio of models over 1 B', async (sample) => {
  for (const { prefix, column, of } of each) {
    await expectAggregates(sample, {
      [`${prefix}.mean`]: { value: `avg(${column} / parameters_b)`, of },
      [`${prefix}.median`]: { value: `quantile_cont(${column} / parameters_b, 0.5)`, of },
    });
    await expectAggregates(sample, {
      [`${prefix}.pooled`]: {
        value: `sum(${column}) FILTER (${of}) / sum(parameters_b)`,
        of,
      },
    });
  }
});

test.each(wholes)('“$query”: the mean carries s / √n, the pooled ratio its residuals', async (sample) => {
  for (const { prefix, column, of } of each) {
    const { mean, pooled } = await oneRow(
      `WITH models AS (SELECT *, sum(${column}) OVER () / sum(parameters_b) OVER () AS ratio FROM ${modelsOf(sample)} WHERE ${of}) SELECT stddev_samp(${column} / parameters_b) / sqrt(count(*)) AS mean, sqrt(count(*) / (count(*) - 1) * sum((${column} - ratio * parameters_b) ** 2)) / sum(parameters_b) AS pooled FROM models`,
    );
    expectReach(await statistic(sample, `${prefix}.mean`), mean, `${prefix}.mean`);
    expectReach(await statistic(sample, `${prefix}.pooled`), pooled, `${prefix}.pooled`);
  }
});
