import fc from 'fast-check';
import { expect, test } from 'vitest';
import { select } from '../../../src/statistics/methods/select.ts';
import { holdsAlways, numbers } from './made-data.ts';

test('the value at every rank is the one that sorting puts there, ties and constant lists among them', () => {
  holdsAlways(
    fc.property(numbers(1), (values) => {
      const sorted = Float64Array.from(values).sort();
      // −0 equals 0 in rank, and either may stand first.
      for (let rank = 0; rank < values.length; rank++)
        expect(select(Float64Array.from(values), rank) + 0).toBe(sorted[rank]! + 0);
    }),
  );
});

test('works on the values where they stand, and loses none', () => {
  const values = Float64Array.of(5, 1, 4, 1, 3);
  expect(select(values, 2)).toBe(3);
  expect([...values].toSorted()).toEqual([1, 1, 3, 4, 5]);
});

test('a rank that no value has is refused', () => {
  for (const rank of [-1, 2, 0.5, NaN])
    expect(() => select(Float64Array.of(1, 2), rank)).toThrow(`rank is ${rank}`);
  expect(() => select(new Float64Array(0), 0)).toThrow(RangeError);
});
