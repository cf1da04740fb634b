import { expect, test } from 'vitest';
import { shownNumbers } from '../../src/figures/shown-numbers.ts';

const found = (value: number | null) => ({ value });

test('a number is shown where a cell has its value to the last bit', () => {
  const rows = [
    { label: 'a', value: 0.1 + 0.2 },
    { label: 'b', value: 0.25 },
  ];
  expect(
    shownNumbers(rows, {
      'x.sum': found(0.1 + 0.2),
      'x.near': found(0.3),
      'x.quarter': found(0.25),
      'x.none': found(null),
    }),
  ).toEqual({ 'x.sum': 0.1 + 0.2, 'x.quarter': 0.25 });
});

test('equal counts need not be of the same thing, so that whole numbers are none', () => {
  expect(shownNumbers([{ value: 3 }], { 'x.count': found(3) })).toEqual({});
});
