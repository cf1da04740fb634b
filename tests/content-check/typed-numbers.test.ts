import { expect, test } from 'vitest';
import { constants } from '../../src/content-check/constants.ts';
import { readContent } from '../../src/content-check/content-file.ts';
import { readNumbers, typedNumbers } from '../../src/content-check/typed-numbers.ts';

const numbers = (text: string) => {
  const { file } = readContent({ path: 'content/chapters/01-example.mdx', text });
  return typedNumbers(file).map(({ line, column, message }) => [
    /“(.*?)”/.exec(message)![1],
    `${line}:${column}`,
  ]);
};

test('numbers are found in text, links, notes, headings and tables, not in names, code or statistics', () => {
  const found = numbers(`---
title: The 1st
order: 2
---

## Part 3

Half of 4.5 or **6,000** for [7](/8/), \`9\` on an H100 at bfloat16 with <Stat id="a.10" /> and
one line on <Term id="b11">12 %</Term>.

<Note>13 {14}</Note>

| 15 |
| --- |
| 16B |
`);
  expect(found.toSorted(([a = ''], [b = '']) => parseFloat(a) - parseFloat(b))).toEqual([
    ['1', '2:12'],
    ['3', '6:9'],
    ['4.5', '8:9'],
    ['6,000', '8:18'],
    ['7', '8:31'],
    ['12', '9:28'],
    ['13', '11:7'],
    ['15', '13:3'],
    ['16', '15:3'],
  ]);
});

test('a constant explains its own words only, across a line break too', () => {
  const nine = { text: '9 billion', meaning: '', source: '' };
  expect(readNumbers('up to 9\nbillion', [nine])).toEqual({ used: [nine], left: [] });
  expect(readNumbers('up to 49 billion, 3.9 billion, 9 models', [nine])).toEqual({
    used: [],
    left: [
      { number: '49', index: 6 },
      { number: '3.9', index: 18 },
      { number: '9', index: 31 },
    ],
  });
});

test('every constant holds a number, and says what it is and where it is from', () => {
  for (const { text, meaning, source } of constants) {
    expect(text).toMatch(/\p{N}/u);
    expect(meaning).toMatch(/^[A-Z].{5,}[^.]$/u);
    expect(source).toMatch(/^(?:[A-Z]|src\/).{5,}[^.]$/u);
  }
  expect(new Set(constants.map(({ text }) => text)).size).toBe(constants.length);
});
