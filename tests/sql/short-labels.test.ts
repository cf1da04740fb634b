import { expect, test } from 'vitest';
import { shortLabels } from '../../src/sql/short-labels.ts';

const labelsOf = (texts: readonly string[], most: number) => [...shortLabels(texts, most).values()];

test('a text that fits stays; a long one is cut at its end', () => {
  expect(shortLabels(['short', 'abcdefghijk'], 8)).toEqual(
    new Map([
      ['short', 'short'],
      ['abcdefghijk', 'abcdefg…'],
    ]),
  );
});

test('texts that begin alike are cut in their middle', () => {
  const texts = ['meta-llama/Llama-3.1-8B', 'meta-llama/Llama-3.1-70B'];
  expect(labelsOf(texts, 12)).toEqual(['meta-…3.1-8B', 'meta-….1-70B']);
});

test('texts that begin and end alike are cut on both sides of where they differ', () => {
  const texts = [1, 2, 10].map(
    (n) => `a long name of the family that is number ${n} of the whole long table`,
  );
  expect(labelsOf(texts, 30)).toEqual([
    '…s number 1 of the whole long…',
    '…is number 2 of the whole lon…',
    '…s number 10 of the whole lon…',
  ]);
  expect(labelsOf(['aaaaaaaaaaXbbbbbbbbbb', 'aaaaaaaaaaYbbbbbbbbbb'], 10)).toEqual([
    '…aaaXbbbb…',
    '…aaaYbbbb…',
  ]);
});

test('no sign says that something is left out where nothing is', () => {
  const texts = ['X', 'Y'].map((sign) => 'a'.repeat(20) + sign + 'b'.repeat(9));
  expect(labelsOf(texts, 18)).toEqual(['…aaaaaaXbbbbbbbbb', '…aaaaaaYbbbbbbbbb']);
});

test('what nothing else tells apart is numbered, apart from a text that has that label', () => {
  const texts = ['aaaaaaaaaaXbbbbbbbbbb', 'aaaaaaaaaaYbbbbbbbbbb', '…aaaXbbbb…', 'aaaaaaaaa… (1)'];
  const labels = shortLabels(texts, 10);
  expect(labels.get('…aaaXbbbb…')).toBe('…aaaXbbbb…');
  expect(new Set(labels.values()).size).toBe(4);
});

test('every text has a label of its own, whatever it is', () => {
  const pieces = ['a', 'aa', 'é🤝', '…', ' ', '(1)', 'b'.repeat(30)];
  const texts = pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => one + two + three)));
  const different = new Set(texts);
  for (const most of [3, 5, 10, 40]) {
    const labels = shortLabels(texts, most);
    expect(new Set(labels.values()).size).toBe(different.size);
    for (const label of labels.values()) expect([...label].length).toBeLessThanOrEqual(most + 6);
  }
});

test('an emoji is not cut in half', () => {
  expect(labelsOf(['🤝🤝🤝🤝🤝'], 3)).toEqual(['🤝🤝…']);
});
