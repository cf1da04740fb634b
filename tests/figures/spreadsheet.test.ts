import { expect, test } from 'vitest';
import { harmless } from '../../src/figures/spreadsheet.ts';

test.each(['=1+1', '+cmd', '-a', '@sum', '\t=1', "'=1", '＝1', '-1+2'])('%j gets an apostrophe', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
});

test.each(['Qwen/Qwen2.5', '-1.5', '+2', '-.5e-3', '', '1=1', "it's"])('%j stays', (text) => {
  expect(harmless(text)).toBe(text);
});
