import { expect, test } from 'vitest';
import { cacheExample, cacheOf, memoryOf, mostBits, weightsOf } from '../../src/choose/memory.ts';

test('weights are parameters × bits ÷ 8, and a fifth more is counted', () => {
  expect(weightsOf(32, 4)).toBe(16);
  expect(memoryOf(32, 4)).toBeCloseTo(19.2, 12);
});

test('the most bits at which a model fits are memory × 8 ÷ (parameters × 1.2), rounded down', () => {
  // 24 × 8 ÷ (32.8 × 1.2) = 4.878…
  expect(mostBits(24, 32.8)).toBe(4.87);
});

test('the cache of a context is a key and a value of two bytes a number, in every layer and head, for each token', () => {
  // 2 · 64 · 8 · 128 · 2 = 262,144 bytes a token, times 8,192.
  expect(cacheOf(cacheExample.attention, 8192)).toBeCloseTo(2.147483648, 12);
});
