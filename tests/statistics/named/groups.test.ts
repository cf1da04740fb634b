import { expect, test } from 'vitest';
import { oneRow } from '../../report.ts';
import { expectAggregates, expectReach, modelsOf, samples, statistic, wholes } from './samples.ts';

const groups = {
  official: 'official_provider',
  community: 'NOT official_provider',
  moe: 'moe',
  dense: 'NOT moe',
};
const classes = {
  small: 'parameters_b > 0 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};

const centres = Object.entries(groups).flatMap(([group, of]) => [
  [`score.${group}.mean`, { value: 'avg(average)', of }] as const,
  [`score.${group}.median`, { value: 'quantile_cont(average, 0.5)', of }] as const,
]);
const bySize = ['official', 'community'].flatMap((group) =>
  Object.entries(classes).map(([size, inside]) => {
    const of = `${groups[group as 'official' | 'community']} AND ${inside}`;
    return [`score.${group}.${size}.mean`, { value: 'avg(average)', of }] as const;
  }),
);

test.each(samples)('“$query”: average score by provider, size and MoE', async (sample) => {
  await expectAggregates(sample, Object.fromEntries([...centres, ...bySize]));
});

test.each(wholes)('“$query”: independent, a mean would carry s / √n', async (sample) => {
  for (const [group, of] of Object.entries(groups)) {
    const { error } = await oneRow(
      `SELECT stddev_samp(average) / sqrt(count(*)) AS error FROM ${modelsOf(sample)} WHERE ${of}`,
    );
    expectReach(await statistic(sample, `score.${group}.mean`), error, group);
  }
});

test.each(wholes)(
  '“$query”: independent, a median would lie about .98 √n ranks inside its interval',
  async (sample) => {
    for (const [group, of] of Object.entries(groups)) {
      const { independent, n } = await statistic(sample, `score.${group}.median`);
      const { low, high } = independent!;
      const { below, above } = await oneRow(
        `SELECT CAST(count(*) FILTER (average < ${low}) AS INTEGER) AS below, CAST(count(*) FILTER (average > ${high}) AS INTEGER) AS above FROM ${modelsOf(sample)} WHERE ${of}`,
      );
      const ranks = n / 2 - 0.98 * Math.sqrt(n);
      expect(Math.abs(Number(below) - ranks), group).toBeLessThan(2);
      expect(Math.abs(Number(above) - ranks), group).toBeLessThan(2);
    }
  },
);
