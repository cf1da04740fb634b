import { expect, test } from 'vitest';
import { estimatesOf } from '../report.ts';
import { requiredIds } from './required-ids.ts';

const prepared = 'preparation=prepared';
const overRuns = /^(noise|format|moe)\./;

test('the known counts of both preparations', async () => {
  const known = {
    'models.count': [4494, 4523],
    'size.large.count': [195, 193],
    'moe.flagged': [76, 76],
    'moe.architecture': [109, 109],
    'moe.both': [69, 69],
    'runs.count': [4576, 4576],
    'noise.models': [79, 79],
    'pairs.count': [656, 661],
  };
  const [ours, seeds] = [await estimatesOf(''), await estimatesOf(prepared)];
  const found = Object.keys(known).map((id) => [id, [ours[id]!.value, seeds[id]!.value]]);
  expect(Object.fromEntries(found)).toEqual(known);
  expect([seeds['size.small.count']!.value, seeds['size.medium.count']!.value]).toEqual([3039, 1291]);
});

test('what is over all runs is the same under both', async () => {
  const [ours, seeds] = [await estimatesOf(''), await estimatesOf(prepared)];
  const ids = requiredIds.filter((id) => overRuns.test(id));
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id) => JSON.stringify(ours[id]) !== JSON.stringify(seeds[id]))).toEqual([]);
});

test('what is over models differs, but for what happens to agree', async () => {
  const [ours, seeds] = [await estimatesOf(''), await estimatesOf(prepared)];
  const ids = requiredIds.filter((id) => !overRuns.test(id));
  const equal = ids.filter((id) => ours[id]!.value === seeds[id]!.value);
  expect(
    equal.filter((id) => !/\.count$|^score\.(?:moe|official)\.median$|^pairs\.math\.median$/.test(id)),
  ).toEqual([]);
});

test('the review finds more MoE than the flag left in the notebook’s preparation', async () => {
  const [ours, seeds] = [await estimatesOf(''), await estimatesOf(prepared)];
  expect(ours['models.moe']!.value).toBe(ours['moe.reviewed']!.value);
  expect(seeds['models.moe']!.value!).toBeLessThanOrEqual(76);
  expect(ours['models.moe']!.value!).toBeGreaterThan(seeds['models.moe']!.value!);
});

test('answers do not depend on the slices asked before', async () => {
  const first = await estimatesOf('');
  await estimatesOf('size=40-&preparation=prepared');
  // The parameter is no field, so this is the whole table again and not the answer kept from before.
  expect(await estimatesOf('again=1')).toEqual(first);
});
