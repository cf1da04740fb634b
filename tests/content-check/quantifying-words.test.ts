import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-check/content-file.ts';
import { fixedFacts } from '../../src/content-check/fixed-facts.ts';
import {
  quantifiers,
  quantifyingWords,
  readWords,
  unusedFacts,
} from '../../src/content-check/quantifying-words.ts';
import { presentContent } from '../content/present.ts';

const words = (text: string) => {
  const { file } = readContent({ path: 'content/chapters/01-example.mdx', text });
  return quantifyingWords(file).map(({ line, column, message }) => [
    /“(.*?)”/.exec(message)![1],
    `${line}:${column}`,
  ]);
};

describe('a quantifying word', () => {
  test('is found in text, headings, notes, links and tables, with its place', () => {
    expect(
      words(`## The largest

Most models and [twice as many](/x/) runs,
and **nearly all** of them.

<Note>It is only so.</Note>

| Fewer |
| --- |
| no |
`),
    ).toEqual([
      ['largest', '1:8'],
      ['Most', '3:1'],
      ['twice', '3:18'],
      ['nearly all', '4:7'],
      ['only', '6:13'],
      ['Fewer', '8:3'],
      ['no', '10:3'],
    ]);
  });

  test('is not looked for in longer words, names and code', () => {
    expect(
      words('The moral of lessons, foremost and now: `more`, half-hearted, no-one, nonetheless.'),
    ).toEqual([]);
  });

  test('is tested within <Says>, with everything in it, and not beside it', () => {
    expect(words('It <Says that="a > 1">is *higher*, and more so</Says>, but lower there.')).toEqual([
      ['lower', '1:60'],
    ]);
  });

  test('is shown by a number of its clause, to the next stop, comma or bracket', () => {
    const stat = '<Stat id="a" />';
    expect(words(`It rises by ${stat} points.`)).toEqual([]);
    expect(words(`It rises on average: ${stat} points.`)).toEqual([]);
    expect(words(`It rises, by ${stat} points.`)).toEqual([['rises', '1:4']]);
    expect(words(`It has ${stat} points. It rises.`)).toEqual([['rises', '1:35']]);
    expect(words(`It rises (${stat}).`)).toEqual([['rises', '1:4']]);
    expect(words(`It rises <Says that="a > 1">by ${stat} or more</Says>.`)).toEqual([]);
  });

  test('asserts nothing in a question', () => {
    expect(words('Is it more? It is more. What is most, and best?')).toEqual([['more', '1:19']]);
  });
});

test('a fixed fact explains its own words, across a line break too', () => {
  const fact = { text: 'twice as many', because: 'What a doubling is' };
  const passage = [{ text: 'twice as\nmany, and twice as much', at: { line: 1, column: 1 } }];
  expect(readWords(passage, [fact])).toEqual({ used: [fact], left: [{ word: 'twice', index: 19 }] });
});

test('every fixed fact holds a quantifying word, says why it is fixed, and stands in the content', () => {
  for (const { text, because } of fixedFacts) {
    const passage = [{ text, at: { line: 1, column: 1 } }];
    expect(readWords(passage, []).left, text).not.toEqual([]);
    expect(because).toMatch(/^[A-Z].{5,}[^.]$/u);
  }
  expect(unusedFacts(presentContent())).toEqual([]);
});

test('the list of words is closed: each once, in small letters', () => {
  expect(new Set(quantifiers).size).toBe(quantifiers.length);
  for (const word of quantifiers) expect(word).toMatch(/^[a-z]+(?: [a-z]+)?$/);
});

test('chapters and abstract have no word that nothing stands behind', () => {
  const files = presentContent().filter(({ kind }) => kind === 'chapter' || kind === 'abstract');
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(quantifyingWords)).toEqual([]);
});
