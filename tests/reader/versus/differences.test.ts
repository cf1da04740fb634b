import { expect, test } from 'vitest';
import { withinPossible } from '../../../src/reader/versus/differences.ts';
import { units, type Definition, type Unit } from '../../../src/statistics/statistic.ts';

const of = (unit: Unit) => ({ id: 'a', label: 'a', unit }) as Definition;
const difference = { value: 0.04, n: 10, low: -1.5, high: 1.57 };

test.each([
  [units.share, -1, 1],
  [units.explained, -1, 1],
  [units.shareDifference, -1.5, 1.57],
  [units.correlation, -1.5, 1.57],
  [units.points, -1.5, 1.57],
])('a difference in the unit “$name” ends where two values can differ by no more', (unit, low, high) => {
  expect(withinPossible(difference, of(unit))).toEqual({ ...difference, low, high });
});

test('a difference of differences of shares ends at two', () => {
  expect(withinPossible({ ...difference, low: -2.4, high: 0 }, of(units.shareDifference))).toMatchObject({
    low: -2,
    high: 0,
  });
});
