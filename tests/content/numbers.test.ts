import { expect, test } from 'vitest';
import { constants } from './constants.ts';
import { mdxFiles, readMdx } from './mdx.ts';
import { prose } from './prose.ts';
import { readNumbers } from './typed-numbers.ts';

const files = [...mdxFiles('.'), ...mdxFiles('chapters'), ...mdxFiles('concepts')];
const read = files.flatMap(prose).map((passage) => ({ ...passage, ...readNumbers(passage.text, constants) }));

test('every number in the text is a statistic, or a constant with a source', () => {
  const unexplained = read.flatMap(({ at, text, left }) =>
    left.map(
      (number) =>
        `${at}: “${number}” is typed in “${text.slice(0, 80)}”; write it as <Stat>, or give its source in tests/content/constants.ts`,
    ),
  );
  expect(unexplained).toEqual([]);
});

test('every constant is used', () => {
  const used = new Set(read.flatMap((passage) => passage.used));
  expect(constants.filter((constant) => !used.has(constant)).map(({ text }) => text)).toEqual([]);
});

test('every constant holds a number, and says what it is and where it is from', () => {
  for (const { text, meaning, source } of constants) {
    expect(text).toMatch(/\p{N}/u);
    expect(meaning).toMatch(/^[A-Z].{5,}[^.]$/u);
    expect(source).toMatch(/^(?:[A-Z]|src\/).{5,}[^.]$/u);
  }
  expect(new Set(constants.map(({ text }) => text)).size).toBe(constants.length);
});

test('numbers are found in text, links, notes, headings and tables, not in names, code or statistics', () => {
  const file = readMdx(
    'example.mdx',
    `---
title: The 1st
order: 2
---

## Part 3

Half of 4.5 or **6,000** for [7](/8/), \`9\` on an H100 at bfloat16 with <Stat id="a.10" /> and <Term id="b11">12 %</Term>.

<Note>13 {14}</Note>

| 15 |
| --- |
| 16B |
`,
  );
  const left = prose(file).flatMap(({ text }) => readNumbers(text, []).left);
  expect(left.toSorted()).toEqual(['1', '12', '13', '15', '16', '3', '4.5', '6,000', '7']);
});

test('a constant explains its own words only, across a line break too', () => {
  const nine = { text: '9 billion', meaning: '', source: '' };
  expect(readNumbers('up to 9\nbillion', [nine])).toEqual({ used: [nine], left: [] });
  expect(readNumbers('up to 49 billion, 3.9 billion, 9 models', [nine])).toEqual({
    used: [],
    left: ['49', '3.9', '9'],
  });
});
