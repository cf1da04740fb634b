import { expect, test } from 'vitest';
import { figures } from '../../src/figures/figures.ts';
import { hubAddress } from '../../src/figures/hub.ts';

test('a model has a page under its organisation, an early one under its name', () => {
  expect(hubAddress('gpt2')).toBe('https://huggingface.co/gpt2');
  expect(hubAddress('Qwen/Qwen2.5-0.5B')).toBe('https://huggingface.co/Qwen/Qwen2.5-0.5B');
});

test('a name can neither leave its place in the address nor add to it', () => {
  expect(hubAddress('a?b/c#d&"e')).toBe('https://huggingface.co/a%3Fb/c%23d%26%22e');
  expect(hubAddress('javascript:alert(1)/b')).toBe('https://huggingface.co/javascript%3Aalert(1)/b');
  for (const name of ['../..', './a', 'a/..', 'a/', '/a', ' / ', 'a/b/c', '..', '', null, 3, true])
    expect(hubAddress(name), String(name)).toBeNull();
});

test('a column that names models is one, of a figure at most', () => {
  const marked = figures.map(({ columns }) => columns.filter(({ model }) => model).length);
  expect(Math.max(...marked)).toBe(1);
  expect(marked).toContain(1);
});
