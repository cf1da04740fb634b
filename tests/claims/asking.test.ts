import { expect, test } from 'vitest';
import { judge, type Answer } from '../../src/claims/claim.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { bare, between, claimOf } from './made.ts';

const claim = claimOf('asking-moves-score');
const means = claim.statistics.filter((id) => id.endsWith('.mean'));

test('the claim is judged on four means', () => {
  expect(means.toSorted()).toEqual([
    'format.all.average.mean',
    'format.all.ifeval.mean',
    'format.average.mean',
    'format.ifeval.mean',
  ]);
});

test.each<[string, Estimate, Answer]>([
  ['interval above zero', between(0.1, 8), 'holds'],
  ['interval from zero', between(0, 8), 'qualified'],
  ['interval across zero, value above', between(-1, 8), 'qualified'],
  ['value at zero', between(-1, 1), 'fails'],
  ['interval below', between(-8, -1), 'fails'],
  ['no interval', bare(4), 'few'],
  ['too few', { ...between(1, 8), n: 9 }, 'few'],
])('%s', (_, estimate, answer) => {
  const others = Object.fromEntries(claim.statistics.map((id) => [id, between(1, 2)]));
  for (const id of means) expect(judge(claim, { ...others, [id]: estimate }).answer, id).toBe(answer);
});
