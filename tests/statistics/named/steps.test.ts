import { expect, test } from 'vitest';
import { preparations } from '../../../src/dataset/preparations.ts';
import { report } from '../../report.ts';
import { runsOf, samples, statistic, wholes } from './samples.ts';

test.each(samples)('“$query”: rows of its runs that each step leaves', async (sample) => {
  const kept = new Set((await runsOf(sample)).map(({ row }) => Number(row)));
  const engine = await report();
  for (const { id, steps } of Object.values(preparations))
    for (const [index, step] of steps.entries()) {
      const left = await engine.query(
        `SELECT row FROM run_steps WHERE preparation = '${id}' AND position = ${index + 1}`,
      );
      const expected = left.filter(({ row }) => kept.has(Number(row))).length;
      expect((await statistic(sample, `steps.${id}.${step.id}`)).value, step.id).toBe(expected);
    }
});

test.each(wholes)('“$query”: the check values of both preparations', async (sample) => {
  const value = async (id: string) => (await statistic(sample, id)).value;
  expect(await value('steps.prepared.round')).toBe(4576);
  expect(await value('steps.prepared.first-of-duplicates')).toBe(4529);
  expect(await value('steps.prepared.positive-sizes')).toBe(4523);
  expect(await value('steps.reviewed.newest-run')).toBe(4494);
});
