import { expect, test } from 'vitest';
import { meanEstimate } from '../../../src/statistics/methods/mean.ts';
import {
  finiteNumbers,
  nonNegativeNumbers,
  requireSameLength,
} from '../../../src/statistics/methods/numeric-input.ts';
import { pooledRatio } from '../../../src/statistics/methods/ratio.ts';

test('a value that is not a finite number is refused with its place', () => {
  expect(() => finiteNumbers('score', [1, NaN])).toThrow('score[1] is NaN; expected a finite number');
  expect(() => finiteNumbers('score', [null as unknown as number])).toThrow('score[0] is null');
  expect(() => finiteNumbers('score', [0, 1, Infinity])).toThrow(RangeError);
  expect(() => meanEstimate([1, undefined as unknown as number])).toThrow('values[1] is undefined');
});

test('the copy is independent of the input', () => {
  const input = [3, 1];
  finiteNumbers('x', input).sort();
  expect(input).toEqual([3, 1]);
});

test('negative counts and columns of unequal length are refused', () => {
  expect(() => nonNegativeNumbers('counts', [0, 2, -1])).toThrow(
    'counts[2] is -1; expected zero or a positive',
  );
  expect(() => requireSameLength('x', [1, 2], 'y', [1])).toThrow('x has 2 rows and y has 1');
  expect(() => pooledRatio([1], [1, 2])).toThrow('numerator has 1 rows and denominator has 2');
});
