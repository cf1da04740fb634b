import { expect, test } from 'vitest';
import { oneRow } from '../../report.ts';
import {
  expectAggregates,
  expectEqual,
  expectReach,
  modelsOf,
  samples,
  statistic,
  wholes,
} from './samples.ts';

const sides = { official: 'official_provider', community: 'NOT official_provider' };
const classes = {
  small: 'parameters_b > 0 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};
const types = { pretrained: 'pretrained', fine_tuned: 'fine-tuned', chat: 'chat' };
const over1b = 'parameters_b > 1';

type Aggregates = Record<string, { value: string; of: string }>;
const centres = (start: string, value: string, of: string): Aggregates => ({
  [`${start}.mean`]: { value: `avg(${value})`, of },
  [`${start}.median`]: { value: `quantile_cont(${value}, 0.5)`, of },
});

const bySide: Aggregates = Object.assign(
  {},
  ...Object.entries(sides).flatMap(([side, of]) => [
    centres(`co2.${side}`, 'co2_kg', of),
    centres(`points_per_kg.${side}`, 'average / co2_kg', `${of} AND co2_kg > 0`),
    centres(`score_per_b.${side}`, 'average / parameters_b', `${of} AND ${over1b}`),
    {
      [`points_per_kg.${side}.pooled`]: {
        value: `sum(average) FILTER (${of} AND co2_kg > 0) / sum(co2_kg)`,
        of: `${of} AND co2_kg > 0`,
      },
      [`score_per_b.${side}.pooled`]: {
        value: `sum(average) FILTER (${of} AND ${over1b}) / sum(parameters_b)`,
        of: `${of} AND ${over1b}`,
      },
    },
    ...Object.entries(types).map(([kind, type]) => ({
      [`provider.${side}.${kind}.count`]: { value: 'count(*)', of: `${of} AND type = '${type}'` },
      [`score.${side}.${kind}.median`]: {
        value: 'quantile_cont(average, 0.5)',
        of: `${of} AND type = '${type}'`,
      },
    })),
    { [`provider.${side}.merge.count`]: { value: 'count(*)', of: `${of} AND type = 'merge'` } },
    {
      [`provider.${side}.tuned_share`]: {
        value: `avg(CAST(type IN ('fine-tuned', 'chat', 'merge') AS INTEGER))`,
        of,
      },
    },
  ]),
);

const qwen = `lower(model) LIKE '%qwen%'`;
const bySize: Aggregates = Object.assign(
  {},
  ...Object.entries(sides).flatMap(([side, of]) => [
    centres(`qwen.score.${side}`, 'average', `${of} AND ${qwen}`),
    ...Object.entries(classes).flatMap(([size, inside]) => [
      { [`score.${side}.${size}.median`]: centres('x', 'average', `${of} AND ${inside}`)['x.median']! },
      centres(`score_per_b.${side}.${size}`, 'average / parameters_b', `${of} AND ${inside} AND ${over1b}`),
      centres(`qwen.score.${side}.${size}`, 'average', `${of} AND ${inside} AND ${qwen}`),
      centres(
        `qwen.score_per_b.${side}.${size}`,
        'average / parameters_b',
        `${of} AND ${inside} AND ${over1b} AND ${qwen}`,
      ),
      { [`provider.${side}.${size}.count`]: { value: 'count(*)', of: `${of} AND ${inside}` } },
    ]),
  ]),
);

test.each(samples)('“$query”: both sides, by type', async (sample) => {
  await expectAggregates(sample, bySide);
});

test.each(samples)('“$query”: both sides, by size and within Qwen', async (sample) => {
  await expectAggregates(sample, bySize);
});

test.each(samples)('“$query”: differences of the median score, by size and by type', async (sample) => {
  const kinds = Object.entries(types).map(([kind, type]) => [kind, `type = '${type}'`] as const);
  const groups = [
    ...[...Object.entries(classes), ...kinds].map(
      ([id, of]) => [`score.difference.${id}.median`, of] as const,
    ),
    ...Object.entries(classes).map(
      ([id, of]) => [`qwen.score.difference.${id}.median`, `${of} AND ${qwen}`] as const,
    ),
  ];
  for (const [id, of] of groups) {
    const { value, n } = await oneRow(
      `SELECT median(average) FILTER (${sides.community}) - median(average) FILTER (${sides.official}) AS value, CAST(count(*) AS INTEGER) AS n FROM ${modelsOf(sample)} WHERE ${of}`,
    );
    const found = await statistic(sample, id);
    expectEqual(found.value, value, `${id} under “${sample.query}”`);
    expect(found.n, id).toBe(n);
  }
});

// What chapter 6 says of its classes and types.
test.each(wholes)(
  '“$query”: at one size, or of one type, it cannot be told which side leads',
  async (sample) => {
    for (const id of [...Object.keys(classes), ...Object.keys(types)]) {
      const { low, high } = await statistic(sample, `score.difference.${id}.median`);
      expect(low, id).toBeLessThan(0);
      expect(high, id).toBeGreaterThan(0);
    }
    for (const id of Object.keys(classes))
      expect((await statistic(sample, `qwen.score.difference.${id}.median`)).low, `Qwen, ${id}`).toBeNull();
  },
);

test.each(samples)('“$query”: organisations, and models for each large one', async (sample) => {
  for (const [side, of] of Object.entries(sides)) {
    const expected = await oneRow(
      `SELECT CAST(count(DISTINCT regexp_extract(model, '^[^/]*')) AS INTEGER) AS organisations, CAST(count(*) FILTER (${classes.small}) AS DOUBLE) / nullif(count(*) FILTER (${classes.large}), 0) AS small, CAST(count(*) FILTER (${classes.medium}) AS DOUBLE) / nullif(count(*) FILTER (${classes.large}), 0) AS medium FROM ${modelsOf(sample)} WHERE ${of}`,
    );
    expect((await statistic(sample, `provider.${side}.organisations`)).value).toBe(expected.organisations);
    for (const size of ['small', 'medium'])
      expectEqual(
        (await statistic(sample, `provider.${side}.${size}.per_large`)).value,
        expected[size],
        `${side} ${size}`,
      );
  }
});

test.each(samples)('“$query”: the line of score on log₂ of CO₂', async (sample) => {
  for (const [side, of] of Object.entries(sides)) {
    const expected = await oneRow(
      `SELECT regr_slope(average, log2(co2_kg)) AS slope, regr_r2(average, log2(co2_kg)) AS r2 FROM ${modelsOf(sample)} WHERE ${of} AND co2_kg > 0`,
    );
    const found = await statistic(sample, `score_on_co2.${side}`);
    if (found.n < 3) continue;
    expectEqual(found.value, expected.slope, `slope of ${side}`);
    expectEqual((await statistic(sample, `score_on_co2.${side}.r2`)).value, expected.r2, `R² of ${side}`);
  }
});

test.each(wholes)('“$query”: means carry s / √n', async (sample) => {
  for (const [side, of] of Object.entries(sides)) {
    const { error } = await oneRow(
      `SELECT stddev_samp(co2_kg) / sqrt(count(*)) AS error FROM ${modelsOf(sample)} WHERE ${of}`,
    );
    expectReach(await statistic(sample, `co2.${side}.mean`), error, side);
  }
});

test('the two sides make up all models', async () => {
  for (const sample of wholes) {
    const value = async (id: string) => (await statistic(sample, id)).value!;
    expect((await value('models.official')) + (await value('models.community'))).toBe(
      await value('models.count'),
    );
  }
});
