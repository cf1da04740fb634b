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

/**
 * A column's deviations from its mean and the sum of their squares; null where a correlation is undefined.
 */
function deviationsOf(column: ArrayLike<number>): { deviations: Float64Array; squares: number } | null {
  const deviations = centred(column);
  const squares = dot(deviations, deviations);
  return squares > 0 && squares < Infinity ? { deviations, squares } : null;
}

/**
 * Pearson correlations of every pair of columns, ones on the diagonal. null when any column is constant or
 * has fewer than two rows. Throws a RangeError for columns of different length or a value that is not finite.
 */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): number[][] | null {
  const centredColumns = columns.map((column, j) => {
    requireSameLength('column 0', columns[0]!, `column ${j}`, column);
    return deviationsOf(finiteNumbers(`column ${j}`, column));
  });
  const defined = centredColumns.filter((column) => column !== null);
  if (defined.length < columns.length) return null;
  const matrix = columns.map(() => columns.map(() => 1));
  defined.forEach((first, i) => {
    defined.slice(0, i).forEach((second, j) => {
      const norms = Math.sqrt(first.squares) * Math.sqrt(second.squares);
      const r = dot(first.deviations, second.deviations) / norms;
      // A perfect correlation comes out a rounding away from 1, on either side.
      matrix[i]![j] = Math.abs(r) > 1 - 1e-15 ? Math.sign(r) : r;
      matrix[j]![i] = matrix[i]![j]!;
    });
  });
  return matrix;
}

/**
 * Pearson correlation of two columns, −1 to 1. null for fewer than two rows or a constant column. Throws a
 * RangeError for columns of different length or a value that is not finite.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  requireSameLength('x', x, 'y', y);
  return correlationMatrix([x, y])?.[0]?.[1] ?? null;
}
