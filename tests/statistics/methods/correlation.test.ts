import { expect, test } from 'vitest';
import { correlationMatrix, pearson, standardise } from '../../../src/statistics/methods/correlation.ts';
import * as norris from './norris.ts';

test('Pearson correlation by hand and on NIST StRD Norris', () => {
  // Deviations −1, 0, 1 and −2, −1, 3: 5 / √(2 · 14).
  expect(pearson([1, 2, 3], [0, 1, 5])).toBeCloseTo(5 / Math.sqrt(28), 14);
  expect(pearson(norris.x, norris.y)! ** 2).toBeCloseTo(norris.certified.r2, 14);
});

test('undefined for constant or single rows, never beyond 1', () => {
  expect(pearson([1], [2])).toBeNull();
  expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
  expect(pearson([0.1, 0.2, 0.7], [0.3, 0.6, 2.1])).toBeLessThanOrEqual(1);
  expect(standardise([3, 3])).toBeNull();
  expect(standardise([3])).toBeNull();
});

test('standardise by the population deviation', () => {
  // Mean 3, variance (4 + 4) / 2 with divisor n.
  expect([...standardise([1, 5])!]).toEqual([-1, 1]);
});

test('a correlation matrix is symmetric with ones on the diagonal', () => {
  const matrix = correlationMatrix([
    [1, 2, 3],
    [0, 1, 5],
    [3, 2, 1],
  ])!;
  const r = 5 / Math.sqrt(28);
  const expected = [
    [1, r, -1],
    [r, 1, -r],
    [-1, -r, 1],
  ];
  matrix.forEach((row, i) => row.forEach((entry, j) => expect(entry).toBeCloseTo(expected[i]![j]!, 14)));
  expect(correlationMatrix([[1, 1, 1]])).toBeNull();
  expect(() =>
    correlationMatrix([
      [1, 2],
      [1, 2, 3],
    ]),
  ).toThrow(RangeError);
});

test('values whose squares are very small or large, and perfect lines that round', () => {
  expect(pearson([1e-100, 2e-100, 3e-100], [0, 1e90, 5e90])).toBeCloseTo(5 / Math.sqrt(28), 14);
  expect(pearson([0.1, 0.2, 0.7, 0.4], [0.3, 0.6, 2.1, 1.2])).toBe(1);
});
