import { describe, expect, test } from 'vitest';
import {
  byOption,
  optionWords,
  queryOfOption,
  robustnessWords,
  stripPaths,
} from '../../src/components/claim-analyses.ts';
import {
  robustnessSentences,
  turnedBy,
  underOption,
  verdictsTurned,
} from '../../src/components/robustness.ts';
import type { Robustness } from '../../src/claims/analyses.ts';

const robust: Robustness = {
  judged: [
    { analysis: {}, answer: 'holds' },
    { analysis: { run: 'best' }, answer: 'holds' },
    { analysis: { hub: 'yes' }, answer: 'open' },
    { analysis: { run: 'best', hub: 'yes' }, answer: 'fails' },
    { analysis: { intervals: 'independent' }, answer: 'holds' },
  ],
  few: 0,
  holds: 3,
  fails: 1,
  open: 1,
  same: 3,
  turning: [
    { choice: 'hub', option: 'yes', turned: 2, of: 2 },
    { choice: 'run', option: 'best', turned: 1, of: 2 },
  ],
};
const firm: Robustness = {
  judged: [
    { analysis: {}, answer: 'open' },
    { analysis: { hub: 'yes' }, answer: 'open' },
  ],
  few: 0,
  holds: 0,
  fails: 0,
  open: 2,
  same: 2,
  turning: [],
};

describe('a strip', () => {
  test('has a mark for every analysis: above the line it holds, on it it cannot be told, below it does not hold', () => {
    expect(stripPaths(robust)).toEqual([
      { verdict: 'holds', path: 'M2 1v8M6 1v8M18 1v8' },
      { verdict: 'open', path: 'M10 8v4' },
      { verdict: 'fails', path: 'M14 11v8' },
    ]);
  });
});

test('options are put in words, and have a query', () => {
  expect(optionWords({ choice: 'run', option: 'best' })).toBe('Run of a model: Best');
  expect(queryOfOption({ choice: 'run', option: 'best' })).toBe('run=best');
  expect(queryOfOption({ choice: 'hub', option: 'yes' })).toBe('hub=yes');
  expect(queryOfOption({ choice: 'intervals', option: 'independent' })).toBe('intervals=independent');
});

test('the count and what turns the verdict most often', () => {
  expect(robustnessWords(robust)).toBe(
    'Fragile: the same in only 3 of 5 analyses. It turns most often with “Models gone from the Hub: Left out”, in 2 of 2 analyses.',
  );
  expect(robustnessWords(firm)).toBe('The same in all 2 analyses.');
  const judged = (['open', 'holds', 'holds', 'fails'] as const).map((answer) => ({ analysis: {}, answer }));
  expect(robustnessWords({ ...firm, judged, holds: 2, open: 1, fails: 1, same: 1 })).toBe(
    'Fragile: the same in only 1 of 4 analyses; in 2 it holds.',
  );
  expect(robustnessWords({ ...firm, judged: firm.judged.slice(0, 1), same: 1 })).toBe(
    'No choice of the analysis moves what the test reads.',
  );
});

test('verdicts by option, of all analyses that take it', () => {
  expect(byOption(robust).map(({ words, holds, open, fails }) => [words, holds, open, fails])).toEqual([
    ['Run of a model: Best', 1, 0, 1],
    ['Models gone from the Hub: Left out', 0, 1, 1],
    ['Intervals: Independent models', 1, 0, 0],
  ]);
});

describe('the page', () => {
  const claims = [
    { id: 'turned', robust },
    { id: 'firm', robust: firm },
  ];

  test('has the verdict under an option alone, and none where it moves nothing', () => {
    expect(underOption(robust, 'hub', 'yes')).toBe('open');
    expect(underOption(robust, 'pairs', 'parent')).toBeUndefined();
  });

  test('counts the verdicts that an option turns, of those that it moves anything of', () => {
    expect(verdictsTurned([robust, firm], 'hub', 'yes')).toBe('1 of 2 verdicts');
    expect(verdictsTurned([robust, firm], 'run', 'best')).toBe('none of 1 verdict');
  });

  test('orders by the largest share of one option of a choice', () => {
    expect([turnedBy(robust, 'run'), turnedBy(robust, 'hub'), turnedBy(firm, 'hub')]).toEqual([0.5, 1, 0]);
  });

  test('says in three sentences what stays, what turns and by which choice', () => {
    expect(robustnessSentences(claims)).toEqual([
      '1 of 2 claims have the same verdict in every analysis of theirs, 7 in all.',
      'One claim turns into the opposite in at least one; the others that change do so between told and not told.',
      '“Run of a model” is the choice that turns most claims, 1; the next is “Models gone from the Hub”, which turns 1.',
    ]);
  });
});
