import { describe, expect, test } from 'vitest';
import { dataAnalyses, textOf } from '../../src/choices/analyses.ts';
import {
  analysesOf,
  fragileBelow,
  isFragile,
  judgeAnalyses,
  mostAnalyses,
  statisticsOf,
  touching,
  type AnswersByAnalysis,
} from '../../src/claims/analyses.ts';
import { twinOf, type Answers } from '../../src/statistics/estimate-choices.ts';
import { above, type Claim } from '../../src/claims/claim.ts';
import { claims } from '../../src/claims/claims.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { between, bare } from './made.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';

const slope = 'scaling.points_per_doubling';
const gap = 'moe.gap.total.mean';

const claimOn = (...statistics: string[]): Claim => ({
  id: 'made',
  by: 'report',
  sentence: 'It is above zero.',
  test: 'It is above zero.',
  figure: 'score-by-size',
  statistics,
  judge: (of) => above(of(statistics[0]!), 0),
  evidence: '',
});

/** Answers of all analyses of data: as given by what the text of an analysis holds, else the usual ones. */
function answersOf(
  usual: Readonly<Record<string, Estimate>>,
  others: Readonly<Record<string, Readonly<Record<string, Estimate>>>> = {},
): AnswersByAnalysis {
  const answer = (text: string): Answers => {
    const parts = Object.entries(others).flatMap(([part, of]) =>
      text.split('&').includes(part) ? [of] : [],
    );
    const estimates = Object.assign({}, usual, ...parts) as Record<string, Estimate>;
    return { usual: estimates, byOrganisation: estimates };
  };
  return Object.fromEntries(dataAnalyses.map(textOf).map((text) => [text, answer(text)]));
}

describe('a claim that one choice turns', () => {
  const claim = claimOn(slope);
  const answers = answersOf({ [slope]: between(1, 3) }, { 'hub=yes': { [slope]: between(-1, 3) } });
  const robust = judgeAnalyses(claim, answers);

  test('is judged under the choice that moves what it reads, and no other', () => {
    expect([...touching(claim, answers)]).toEqual([['hub', ['yes']]]);
    expect(robust.judged).toEqual([
      { analysis: {}, answer: 'holds' },
      { analysis: { hub: 'yes' }, answer: 'open' },
    ]);
  });

  test('has its verdicts counted, and says what turns it', () => {
    expect(robust).toMatchObject({ few: 0, holds: 1, fails: 0, open: 1, same: 1 });
    expect(robust.turning).toEqual([{ choice: 'hub', option: 'yes', turned: 1, of: 1 }]);
  });
});

test('two choices that move it are also made at once, and each is held against the same without it', () => {
  const robust = judgeAnalyses(
    claimOn(slope),
    answersOf(
      { [slope]: between(1, 3) },
      { 'caution=none': { [slope]: between(1, 4) }, 'hub=yes': { [slope]: between(-3, -1) } },
    ),
  );
  expect(robust.judged.map(({ analysis, answer }) => [textOf(analysis), answer])).toEqual([
    ['', 'holds'],
    ['caution=none', 'holds'],
    ['hub=yes', 'fails'],
    ['caution=none&hub=yes', 'fails'],
  ]);
  expect(robust.turning).toEqual([{ choice: 'hub', option: 'yes', turned: 2, of: 2 }]);
});

test('what turns it is counted over all analyses with the option, whichever choice turned them', () => {
  // Either choice turns it alone, so that one of three analyses with each has nothing left to turn.
  const { same, turning } = judgeAnalyses(
    claimOn(slope),
    answersOf(
      { [slope]: between(1, 3) },
      { 'caution=none': { [slope]: between(-1, 4) }, 'hub=yes': { [slope]: between(-2, 2) } },
    ),
  );
  expect(same).toBe(1);
  expect(turning).toEqual([
    { choice: 'caution', option: 'none', turned: 2, of: 2 },
    { choice: 'hub', option: 'yes', turned: 2, of: 2 },
  ]);
});

test('an option beside one that turns it does not turn it', () => {
  const { turning } = judgeAnalyses(
    claimOn(slope),
    answersOf(
      { [slope]: between(1, 3) },
      { 'caution=none': { [slope]: between(1, 4) }, 'hub=yes': { [slope]: between(-2, 2) } },
    ),
  );
  expect(turning.map(({ choice }) => choice)).toEqual(['hub']);
});

test('intervals: of independent models and by organisation, where they are others', () => {
  const clustered = { ...between(-1, 3), independent: { low: 0.5, high: 1.5 } };
  const usual = answersOf({ [slope]: clustered });
  const answers = Object.fromEntries(
    Object.entries(usual).map(([text, answer]) => [
      text,
      { ...answer, byOrganisation: { [slope]: { ...clustered, low: -2, high: 4 } } },
    ]),
  );
  expect(
    judgeAnalyses(claimOn(slope), answers).judged.map(({ analysis, answer }) => [textOf(analysis), answer]),
  ).toEqual([
    ['', 'open'],
    ['intervals=independent', 'holds'],
    ['intervals=organisation', 'open'],
  ]);
});

describe('averages and peers', () => {
  test('a statistic gives way to its twin, and stays where it has none', () => {
    expect(twinOf('co2_per_b.small.mean', { averages: 'pooled' })).toBe('co2_per_b.small.pooled');
    expect(twinOf(gap, { averages: 'median' })).toBe('moe.gap.total.median');
    expect(twinOf(gap, { averages: 'pooled' })).toBe(gap);
    expect(twinOf(gap, { peers: 'wide' })).toBe('moe.gap.total.wide.mean');
    expect(twinOf(slope, { averages: 'median', peers: 'wide' })).toBe(slope);
  });

  test('analyses that read the same statistics are one', () => {
    const claim = claimOn(gap);
    const estimates = Object.fromEntries(statisticsOf(claim).map((id, index) => [id, between(1, 3 + index)]));
    const texts = analysesOf(claim, answersOf(estimates)).map(textOf);
    // The median has no twin for other peers, so that with them only the mean is judged.
    expect(texts).toEqual(['', 'averages=median', 'peers=any_age', 'peers=narrow', 'peers=wide']);
  });
});

test('an analysis that leaves too few models is not counted', () => {
  const robust = judgeAnalyses(
    claimOn(slope),
    answersOf(
      { [slope]: between(1, 3) },
      { 'hub=yes': { [slope]: { value: null, n: 4, low: null, high: null } } },
    ),
  );
  expect([robust.judged.length, robust.few]).toEqual([1, 1]);
});

test('a choice that a claim stands beside is not made', () => {
  const claim = { ...claimOn(slope), beside: { hub: 'It is about models that are gone.' } };
  const answers = answersOf({ [slope]: between(1, 3) }, { 'hub=yes': { [slope]: between(-1, 3) } });
  expect(analysesOf(claim, answers)).toEqual([{}]);
});

describe('a choice that keeps models of one value of a column', () => {
  /** Claims whose statistics read the column and do not compare by it. */
  const readsOtherwise: Record<string, readonly string[]> = {
    // It compares kinds of provider, among all models and among those kept.
    on_hub: ['official-better-documented'],
    copy_of: [],
  };

  test.each([
    ['hub', 'on_hub', ['community-models-vanish', 'better-ones-stay']],
    ['copies', 'copy_of', []],
  ])('%s: claims that compare by %s are not judged under it', (id, column, expected) => {
    const reading = claims.filter(({ statistics }) =>
      statistics.some((each) => findStatistic(each)!.family.sql.includes(column)),
    );
    const beside = reading.filter((claim) => claim.beside?.[id] !== undefined).map((claim) => claim.id);
    expect(beside).toEqual(expected);
    const others = reading.map((claim) => claim.id).filter((claim) => !beside.includes(claim));
    expect(others).toEqual(readsOtherwise[column]);
  });
});

test('of many changes at once only as many are made as leave no more than 200 analyses', () => {
  const moved = Object.fromEntries(
    dataAnalyses.map(
      (analysis, index) => [textOf(analysis), { [gap]: between(1, 3 + index / 100) }] as const,
    ),
  );
  const claim = claimOn(gap);
  const all = statisticsOf(claim);
  const answers = Object.fromEntries(
    Object.entries(moved).map(([text, { [gap]: estimate }], table) => {
      const of = (shift: number) =>
        Object.fromEntries(
          all.map((id, index) => [
            id,
            { ...estimate!, high: 4 + table + index + shift, independent: { low: 0.5, high: 9 + table } },
          ]),
        );
      return [text, { usual: of(0), byOrganisation: of(0.5) }];
    }),
  );
  const found = analysesOf(claim, answers);
  expect(found.length).toBeLessThanOrEqual(mostAnalyses);
  const changes = found.map((analysis) => Object.keys(analysis).length);
  expect(Math.max(...changes)).toBe(2);
  // Ten options of data, one twin median, three sorts of peers, two sorts of intervals, each alone.
  expect(changes.filter((count) => count === 1)).toHaveLength(16);
});

test('claims stand beside choices that there are, with a reason', () => {
  const beside = claims.flatMap((claim) => Object.entries(claim.beside ?? {}));
  expect(beside.map(([choice]) => choice)).toEqual(['copies', 'carbon', 'hub', 'hub']);
  for (const [, reason] of beside) expect(reason).toMatch(/^The claim .*\.$/);
});

test('an exact statistic is read without an interval', () => {
  const claim = { ...claimOn(slope), judge: () => 'holds' as const };
  expect(judgeAnalyses(claim, answersOf({ [slope]: bare(2) })).judged).toHaveLength(1);
});

test('a verdict is fragile where fewer than two thirds of its analyses share it', () => {
  expect(fragileBelow).toBe(2 / 3);
  const analyses = (of: number) =>
    Array.from({ length: of }, () => ({ analysis: {}, answer: 'holds' as const }));
  expect(isFragile({ same: 6, judged: analyses(11) })).toBe(true);
  expect(isFragile({ same: 7, judged: analyses(12) })).toBe(true);
  expect(isFragile({ same: 8, judged: analyses(12) })).toBe(false);
  expect(isFragile({ same: 1, judged: analyses(1) })).toBe(false);
});
