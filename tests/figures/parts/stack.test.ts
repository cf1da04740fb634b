import { expect, test } from 'vitest';
import { stackOffsets } from '../../../src/figures/parts/stack.ts';

test('values of one cell stand about the line, a value alone stands on it, by hand', () => {
  // Cells 0 to 1, 1 to 2 and 3 to 4; six gaps of a seven-mark stack make a whole strip.
  expect(stackOffsets([0.2, 1.5, 0.9, 3, 0], 1)).toEqual([-1 / 6, 0, 0, 0, 1 / 6]);
  // Cells of a half: the first two share one.
  expect(stackOffsets([0.1, 0.4, 0.6], 0.5)).toEqual([-0.5 / 6, 0.5 / 6, 0]);
});

test('a tall stack fills the strip and no more', () => {
  const offsets = stackOffsets(new Array<number>(11).fill(5), 1);
  expect([Math.min(...offsets), offsets[5], Math.max(...offsets)]).toEqual([-0.5, 0, 0.5]);
});

test('no values, no offsets', () => {
  expect(stackOffsets([], 1)).toEqual([]);
});
