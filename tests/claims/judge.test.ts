import { describe, expect, test } from 'vitest';
import { judge, wordsOf, type Claim } from '../../src/claims/claim.ts';
import { claims } from '../../src/claims/claims.ts';
import { parseSlice } from '../../src/slice/slice.ts';
import { claimOf, answerTo, bare, between } from './made.ts';

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

test.each([
  [0, '0 models stand'],
  [1, '1 model stands'],
  [2, '2 models stand'],
  [1001, '1,001 models stand'],
])('a count of %i agrees with its words', (n, words) => {
  const counted: Claim = {
    ...claim,
    statistics: ['models.count'],
    judge: () => 'holds',
    evidence: 'So {models.count|model stands|models stand}.',
  };
  expect(judge(counted, { 'models.count': { ...bare(n), n: 1 } }).evidence).toBe(`So ${words}.`);
});

test('no number of the ledger stands before a plural that a 1 would not have', () => {
  const plural =
    /\{[^}|]+\.(count|models|groups|steps|comparisons|same_commit)\} (?:\w+ )?(models|runs|pairs|groups|steps|results|labels)\b/;
  expect(claims.filter(({ evidence }) => plural.test(evidence)).map(({ id }) => id)).toEqual([]);
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

describe('a test of counts takes ten of what it looks through', () => {
  const runs = (flagged: number, architecture: number, both: number) => ({
    'moe.flagged': bare(flagged),
    'moe.architecture': bare(architecture),
    'moe.both': bare(both),
  });
  test.each([
    ['one run with a flag', runs(1, 0, 0), 'few'],
    ['none at all', runs(0, 0, 0), 'few'],
    ['nine runs, four with the flag, six with the architecture', runs(4, 6, 1), 'few'],
    ['ten', runs(4, 7, 1), 'holds'],
    ['ten that have both', runs(10, 10, 10), 'fails'],
  ])('%s', (_, given, answer) => expect(answerTo('moe-flag-misleads', given)).toBe(answer));

  test('and says how many there are', () => {
    const claim = claimOf('moe-flag-misleads');
    const { evidence } = judge(claim, { ...runs(1, 1, 1), 'moe.reviewed': bare(1) });
    expect(evidence).toMatch(/The test takes 10 runs .+, and here is 1\.$/);
  });

  test.each([
    [9, 'few'],
    [10, 'holds'],
  ])('%i steps of a ladder', (steps, answer) =>
    expect(
      answerTo('next-size-can-lose', {
        'ladders.steps': bare(steps),
        'ladders.benchmark_falls.corrected': bare(1),
      }),
    ).toBe(answer),
  );

  test.each([
    [1, 'few'],
    [10, 'fails'],
  ])('the models of one organisation, %i of them', (n, answer) =>
    expect(answerTo('submissions-not-concentrated', { 'orgs.hhi': { ...bare(1), n } })).toBe(answer),
  );
});

describe('a slice that settles what a claim compares gives no verdict', () => {
  const byType: Claim = { ...claim, fixedBy: ['Type'] };
  const given = { [official]: between(30, 31), [community]: between(20, 21) };
  const judged = (query: string) => judge(byType, given, parseSlice(new URLSearchParams(query)).slice);

  test.each(['type=continued', 'type=pretrained,chat', 'size=-9&type=chat'])('%s', (query) => {
    expect(judged(query)).toMatchObject({ answer: 'few', fixed: 'Type' });
    expect(judged(query).evidence).toMatch(
      /A choice by type settles what the claim compares, and cannot judge it\.$/,
    );
    expect(wordsOf(judged(query))).toBe('Not judged in such a slice');
  });

  test.each(['', 'size=-9', 'family=phi', 'preparation=prepared'])('“%s” does', (query) => {
    expect(judged(query)).toEqual(judge(claim, given));
    expect(wordsOf(judged(query))).toBe('Holds');
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
