import { expect, test } from 'vitest';
import type { Differences } from '../../src/meaning/compare.ts';
import { escaped, inMarkdown, inText, partsOf } from '../../src/meaning/words.ts';

const number = (value: number, low: number | null = null, high: number | null = null) => ({
  value,
  low,
  high,
  n: 10,
  unit: 'points',
  label: 'what it is',
});

const differences: Differences = {
  verdicts: [
    {
      id: 'it-rises',
      sentence: 'It rises.',
      preparation: 'prepared',
      before: { verdict: 'holds', evidence: 'By 2.' },
      after: { verdict: 'open', evidence: 'By 0 to 2.' },
    },
  ],
  numbers: [
    {
      id: 'my.own',
      preparation: 'reviewed',
      before: number(1, 0, 2),
      after: number(3, 2, 4),
      beyond: true,
      widths: 1,
    },
    {
      id: 'my.other',
      preparation: 'reviewed',
      before: number(1.00001),
      after: number(1.00002),
      beyond: false,
      widths: null,
    },
    { id: 'my.new', preparation: 'reviewed', after: number(1), beyond: false, widths: null },
  ],
  sentences: [
    {
      page: '/carbon/',
      lines: [
        { sign: '-', text: 'It was so.' },
        { sign: '+', text: 'It is <b>so</b>.' },
      ],
    },
  ],
  charts: [{ id: 'a-chart', question: 'Is it?', what: 'rows', takeaway: { before: 'Yes.', after: 'No.' } }],
};

test('the changes in words, with as many digits as tell them apart', () => {
  expect(inText(partsOf(differences))).toBe(`Verdicts (1)
  it-rises (the notebook’s preparation): holds → open
      It rises.
      By 0 to 2.

Numbers that left their interval (1)
  my.own: 1 (0 to 2), n = 10 → 3 (2 to 4), n = 10
      what it is

Other numbers (2)
  my.other: 1.00001, n = 10 → 1.00002, n = 10
      what it is
  my.new: new: 1, n = 10
      what it is

Sentences (1)
  /carbon/
      - It was so.
      + It is <b>so</b>.

Charts (1)
  a-chart: rows
      Is it?
      - Yes.
      + No.
`);
});

test('a number of the report is written in its unit', () => {
  const { numbers } = differences;
  const own = { ...numbers[0]!, id: 'scaling.points_per_doubling', before: number(4.2), after: number(4.31) };
  expect(inText(partsOf({ ...differences, numbers: [own] }))).toContain(
    'scaling.points_per_doubling: 4.2, n = 10 → 4.3, n = 10',
  );
});

test('of each part so many lines are shown as are asked for, and how many more there are', () => {
  expect(inText(partsOf(differences), 1)).toContain('Other numbers (2)\n  my.other');
  expect(inText(partsOf(differences), 1)).toContain('  … and 1 more\n');
  expect(inText(partsOf(differences), 1)).not.toContain('my.new');
});

test('in Markdown the counts come first, and nothing of a text is markup', () => {
  const text = inMarkdown(partsOf(differences));
  expect(text).toContain('| Verdicts | 1 |\n| Numbers that left their interval | 1 |\n| Other numbers | 2 |');
  expect(text).toContain('<details><summary>Sentences (1)</summary>\n\n- /carbon/\n  - - It was so.\n');
  expect(text).toContain('It is &#60;b&#62;so&#60;/b&#62;.');
  expect(escaped('![a](b) `c` *d* _e_ | @f #1 &amp;')).not.toMatch(/[![\]`*_|@<>]/);
});

test('nothing is said in words as well', () => {
  const none = partsOf({ verdicts: [], numbers: [], sentences: [], charts: [] });
  expect(inText(none)).toBe('Nothing that the report says has changed.\n');
  expect(inMarkdown(none)).toBe('### What moved\n\nNothing that the report says has changed.\n');
});
