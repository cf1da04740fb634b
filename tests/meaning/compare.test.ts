import { describe, expect, test } from 'vitest';
import { compareMeanings, type Differences } from '../../src/meaning/compare.ts';
import type { Meaning, MeantNumber } from '../../src/meaning/meaning.ts';

const number = (value: number | null, low: number | null = null, high: number | null = null, n = 10) =>
  ({ value, low, high, n, unit: 'points', label: 'a number' }) satisfies MeantNumber;

/** A report that says little. */
function meaning(numbers: Record<string, MeantNumber>, verdict = 'holds', more: Partial<Meaning> = {}) {
  const judged = { verdict, evidence: `It ${verdict}.` };
  return {
    numbers: { reviewed: numbers, prepared: {} },
    claims: { 'it-rises': { sentence: 'It rises.', verdicts: { reviewed: judged, prepared: judged } } },
    figures: {},
    pages: {},
    ...more,
  } satisfies Meaning;
}

const none: Differences = { verdicts: [], numbers: [], sentences: [], charts: [] };

test('a report differs in nothing from itself', () => {
  expect(compareMeanings(meaning({ a: number(1, 0, 2) }), meaning({ a: number(1, 0, 2) }))).toEqual(none);
});

describe('numbers', () => {
  const changes = (before: Record<string, MeantNumber>, after: Record<string, MeantNumber>) =>
    compareMeanings(meaning(before), meaning(after)).numbers;

  test('come in the order of how far they moved, those that left their interval first', () => {
    const before = {
      half: number(1, 0, 2),
      left: number(1, 0, 4),
      plain: number(5),
      same: number(7, 6, 8),
      tenth: number(1, 0, 10),
    };
    const after = {
      half: number(2, 1, 3),
      left: number(4.5, 3, 6),
      plain: number(6),
      same: number(7, 6, 8),
      tenth: number(2, 0, 10),
    };
    expect(changes(before, after).map(({ id, beyond, widths }) => [id, beyond, widths])).toEqual([
      // From 1 to 4.5 is 3.5 of an interval of 4; 4.5 lies above it.
      ['left', true, 3.5 / 4],
      ['half', false, 1 / 2],
      ['tenth', false, 1 / 10],
      ['plain', false, null],
    ]);
  });

  test('have changed where only their interval or their count has', () => {
    expect(changes({ a: number(1, 0, 2) }, { a: number(1, 0, 3) })).toHaveLength(1);
    expect(changes({ a: number(1, 0, 2, 10) }, { a: number(1, 0, 2, 11) })).toHaveLength(1);
  });

  test('that came, went or have no value left no interval', () => {
    const found = changes(
      { gone: number(1, 0, 2), none: number(1, 0, 2) },
      { none: number(null), new: number(3) },
    );
    expect(found.map(({ id, beyond, widths }) => [id, beyond, widths])).toEqual([
      ['gone', false, null],
      ['new', false, null],
      ['none', false, null],
    ]);
  });

  test('with an interval of no width left it with any other value', () => {
    expect(changes({ a: number(1, 1, 1) }, { a: number(2, 2, 2) })).toMatchObject([
      { beyond: true, widths: null },
    ]);
  });
});

test('a verdict has changed on each preparation where it is another', () => {
  const verdicts = {
    reviewed: { verdict: 'open', evidence: 'It may.' },
    prepared: { verdict: 'holds', evidence: 'It rises by more.' },
  };
  const after = meaning({}, 'holds', { claims: { 'it-rises': { sentence: 'It rises.', verdicts } } });
  expect(compareMeanings(meaning({}), after).verdicts).toEqual([
    {
      id: 'it-rises',
      sentence: 'It rises.',
      preparation: 'reviewed',
      before: { verdict: 'holds', evidence: 'It holds.' },
      after: { verdict: 'open', evidence: 'It may.' },
    },
  ]);
});

test('sentences that went and came stand in the order of their page', () => {
  const before = meaning({}, 'holds', { pages: { '/a/': ['One.', 'Two.', 'Three.'], '/b/': ['Gone.'] } });
  const after = meaning({}, 'holds', { pages: { '/a/': ['One.', 'Two and more.', 'Three.'] } });
  expect(compareMeanings(before, after).sentences).toEqual([
    {
      page: '/a/',
      lines: [
        { sign: '-', text: 'Two.' },
        { sign: '+', text: 'Two and more.' },
      ],
    },
    { page: '/b/', lines: [{ sign: '-', text: 'Gone.' }] },
  ]);
});

describe('charts', () => {
  const figure = (rows: unknown[], takeaway = 'Yes.', drawing = 'a', question = 'Is it?') => ({
    question,
    drawing,
    shown: { reviewed: { takeaway, rows }, prepared: { takeaway: 'Yes.', rows: [] } },
  });
  const changes = (before: Meaning['figures'], after: Meaning['figures']) =>
    compareMeanings(meaning({}, 'holds', { figures: before }), meaning({}, 'holds', { figures: after }))
      .charts;

  test('say what of them changed', () => {
    expect(
      changes(
        { a: figure([{ x: 1 }]), b: figure([]), c: figure([]), d: figure([]) },
        {
          a: figure([{ x: 2 }], 'No.'),
          b: figure([], 'Yes.', 'b'),
          c: figure([], 'Yes.', 'a', 'Was it?'),
          d: figure([]),
        },
      ),
    ).toEqual([
      { id: 'a', question: 'Is it?', what: 'rows, what it says', takeaway: { before: 'Yes.', after: 'No.' } },
      { id: 'b', question: 'Is it?', what: 'how it is drawn', takeaway: { before: 'Yes.', after: 'Yes.' } },
      {
        id: 'c',
        question: 'Was it?',
        what: 'its question, which was “Is it?”',
        takeaway: { before: 'Yes.', after: 'Yes.' },
      },
    ]);
  });

  test('come and go', () => {
    expect(changes({ a: figure([]) }, { b: figure([]) }).map(({ id, what }) => [id, what])).toEqual([
      ['a', 'gone'],
      ['b', 'new'],
    ]);
  });
});
