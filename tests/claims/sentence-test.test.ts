import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/claims/claim.ts';
import {
  evidenceOf,
  judgeTest,
  neededBy,
  readTest,
  TestProblem,
  wholeTableOnly,
  type Truth,
} from '../../src/claims/sentence-test.ts';
import { findClaim } from '../../src/claims/claims.ts';
import { falsehood } from '../../src/publication/verdicts.ts';
import { estimate } from '../../src/statistics/methods/estimate.ts';

const claim = 'bigger-scores-higher';

/** Numbers with and without an interval, one that is missing, and one that rests on too few. */
const estimates = {
  'scaling.r2': estimate(0.4, 100, 0.3, 0.5),
  'models.count': estimate(100, 100),
  'co2.elasticity': estimate(null, 40),
  'scaling.points_per_doubling': estimate(4, 3, 3, 5),
};

const judge = (text: string, answer: Answer = 'holds'): Truth =>
  judgeTest(readTest(text), { estimates, judged: () => ({ answer, evidence: '', estimated: true }) });

/** Texts of each truth. */
const made = { true: 'scaling.r2 > 0', false: 'scaling.r2 < 0', open: 'co2.elasticity > 0' };
const truths = { true: true, false: false, open: null };
const names = ['true', 'false', 'open'] as const;

describe('the truth of a test', () => {
  test.each([
    ['scaling.r2 > 0.39', true],
    ['scaling.r2 > 0.4', false],
    ['scaling.r2 >= 0.4', true],
    ['scaling.r2 < 0.4', false],
    ['scaling.r2 <= 0.4', true],
    ['models.count == 100', true],
    ['models.count != 100', false],
    ['models.count != 99', true],
    ['low(scaling.r2) == 0.3 and high(scaling.r2) == 0.5', true],
    ['n(scaling.r2) == 100', true],
    // 100 − 2 · 3 is 94, and (100 − 2) · 3 is 294.
    ['models.count - 2 * 3 == 94', true],
    ['(models.count - 2) * 3 == 294', true],
    ['models.count / 4 + 1 == 26', true],
    ['-models.count < -99', true],
    ['models.count - 1 - 1 == 98', true],
  ])('of %s is %s', (text, truth) => expect(judge(text)).toBe(truth));

  test.each([
    ['a missing value', 'co2.elasticity < 1'],
    ['a missing end', 'low(models.count) > 0'],
    ['a value that rests on too few', 'scaling.points_per_doubling > 0'],
    ['an end of such a value', 'high(scaling.points_per_doubling) > 0'],
    ['arithmetic with what is missing', 'models.count + co2.elasticity > 0'],
    ['a division by nothing', 'models.count / (scaling.r2 - 0.4) > 0'],
  ])('is open with %s', (_, text) => expect(judge(text)).toBeNull());

  test('knows how many values stand behind a number that is not shown', () => {
    expect(judge('n(scaling.points_per_doubling) < 10')).toBe(true);
  });

  test('is that of the verdict of a claim, and open where there are too few for one', () => {
    for (const is of ['holds', 'fails', 'open'] as const)
      for (const answer of ['holds', 'fails', 'open'] as const)
        expect(judge(`${is}('${claim}')`, answer)).toBe(is === answer);
    expect(judge(`holds("${claim}")`, 'few')).toBeNull();
    expect(judge(`not open("${claim}")`, 'few')).toBeNull();
  });

  // Rows of the table are the left part, columns the right one, as Kleene has them.
  test.each([
    [
      'and',
      [
        [true, false, null],
        [false, false, false],
        [null, false, null],
      ],
    ],
    [
      'or',
      [
        [true, true, true],
        [true, false, null],
        [true, null, null],
      ],
    ],
  ] as const)('of two parts joined by “%s”', (word, table) => {
    const found = names.map((left) => names.map((right) => judge(`${made[left]} ${word} ${made[right]}`)));
    expect(found).toEqual(table);
  });

  test('of a part with “not”', () => {
    for (const name of names) {
      const truth = truths[name];
      expect(judge(`not (${made[name]})`)).toBe(truth === null ? null : !truth);
    }
  });

  test('joins by “and” before “or”', () => {
    expect(judge(`${made.true} or ${made.true} and ${made.false}`)).toBe(true);
    expect(judge(`(${made.true} or ${made.true}) and ${made.false}`)).toBe(false);
  });
});

describe('reading a test', () => {
  test('finds the statistics and claims that it names, once and in their order', () => {
    const read = readTest(`b.x > a.1_to_3b.y and low(b.x) < 2 or not fails('c-d') and holds("e")`);
    expect(read.statistics).toEqual(['b.x', 'a.1_to_3b.y']);
    expect(read.claims).toEqual(['c-d', 'e']);
  });

  test('needs the statistics of its claims, and nothing for unknown ids', () => {
    expect(neededBy(readTest(`scaling.r2 > 0 and holds('${claim}') and no.such > 1`))).toEqual([
      ...new Set(['scaling.r2', ...findClaim(claim)!.statistics]),
    ]);
  });

  test('knows what no slice answers', () => {
    expect(wholeTableOnly(readTest('swiss.spearman > 0 or scaling.r2 > 0'))).toEqual(['swiss.spearman']);
    const published = 'maker-beyond-the-rest';
    expect(wholeTableOnly(readTest(`holds('${published}') and not fails('${claim}')`))).toEqual([published]);
  });

  test.each([
    ['a > ', 'Expected expression after >, at its sign 5'],
    ['a && b', 'Unexpected "&", at its sign 3'],
    ['a < b < c', 'what stands around “<” is no number'],
    ['not a > 1', 'what stands around “not” is no number'],
    ['scaling.r2', '“scaling.r2” is neither a comparison nor holds(…)'],
    ['holds(a-b)', "the id of a claim stands in quotes: holds('bigger-scores-higher')"],
    ['low(1) > 2', 'low(…) takes the id of a statistic, as in low(scaling.r2)'],
    ['low(a, b) > 2', 'what stands in brackets behind a name is one id'],
    ['a > "x"', '“"x"” is no number'],
    ['low() > 2', 'what stands in brackets behind a name is one id'],
    ['a.low(b) > 2', '“a.low(…)” is no number'],
    ['holds(1)', "the id of a claim stands in quotes: holds('bigger-scores-higher')"],
    ['-a', '“-” is neither a comparison nor holds(…)'],
    ['a > 1 b > 2', 'more than one expression is neither'],
    ['1 < 2', 'it reads no statistic and no claim'],
  ])('of %s says what is wrong', (text, message) => {
    expect(() => readTest(text)).toThrow(TestProblem);
    expect(() => readTest(text)).toThrow(message);
  });

  test.each([
    "constructor.constructor('return 1')() > 0",
    'a["b"] > 1',
    'a ? b : c',
    'this > 1',
    '[1] > 0',
    'alert(1) > 0',
    '`x` > 1',
    'a = 1',
  ])('refuses %s, which is more than a test', (text) => {
    expect(() => readTest(text)).toThrow(TestProblem);
  });
});

describe('what a test was judged on', () => {
  const judged = () => ({ answer: 'fails', evidence: '', estimated: true }) as const;

  test('is every number with its interval and n, and every verdict', () => {
    const read = readTest(`scaling.r2 > 0 and scaling.points_per_doubling > 0 and holds('${claim}')`);
    const [first, second, third] = evidenceOf(read, { estimates, judged });
    expect(first).toMatch(/: 40\u00a0% \(30 to 50\u00a0%\), n\u00a0=\u00a0100$/);
    expect(second).toMatch(/: too few, n\u00a0=\u00a03$/);
    expect(third).toBe(`${findClaim(claim)!.sentence} Does not hold`);
  });

  test('is told of words that the data contradict, as the test compares it', () => {
    const judgement = { statistics: estimates, claims: { [claim]: judged() } };
    expect(falsehood(judgement, 'reviewed', 'scaling.r2 > 0.3')).toBeUndefined();
    expect(falsehood(judgement, 'reviewed', 'scaling.r2 > models.count')).toBe(
      'the words rest on “scaling.r2 > models.count”, which is false in the data of the reviewed preparation: scaling.r2 is 0.4 (from 0.3 to 0.5, n = 100); models.count is 100 (without an interval, n = 100)',
    );
    expect(falsehood(judgement, 'prepared', 'co2.elasticity > 1')).toContain('which is open in the data of');
    expect(falsehood(judgement, 'prepared', `holds('${claim}')`)).toContain(
      `${findClaim(claim)!.sentence} Does not hold`,
    );
  });
});
