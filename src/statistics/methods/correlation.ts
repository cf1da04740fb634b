import { centred, dot, isConstant } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';

/**
 * The column with its mean taken off, divided by its population standard deviation (divisor n), so that its
 * squares add up to n. null for fewer than two rows or a constant column. Throws a RangeError for a value
 * that is not finite.
 */
export function standardise(column: ArrayLike<number>): Float64Array | null {
  const deviations = centred(finiteNumbers('column', column));
  if (deviations.length < 2 || isConstant(deviations)) return null;
  const sd = Math.sqrt(dot(deviations, deviations) / deviations.length);
  return sd > 0 && sd < Infinity ? deviations.map((d) => d / sd) : null;
}

/** A column's deviations from its mean and the sum of their squares. */
export interface Deviations {
  deviations: Float64Array;
  squares: number;
}

/** The deviations of a column, which is compared with several. Throws a RangeError for a value that is not finite. */
export function deviationsOf(column: ArrayLike<number>, name = 'column'): Deviations {
  const deviations = centred(finiteNumbers(name, column));
  return { deviations, squares: dot(deviations, deviations) };
}

/** Pearson correlation of two columns, −1 to 1; null where one has fewer than two rows or is constant. */
export function correlationOf(first: Deviations, second: Deviations): number | null {
  if ([first, second].some(({ squares }) => !(squares > 0 && squares < Infinity))) return null;
  const norms = Math.sqrt(first.squares) * Math.sqrt(second.squares);
  const r = dot(first.deviations, second.deviations) / norms;
  // A perfect correlation comes out a rounding away from 1, on either side.
  return Math.abs(r) > 1 - 1e-15 ? Math.sign(r) : r;
}

/**
 * Pearson correlations of every pair of columns, ones on the diagonal. null when any column is constant or
 * has fewer than two rows. Throws a RangeError for columns of different length or a value that is not finite.
 */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): number[][] | null {
  const centredColumns = columns.map((column, j) => {
    requireSameLength('column 0', columns[0]!, `column ${j}`, column);
    return deviationsOf(column, `column ${j}`);
  });
  const matrix = columns.map(() => columns.map(() => 1));
  for (const [i, first] of centredColumns.entries())
    for (const [j, second] of centredColumns.slice(0, i + 1).entries()) {
      const r = correlationOf(first, second);
      if (r === null) return null;
      if (j < i) matrix[i]![j] = matrix[j]![i] = r;
    }
  return matrix;
}

/**
 * Pearson correlation of two columns, −1 to 1. null for fewer than two rows or a constant column. Throws a
 * RangeError for columns of different length or a value that is not finite.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  requireSameLength('x', x, 'y', y);
  return correlationOf(deviationsOf(x, 'x'), deviationsOf(y, 'y'));
}
