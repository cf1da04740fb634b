import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from '../../../src/statistics/methods/eigen.ts';
import { holdsAlways } from './made-data.ts';

const expectClose = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((entry, i) => expect(entry).toBeCloseTo(expected[i]!, 12));

test('two by two, by hand', () => {
  // Eigenvalues 1 ± r of a correlation matrix, along the diagonals.
  const { values, vectors } = symmetricEigen([
    [1, -0.6],
    [-0.6, 1],
  ]);
  expectClose(values, [1.6, 0.4]);
  expectClose(vectors[0]!, [Math.SQRT1_2, -Math.SQRT1_2]);
  expectClose(vectors[1]!, [Math.SQRT1_2, Math.SQRT1_2]);
});

test('three by three with known eigenvalues', () => {
  // The second difference matrix: eigenvalues 2 − 2 cos(jπ/4), eigenvectors sin(ijπ/4).
  const { values, vectors } = symmetricEigen([
    [2, -1, 0],
    [-1, 2, -1],
    [0, -1, 2],
  ]);
  expectClose(values, [2 + Math.SQRT2, 2, 2 - Math.SQRT2]);
  expectClose(vectors[0]!, [-0.5, Math.SQRT1_2, -0.5]);
  expectClose(vectors[1]!, [Math.SQRT1_2, 0, -Math.SQRT1_2]);
  expectClose(vectors[2]!, [0.5, Math.SQRT1_2, 0.5]);
});

test('three by three from numpy.linalg.eigh 2.4, an independent computation', () => {
  const { values, vectors } = symmetricEigen([
    [4, 1, 2],
    [1, 3, 0],
    [2, 0, 5],
  ]);
  values.forEach((value, i) => expect(value).toBeCloseTo([6.66907909, 3.4760236, 1.85489731][i]!, 7));
  vectors[0]!.forEach((loading, i) => {
    expect(loading).toBeCloseTo([0.63117897, 0.17202654, 0.75632002][i]!, 7);
  });
});

test('a diagonal matrix, one entry, no entry', () => {
  expect(symmetricEigen([[3]])).toEqual({ values: [3], vectors: [[1]] });
  expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
  expect(
    symmetricEigen([
      [1, 0],
      [0, 2],
    ]),
  ).toEqual({
    values: [2, 1],
    vectors: [
      [0, 1],
      [1, 0],
    ],
  });
});

test('A v = λ v, unit length, orthogonal, descending, largest loading positive', () => {
  const symmetric = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc
      .array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      })
      .map((rows) => rows.map((row, i) => row.map((entry, j) => (i <= j ? entry : rows[j]![i]!)))),
  );
  holdsAlways(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = symmetricEigen(matrix);
      const product = (a: readonly number[], b: readonly number[]) =>
        a.reduce((total, entry, i) => total + entry * b[i]!, 0);
      vectors.forEach((vector, i) => {
        matrix.forEach((row, j) => expect(product(row, vector)).toBeCloseTo(values[i]! * vector[j]!, 10));
        vectors.forEach((other, j) => expect(product(vector, other)).toBeCloseTo(i === j ? 1 : 0, 12));
        expect(Math.max(...vector)).toBeGreaterThanOrEqual(Math.max(...vector.map(Math.abs)) * (1 - 1e-8));
        expect(values[i]).toBeLessThanOrEqual(values[i - 1] ?? Infinity);
      });
    }),
  );
});

test('a matrix that is not square and symmetric is refused with its place', () => {
  expect(() => symmetricEigen([[1, 2]])).toThrow('matrix row 0 has 2 entries; expected 1');
  expect(() =>
    symmetricEigen([
      [1, 2],
      [3, 1],
    ]),
  ).toThrow('matrix[0][1] is 2 and matrix[1][0] is 3');
});
