import { describe, expect, test } from 'vitest';
import { judge, type Answer } from '../../src/claims/claim.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { bare, between, claimOf, together } from './made.ts';

/** The answer to a claim where every statistic that is not given lies from 1 to 2. */
const answer = (id: string, given: Readonly<Record<string, Estimate>>): Answer => {
  const others = claimOf(id).statistics.map((name) => [name, between(1, 2)] as const);
  return judge(claimOf(id), together(Object.fromEntries(others), given)).answer;
};

describe('carbon has no outliers: in no class more than a normal distribution has', () => {
  const say = (small: Estimate, medium: Estimate, large: Estimate) =>
    answer('carbon-has-no-outliers', {
      'co2_per_b.small.outliers.share': small,
      'co2_per_b.medium.outliers.share': medium,
      'co2_per_b.large.outliers.share': large,
    });
  const none = between(0, 0.005);
  test.each<[string, Estimate, Answer]>([
    ['as few in every class', none, 'holds'],
    ['more in one, not with its interval', between(0.005, 0.02), 'qualified'],
    ['more in one, with its interval', between(0.008, 0.02), 'fails'],
    ['too few in one', { ...none, n: 9 }, 'few'],
  ])('%s', (_, one, expected) => {
    expect(say(one, none, none)).toBe(expected);
    expect(say(none, one, none)).toBe(expected);
    expect(say(none, none, one)).toBe(expected);
  });
});

describe('carbon bends: below one up to 9 B, above one beyond', () => {
  test.each<[string, Estimate, Estimate, Answer]>([
    ['both with their intervals', between(0.1, 0.9), between(1.1, 1.3), 'holds'],
    ['the first touches one', between(0.1, 1), between(1.1, 1.3), 'qualified'],
    ['the second touches one', between(0.1, 0.9), between(1, 1.3), 'qualified'],
    ['the second is below', between(0.1, 0.9), between(0.5, 1.3), 'fails'],
    ['the first is above', between(0.9, 1.3), between(1.1, 1.3), 'fails'],
    ['no interval', bare(0.5), between(1.1, 1.3), 'few'],
  ])('%s', (_, small, over, expected) => {
    expect(answer('carbon-bends', { 'co2.elasticity.small': small, 'co2.elasticity.over_9b': over })).toBe(
      expected,
    );
  });
});

describe.each<[string, string, number, boolean]>([
  ['carbon-halved', 'co2.break.fold', 1.5, true],
  ['moe-beats-active-size', 'moe.gap.active.mean', 0, true],
  ['moe-carbon-exceeds-active', 'moe.co2_fold.active', 1, true],
  ['moe-below-total-size', 'moe.gap.total.mean', 0, false],
])('%s compares %s with %d', (id, statistic, bound, above) => {
  const side = above ? 1 : -1;
  const at = (near: number, far: number) =>
    between(bound + Math.min(side * near, side * far), bound + Math.max(side * near, side * far));
  test.each<[string, Estimate, Answer]>([
    ['interval beyond', at(0.01, 2), 'holds'],
    ['interval from it', at(0, 2), 'qualified'],
    ['interval across, value beyond', at(-1, 2), 'qualified'],
    ['value at it', at(-1, 1), 'fails'],
    ['interval on the other side', at(-2, -0.01), 'fails'],
    ['no interval', bare(bound + side), 'few'],
    ['too few', { ...at(1, 2), n: 9 }, 'few'],
  ])('%s', (_, estimate, expected) => {
    expect(answer(id, { [statistic]: estimate })).toBe(expected);
  });
});

test.each<[number, number, Answer]>([
  [19, 274, 'holds'],
  [10, 20, 'holds'],
  [10, 19, 'qualified'],
  [10, 10, 'fails'],
])('the frontier: %d members, %d within noise', (members, near, expected) => {
  const given = {
    'carbon_frontier.count': bare(members),
    'carbon_frontier.within_noise.count': bare(near),
  };
  expect(answer('carbon-frontier-unsettled', given)).toBe(expected);
  const few = { 'carbon_frontier.within_noise.share': { ...between(0, 1), n: 9 } };
  expect(answer('carbon-frontier-unsettled', { ...given, ...few })).toBe('few');
});

test.each<[string, Estimate, Answer]>([
  ['known for nearly all', between(0.94, 1), 'fails'],
  ['nine in ten not excluded', between(0.9, 1), 'qualified'],
  ['known for more than half', between(0.4, 0.7), 'qualified'],
  ['known for half', between(0.4, 0.6), 'holds'],
  ['known for none', between(0, 0), 'holds'],
])('MoE cannot be judged: %s', (_, share, expected) => {
  expect(answer('moe-cannot-be-judged', { 'moe.active_known.share': share })).toBe(expected);
});

test.each<[string, [Estimate, Estimate, Estimate], Answer]>([
  ['all three overlap', [between(1, 3), between(1, 3), between(1, 3)], 'holds'],
  ['they touch', [between(0, 2), between(0, 2), between(0, 2)], 'holds'],
  ['one overlaps', [between(1, 3), between(5, 6), between(0, 1)], 'qualified'],
  ['none does', [between(5, 6), between(5, 6), between(0, 1)], 'fails'],
])('MoE on a par with fine-tuned: %s', (_, [mean, median, pooled], expected) => {
  const community = between(2, 4);
  expect(
    answer('moe-on-par-with-fine-tuned', {
      'score_per_kg.moe.mean': mean,
      'score_per_kg.moe.median': median,
      'score_per_kg.moe.pooled': pooled,
      'score_per_kg.community.mean': community,
      'score_per_kg.community.median': community,
      'score_per_kg.community.pooled': community,
    }),
  ).toBe(expected);
});
