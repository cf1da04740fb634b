import { describe, expect, test } from 'vitest';
import { carries, namedBase, plainName } from '../../../src/dataset/identity/names.ts';

test.each([
  ['meta-llama/Meta-Llama-3.1-8B', 'meta-llama3.1-8b'],
  ['x/Llama-3_1-8B', 'llama3.1-8b'],
  ['x/llama-3-1-8b', 'llama3.1-8b'],
  ['x/Llama3.1-8B', 'llama3.1-8b'],
  ['x/Llama-3-8B', 'llama3-8b'],
  ['google/gemma-2-9b-it', 'gemma2-9b-it'],
  ['gpt2', 'gpt2'],
  [' openai-community/GPT2 ', 'gpt2'],
  ['x/phi-3-5', 'phi3.5'],
  ['x/Yi--1_5 6b', 'yi1.5-6b'],
  // One letter before a number is a word of its own, and a larger number no second part of a version.
  ['x/mistral-v-2', 'mistral-v-2'],
  ['x/llama-3-70b', 'llama3-70b'],
])('the plain name of %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

describe('a name carries another', () => {
  test.each([
    ['princeton-nlp/gemma-2-9b-it-SimPO', 'google/gemma-2-9b-it', true],
    ['x/Josiefied-Qwen2.5-7B-Instruct-v2', 'Qwen/Qwen2.5-7B-Instruct', true],
    ['x/Gemma2-9B-IT-Simpo', 'google/gemma-2-9b-it', true],
    ['x/Llama-3.1-8B-x', 'meta-llama/Llama-3.1-8B', true],
    ['x/Llama-3.1-8B-v0.5', 'meta-llama/Llama-3.1-8B', true],
    // Another number, another word, another version.
    ['x/Qwen2.5-72B', 'Qwen/Qwen2.5-7B', false],
    ['x/Qwen2.5-1.5B', 'Qwen/Qwen2.5-1', false],
    ['x/gemma-2-9b-italian', 'google/gemma-2-9b-it', false],
    ['x/Llama-3.1-8B', 'meta-llama/Llama-3', false],
    ['x/phi-4.5', 'microsoft/phi-4', false],
  ])('%s, %s: %s', (name, other, expected) => {
    expect(carries(name, other)).toBe(expected);
  });
});

test('the named base loses the mark of a merge, and Removed is none', () => {
  expect(namedBase('a/b (Merge)')).toBe('a/b');
  expect(namedBase('a/b (Merge)-v2')).toBe('a/b (Merge)-v2');
  expect(namedBase(' a/b  (Merge)')).toBe('a/b');
  expect(namedBase('Removed')).toBeNull();
  expect(namedBase(null)).toBeNull();
});
