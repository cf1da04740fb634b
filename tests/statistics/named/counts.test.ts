import { expect, test } from 'vitest';
import { facts, report } from '../../report.ts';
import { expectAggregates, modelsOf, samples, statistic, wholes } from './samples.ts';

test.each(samples)('“$query” counts its models', async (sample) => {
  await expectAggregates(sample, {
    'models.count': { value: 'count(*)', of: 'true' },
    'models.moe': { value: 'count(*)', of: 'moe' },
    'models.official': { value: 'count(*)', of: 'official_provider' },
    'size.small.count': { value: 'count(*)', of: 'parameters_b > 0 AND parameters_b <= 9' },
    'size.medium.count': { value: 'count(*)', of: 'parameters_b > 9 AND parameters_b <= 40' },
    'size.large.count': { value: 'count(*)', of: 'parameters_b > 40' },
    'size.over_1b.count': { value: 'count(*)', of: 'parameters_b > 1' },
    'models.copies': { value: 'count(copy_of)', of: 'copy_of IS NOT NULL' },
  });
});

test.each(samples)('“$query” counts its lineages', async (sample) => {
  // An assumed lineage is an architecture and a size, or the first model of these.
  const assumed = facts('identity').filter(({ method }) => method === 'assumed');
  const repositories = new Set(assumed.map(({ identity }) => identity));
  const models = await (await report()).query(`SELECT identity, lineage FROM ${modelsOf(sample)}`);
  const lineages = new Set(models.map(({ lineage }) => lineage));
  expect((await statistic(sample, 'models.lineages')).value).toBe(lineages.size);
  const found = models.filter(({ identity }) => repositories.has(String(identity))).length;
  expect((await statistic(sample, 'models.lineage_assumed')).value).toBe(found);
});

test.each(samples)('“$query” counts its models with a caution', async (sample) => {
  await expectAggregates(sample, {
    'cautions.count': { value: 'count(*)', of: 'caution IS NOT NULL' },
    'cautions.partial_run.count': { value: 'count(*)', of: `caution = 'partial-run'` },
    'cautions.flagged.count': { value: 'count(*)', of: `caution = 'flagged'` },
    'cautions.below_children.count': { value: 'count(*)', of: `caution = 'below-children'` },
    'cautions.off_plane.count': { value: 'count(*)', of: `caution = 'off-plane'` },
  });
});

test.each(wholes)('the size classes of “$query” add up to its models', async (sample) => {
  const value = async (id: string) => (await statistic(sample, id)).value!;
  const classes = await Promise.all(['small', 'medium', 'large'].map((size) => value(`size.${size}.count`)));
  expect(classes.reduce((sum, count) => sum + count)).toBe(await value('models.count'));
});
