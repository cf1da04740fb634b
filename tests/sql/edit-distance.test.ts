import { expect, test } from 'vitest';
import { editDistance } from '../../src/sql/edit-distance.ts';

test.each([
  ['', '', 0],
  ['average', 'average', 0],
  ['averag', 'average', 1],
  ['aaverage', 'average', 1],
  ['avenage', 'average', 1],
  ['modle', 'model', 1],
  ['ab', 'ba', 1],
  // A swap and a letter within it would touch the swapped letters twice.
  ['ca', 'abc', 3],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s to %s takes %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
