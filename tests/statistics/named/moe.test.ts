import { expect, test } from 'vitest';
import { facts, oneRow } from '../../report.ts';
import { runsOf, samples, statistic, wholes } from './samples.ts';

const routed = /Mixtral|[Mm]oe|Deepseek|Dbrx|Jamba|Aria|SwitchTransformers/;

test.each(samples)('“$query”: three ways to find MoE', async (sample) => {
  const runs = await runsOf(sample);
  const flagged = runs.filter(({ moe }) => moe === 'true');
  const architecture = runs.filter(({ architecture }) => routed.test(architecture!));
  const { reviewed } = await oneRow(
    `SELECT CAST(count(*) AS INTEGER) AS reviewed FROM reviewed WHERE moe AND ${sample.where ?? 'true'}`,
  );
  const value = async (id: string) => (await statistic(sample, id)).value;
  expect(await value('runs.count')).toBe(runs.length);
  expect(await value('moe.flagged')).toBe(flagged.length);
  expect(await value('moe.architecture')).toBe(architecture.length);
  expect(await value('moe.both')).toBe(flagged.filter((run) => architecture.includes(run)).length);
  expect(await value('moe.reviewed')).toBe(reviewed);
});

test.each(wholes)('“$query”: the flag marks 76 runs, the architecture 109, both 69', async (sample) => {
  const values = await Promise.all(
    ['moe.flagged', 'moe.architecture', 'moe.both'].map(async (id) => (await statistic(sample, id)).value),
  );
  expect(values).toEqual([76, 109, 69]);
});

test.each(wholes)('“$query”: on review the MoE are those of moe.csv', async (sample) => {
  const lines = facts('moe').filter(({ moe }) => moe === 'true');
  expect((await statistic(sample, 'moe.reviewed')).value).toBe(lines.length);
});
