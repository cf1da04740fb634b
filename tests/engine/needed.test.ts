import { expect, test } from 'vitest';
import { checkBrowser } from '../../src/engine/needed.ts';

const browser = { WebAssembly: {}, Worker: {}, ReadableStream: {}, TransformStream: {} };

test('a browser that has all is taken, with or without its own decompression', () => {
  expect(() => checkBrowser(browser)).not.toThrow();
});

test.each(Object.keys(browser))('a browser without %s is named for it, not a file', (name) => {
  const lacking = Object.fromEntries(Object.entries(browser).filter(([other]) => other !== name));
  expect(() => checkBrowser(lacking)).toThrow(new RegExp(`^This browser has no ${name}, which `));
});
