import { expect, test } from 'vitest';
import { suggest } from '../../../src/reader/bar/suggest.ts';

const choices = [
  { name: 'jaspionjader', models: 197 },
  { name: 'Qwen', models: 40 },
  { name: 'openQwen', models: 50 },
  { name: 'qwq', models: 1 },
];
const names = (text: string, chosen: string[] = []) => suggest(choices, text, chosen).map(({ name }) => name);

test('names that start with the text come first, case aside, else in the order given', () => {
  expect(names('QW')).toEqual(['Qwen', 'qwq', 'openQwen']);
  expect(names('wen')).toEqual(['Qwen', 'openQwen']);
});

test('without a text every name is offered, the most used first', () => {
  expect(names(' ')).toEqual(choices.map(({ name }) => name));
});

test('a name that is chosen is not offered again', () => {
  expect(names('qw', ['qwen'])).toEqual(['qwq', 'openQwen']);
});

test('a text is no pattern', () => {
  expect(names('.*')).toEqual([]);
});
