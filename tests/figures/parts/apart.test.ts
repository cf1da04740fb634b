import { expect, test } from 'vitest';
import { apart } from '../../../src/figures/parts/apart.ts';

test('names that are far enough apart stay where they are, in the order given', () => {
  expect(apart([3, 1, 2], 1)).toEqual([3, 1, 2]);
  expect(apart([], 1)).toEqual([]);
});

test('two that nearly coincide part about their mean', () => {
  expect(apart([0.4, 0.6], 1)).toEqual([0, 1]);
  expect(apart([5, 5], 2)).toEqual([4, 6]);
});

test('one that is pushed into the next takes it along', () => {
  // 0 and 0.5 spread to −0.25 and 0.75, too near to 1: all three about their mean of 0.5.
  expect(apart([0, 0.5, 1, 9], 1)).toEqual([-0.5, 0.5, 1.5, 9]);
  // A fourth at 2 is half a gap from the third at 1.5 and joins them, about 0.875; at 2.6 it stands clear.
  expect(apart([0, 0.5, 1, 2], 1)).toEqual([-0.625, 0.375, 1.375, 2.375]);
  expect(apart([0, 0.5, 1, 2.6], 1)).toEqual([-0.5, 0.5, 1.5, 2.6]);
});
