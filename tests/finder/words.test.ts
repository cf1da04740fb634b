import { expect, test } from 'vitest';
import { carbonLabel, kg, ordinal, percentile, ranks, size } from '../../src/finder/words.ts';

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

test('a carbon label has its letter, its words, and what noise could make of it', () => {
  expect(carbonLabel(1.1)).toBe(
    'C, about the same: 1.10 times the median of its architecture and size; may be B to E',
  );
  expect(carbonLabel(3)).toBe('E, far more: 3.00 times the median of its architecture and size; sure');
  expect(carbonLabel(0.5)).toBe(
    'A, far less: 0.50 times the median of its architecture and size; may be A to B',
  );
  expect(carbonLabel(null)).toBe(
    'none: no day of submission, or too few models of its architecture and size',
  );
});

test('ranks that a model may have, or the one that it has', () => {
  expect(ranks({ low: 998, high: 1004 })).toBe('998 to 1,004');
  expect(ranks({ low: 1, high: 1 })).toBe('1');
});
