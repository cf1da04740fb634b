import { describe, expect, test } from 'vitest';
import { judge, type Claim } from '../../src/claims/claim.ts';
import { bare, between } from './made.ts';

const claim: Claim = {
  id: 'official-above-community',
  by: 'report',
  sentence: 'Official models score higher.',
  test: 'The means, intervals apart.',
  figure: 'score-by-size-and-provider',
  statistics: ['score.official.mean', 'score.community.mean'],
  judge: (of) => (of('score.community.mean').high < of('score.official.mean').low ? 'holds' : 'fails'),
  evidence: 'Official {score.official.mean interval}, community {score.community.mean}.',
};
const official = 'score.official.mean';
const community = 'score.community.mean';

test('the verdict of the claim, with its numbers written in', () => {
  expect(judge(claim, { [official]: between(30, 31), [community]: between(20, 21) })).toEqual({
    answer: 'holds',
    evidence: 'Official 30.5 (30.0 to 31.0), community 20.5.',
    estimated: true,
  });
});

describe('an interval that the test needs and that is not there is said, and never taken for 0', () => {
  test.each([
    ['on one side', { [official]: bare(30), [community]: between(20, 21) }, official],
    ['on the other', { [official]: between(30, 31), [community]: bare(20) }, community],
  ])('%s', (_, estimates, missing) => {
    const { answer, evidence, missing: found } = judge(claim, estimates);
    expect([answer, found]).toEqual(['few', missing]);
    expect(evidence).toMatch(/The test needs an interval of “.+”, and there is none here\.$/);
  });

  test('a value alone needs none', () => {
    const byValue: Claim = { ...claim, judge: (of) => (of(official).value > 0 ? 'holds' : 'fails') };
    const judged = judge(byValue, { [official]: bare(30), [community]: bare(20) });
    expect([judged.answer, judged.missing, judged.estimated]).toEqual(['holds', undefined, false]);
  });
});

describe('too few values for any of its statistics leave no verdict', () => {
  test.each([
    ['no value', { value: null, n: 0, low: null, high: null }],
    ['nine values', { ...between(30, 31), n: 9 }],
  ])('%s', (_, estimate) => {
    expect(judge(claim, { [official]: estimate, [community]: between(20, 21) })).toEqual({
      answer: 'few',
      evidence: 'Official too few, community 20.5.',
      estimated: false,
    });
  });

  test('ten values are enough', () => {
    const ten = { ...between(30, 31), n: 10 };
    expect(judge(claim, { [official]: ten, [community]: between(20, 21) }).answer).toBe('holds');
  });
});

describe('a claim that does not fit its statistics is an error', () => {
  const estimates = { [official]: between(30, 31), [community]: between(20, 21) };

  test('a statistic that is not there', () => {
    expect(() => judge(claim, { [official]: between(30, 31) })).toThrow(
      'claim official-above-community needs the statistic score.community.mean, which is not there',
    );
    const typo = { ...claim, statistics: [...claim.statistics, 'score.oficial.mean'] };
    expect(() => judge(typo, { ...estimates, 'score.oficial.mean': between(1, 2) })).toThrow(
      'needs the statistic score.oficial.mean, which is not there',
    );
  });

  test('evidence that names another statistic', () => {
    expect(() => judge({ ...claim, evidence: '{score.moe.mean}' }, estimates)).toThrow(
      'the evidence of claim official-above-community names score.moe.mean, which is none of its statistics',
    );
  });

  test('a test of another statistic', () => {
    const other: Claim = { ...claim, judge: (of) => (of('score.moe.mean').value > 0 ? 'holds' : 'fails') };
    expect(() => judge(other, estimates)).toThrow(
      'claim official-above-community judges score.moe.mean, which is none of its statistics',
    );
  });
});
