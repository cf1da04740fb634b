import { expect, test } from 'vitest';
import { asGiven, harmless } from '../../../src/dataset/files/spreadsheet.ts';

test.each([
  '=1+1',
  '+cmd',
  '-a',
  '@sum',
  '\ttab',
  "'=1",
  '"=1',
  ' =1',
  '＝1',
  '-1+2',
  '=HYPERLINK("https://evil","x")',
])('%j gets an apostrophe, which comes off again', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
  expect(asGiven(`'${text}`)).toBe(text);
});

test.each([
  'Qwen/Qwen2.5',
  '-1.5',
  '+2',
  '-.5e-3',
  '-5.',
  '-inf',
  '',
  '1=1',
  'a/-b',
  "it's",
  "'quoted'",
  'a; b',
  '−3',
])('%j stays', (text) => {
  expect(harmless(text)).toBe(text);
  expect(asGiven(text)).toBe(text);
});

test.each([
  ['a;=1', "a;'=1"],
  ['a;"=1"', 'a;\'"=1"'],
  ['a\n=1', "a\n'=1"],
  ['a\t-b; @c', "a\t'-b;' @c"],
])('%j begins no formula where spreadsheets part cells otherwise', (text, expected) => {
  expect(harmless(text)).toBe(expected);
  expect(asGiven(expected)).toBe(text);
});
