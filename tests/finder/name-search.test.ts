import { expect, test } from 'vitest';
import { nameIn, nearestName, searchNames } from '../../src/finder/name-search.ts';

test.each([
  ['https://huggingface.co/Qwen/Qwen2.5-7B', 'Qwen/Qwen2.5-7B'],
  ['https://huggingface.co/Qwen/Qwen2.5-7B/tree/main?x=1#top', 'Qwen/Qwen2.5-7B'],
  ['huggingface.co/Qwen/Qwen2.5-7B/', 'Qwen/Qwen2.5-7B'],
  ['HTTP://HF.co/a/b%2Bc', 'a/b+c'],
  ['https://huggingface.co/gpt2', 'gpt2'],
  ['https://hf.co/a/%zz', 'a/%zz'],
  ['https://huggingface.co/models?sort=likes&search=qwen+7b', 'qwen 7b'],
  ['https://huggingface.co/models', 'https://huggingface.co/models'],
  ['https://huggingface.co/datasets/a/b', 'https://huggingface.co/datasets/a/b'],
  [' Qwen/Qwen2.5-7B ', 'Qwen/Qwen2.5-7B'],
  ['https://example.org/Qwen/x', 'https://example.org/Qwen/x'],
])('“%s” names %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

const names = [
  'b/Tiny-Qwen',
  'Qwen/Qwen2.5-7B',
  'a/qwen-merge',
  'Qwen/Qwen2.5-7B-Instruct',
  'c/Llama',
  'gpt2',
];

test('the name itself comes first, then names that start with the text, then their second part, then the rest', () => {
  expect(searchNames(names, 'qwen')).toEqual([
    'Qwen/Qwen2.5-7B',
    'Qwen/Qwen2.5-7B-Instruct',
    'a/qwen-merge',
    'b/Tiny-Qwen',
  ]);
  expect(searchNames(names, 'https://hf.co/Qwen/Qwen2.5-7B-Instruct')[0]).toBe('Qwen/Qwen2.5-7B-Instruct');
  expect(searchNames(names, 'QWEN/QWEN2.5-7b')[0]).toBe('Qwen/Qwen2.5-7B');
});

test('every word is looked for; nothing is found for nothing', () => {
  expect(searchNames(names, 'instruct qwen')).toEqual(['Qwen/Qwen2.5-7B-Instruct']);
  expect(searchNames(names, '  ')).toEqual([]);
  expect(searchNames(names, 'x.*')).toEqual([]);
});

test('the nearest name to one that is not there', () => {
  expect(nearestName(names, 'qwen/qwen2.5-7b-instrukt')).toBe('Qwen/Qwen2.5-7B-Instruct');
  expect(nearestName(names, 'gpt-2')).toBe('gpt2');
  expect(nearestName([], 'x')).toBeNull();
});

test('a name that differs in more than a third of the letters is not near', () => {
  // Of six letters two may differ.
  expect(nearestName(['o/abcdef'], 'abcdxy')).toBe('o/abcdef');
  expect(nearestName(['o/abcdef'], 'abcxyz')).toBeNull();
  expect(nearestName(['o/abcdef'], 'abcde')).toBe('o/abcdef');
  expect(nearestName(names, 'no such model at all')).toBeNull();
  expect(nearestName(['a', 'o/b'], 'x')).toBeNull();
  expect(nearestName(['a'], '')).toBeNull();
  expect(nearestName(['gpt2'], 'GPT2')).toBe('gpt2');
});

test('a text without an organisation is held against what follows the organisation', () => {
  // By whole names “gpt2” would be nearer: 5 letters to change, against 10.
  expect(nearestName(['gpt2', 'microsoft/phi-4', 'unsloth/phi-4'], 'Phi-4')).toBe('microsoft/phi-4');
  expect(nearestName(['a/phi-4', 'microsoft/phi-4'], 'https://hf.co/microsoft/phi-4x')).toBe(
    'microsoft/phi-4',
  );
});
