import { expect, test } from 'vitest';
import { kg, ordinal, percentile, size } from '../../src/finder/words.ts';

test('a percentile is 0 or 100 only where no peer lies beyond', () => {
  expect([0, 0.2, 50.4, 99.7, 100].map(percentile)).toEqual(['0th', '1st', '50th', '99th', '100th']);
});

test('ranks in words', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 1002].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '101st',
    '111th',
    '1,002nd',
  ]);
});

test('what is small keeps a digit that tells it from zero', () => {
  expect([size(7.615), size(0.002), kg(0.0643), size(null)]).toEqual([
    '7.62\u00a0B',
    '0.002\u00a0B',
    '0.064\u00a0kg',
    '–',
  ]);
});
