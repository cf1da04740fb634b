import { expect, test } from 'vitest';
import { expectAggregates, samples, statistic, wholes } from './samples.ts';

test.each(samples)('“$query” counts its models', async (sample) => {
  await expectAggregates(sample, {
    'models.count': { value: 'count(*)', of: 'true' },
    'models.moe': { value: 'count(*)', of: 'moe' },
    'models.official': { value: 'count(*)', of: 'official_provider' },
    'size.small.count': { value: 'count(*)', of: 'parameters_b > 0 AND parameters_b <= 9' },
    'size.medium.count': { value: 'count(*)', of: 'parameters_b > 9 AND parameters_b <= 40' },
    'size.large.count': { value: 'count(*)', of: 'parameters_b > 40' },
    'size.over_1b.count': { value: 'count(*)', of: 'parameters_b > 1' },
  });
});

test.each(samples)('“$query” counts its models with a caution', async (sample) => {
  await expectAggregates(sample, {
    'cautions.count': { value: 'count(*)', of: 'caution IS NOT NULL' },
    'cautions.partial_run.count': { value: 'count(*)', of: `caution = 'partial-run'` },
    'cautions.flagged.count': { value: 'count(*)', of: `caution = 'flagged'` },
    'cautions.off_plane.count': { value: 'count(*)', of: `caution = 'off-plane'` },
  });
});

test.each(wholes)('the size classes of “$query” add up to its models', async (sample) => {
  const value = async (id: string) => (await statistic(sample, id)).value!;
  const classes = await Promise.all(['small', 'medium', 'large'].map((size) => value(`size.${size}.count`)));
  expect(classes.reduce((sum, count) => sum + count)).toBe(await value('models.count'));
});
