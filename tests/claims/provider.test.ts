import { describe, expect, test } from 'vitest';
import { judge, type Answer } from '../../src/claims/claim.ts';
import type { Estimates } from '../../src/statistics/answer.ts';
import { bare, between, claimOf, together } from './made.ts';

const verdict = (id: string, estimates: Estimates): Answer => judge(claimOf(id), estimates).answer;

describe('community beats official: three measures, between groups and between pairs', () => {
  const measures = ['score', 'points_per_kg', 'score_per_b'];
  const groups = (apart: boolean): Estimates =>
    together(
      ...measures.flatMap((measure) =>
        ['mean', 'median'].map((average) => ({
          [`${measure}.official.${average}`]: between(1, 2),
          [`${measure}.community.${average}`]: apart ? between(3, 4) : between(2, 4),
        })),
      ),
    );
  const pairs = (score: boolean, carbon: boolean, parameters: boolean): Estimates => ({
    'pairs.community_child.average.mean': score ? between(0.1, 2) : between(-0.1, 2),
    'pairs.community_child.points_per_kg_fold': carbon ? between(1.1, 2) : between(0.9, 2),
    'pairs.community_child.score_fold': parameters ? between(1.1, 2) : between(0.9, 2),
  });
  const say = (...parts: Estimates[]) => verdict('community-beats-official', together(...parts));

  test('holds when all three pass both tests', () => {
    expect(say(groups(true), pairs(true, true, true))).toBe('holds');
  });
  test('is qualified when one or two do', () => {
    expect(say(groups(true), pairs(false, true, false))).toBe('qualified');
    expect(say(groups(true), pairs(true, false, true))).toBe('qualified');
  });
  test('fails when pairs do not bear it out, or groups do not', () => {
    expect(say(groups(true), pairs(false, false, false))).toBe('fails');
    expect(say(groups(false), pairs(true, true, true))).toBe('fails');
  });
  test('a measure whose means alone are apart does not pass', () => {
    const touching = together(
      ...measures.map((measure) => ({ [`${measure}.community.median`]: between(2, 4) })),
    );
    expect(say(groups(true), touching, pairs(true, true, true))).toBe('fails');
  });
});

describe('the list says no type', () => {
  const say = (share: [number, number], pretrained: number) =>
    verdict('list-says-no-type', {
      'provider.official.tuned_share': between(...share),
      'provider.community.tuned_share': between(0.9, 1),
      'provider.community.pretrained.count': bare(pretrained),
    });
  test('needs both sides to be mixed', () => {
    expect(say([0.55, 0.7], 5)).toBe('holds');
    expect(say([0.45, 0.7], 5)).toBe('qualified');
    expect(say([0.55, 0.7], 0)).toBe('qualified');
    expect(say([0, 0.1], 0)).toBe('fails');
  });
});

test('tuning raises the average: over pairs and over bases', () => {
  const say = (pairs: [number, number], bases: [number, number]) =>
    verdict('tuning-raises-average', {
      'pairs.average.mean': between(...pairs),
      'pairs.average.by_base.mean': between(...bases),
      'pairs.average.share_up': between(0.5, 0.6),
    });
  expect(say([0.1, 2], [0.1, 2])).toBe('holds');
  expect(say([0.1, 2], [0, 2])).toBe('qualified');
  expect(say([0, 2], [0.1, 2])).toBe('fails');
});

test('a chat base gains nothing: both means exclude a gain of one point', () => {
  const say = (pairs: [number, number], bases: [number, number]) =>
    verdict('chat-base-gains-nothing', {
      'pairs.chat_base.average.mean': between(...pairs),
      'pairs.chat_base.average.by_base.mean': between(...bases),
      'pairs.chat_base.average.share_up': between(0.2, 0.4),
    });
  expect(say([-5, 0.9], [-3, 0.5])).toBe('holds');
  expect(say([-5, 1], [-3, 0.5])).toBe('qualified');
  expect(say([-0.5, 0.9], [-3, 0.5])).toBe('qualified');
  expect(say([-5, 0.9], [0.1, 0.5])).toBe('fails');
});

test('the gain goes with the format: intervals apart', () => {
  const say = (same: [number, number], changed: [number, number]) =>
    verdict('gain-goes-with-format', {
      'pairs.same_format.average.mean': between(...same),
      'pairs.chat_format_child.average.mean': between(...changed),
      'pairs.same_format.count': bare(50),
      'pairs.chat_format_child.count': bare(50),
    });
  expect(say([-1, 1], [2, 4])).toBe('holds');
  expect(say([-1, 2], [2, 4])).toBe('qualified');
  expect(say([2, 4], [-1, 1])).toBe('fails');
});

test('community children gain no more: the lead of official ones excludes minus one point', () => {
  const say = (low: number, high: number) =>
    verdict('community-gains-no-more', {
      'pairs.official_lead': between(low, high),
      'pairs.official_child.average.mean': between(0, 1),
      'pairs.community_child.average.mean': between(0, 1),
    });
  expect(say(-0.9, 3)).toBe('holds');
  expect(say(-1, 3)).toBe('qualified');
  expect(say(-4, 0)).toBe('qualified');
  expect(say(-4, -0.1)).toBe('fails');
});

test('IFEval carries the gain: its part is there and the larger one', () => {
  const say = (part: [number, number], lead: [number, number]) =>
    verdict('ifeval-carries-gain', {
      'pairs.ifeval.part': between(...part),
      'pairs.ifeval.lead': between(...lead),
      'pairs.rest.part': between(-1, 0),
    });
  expect(say([0.1, 2], [0.1, 3])).toBe('holds');
  expect(say([-0.1, 2], [0.1, 3])).toBe('qualified');
  expect(say([0.1, 2], [-3, 1])).toBe('fails');
});

test('knowledge does not rise: no interval reaches one point', () => {
  const say = (low: number, high: number) =>
    verdict('knowledge-does-not-rise', {
      'pairs.bbh.mean': between(-1, 0.5),
      'pairs.gpqa.mean': between(-1, 0.5),
      'pairs.musr.mean': between(-1, 0),
      'pairs.mmlu_pro.mean': between(low, high),
    });
  expect(say(-3, 0.99)).toBe('holds');
  expect(say(-3, 1)).toBe('qualified');
  expect(say(0.1, 1)).toBe('fails');
});

test('MMLU-Pro falls more often than it rises', () => {
  const say = (drop: [number, number], rise: [number, number]) =>
    verdict('mmlu-pro-falls', {
      'tradeoff.all.mmlu_pro.drop': between(...drop),
      'tradeoff.all.mmlu_pro.rise': between(...rise),
    });
  expect(say([0.4, 0.7], [0.1, 0.3])).toBe('holds');
  expect(say([0.3, 0.7], [0.1, 0.3])).toBe('qualified');
  expect(say([0.1, 0.3], [0.4, 0.7])).toBe('fails');
});
