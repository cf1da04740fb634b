import { clustersOf, freedomOf, type Clustered } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import { jackknifeError, withClusters, type OfSums } from './jackknife.ts';
import { centred } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/** What is held while two groups are compared: columns of numbers, straight lines each, and columns of classes. */
export interface Held {
  numbers?: readonly ArrayLike<number>[];
  classes?: readonly (readonly string[])[];
}

/** A column whose share left over by the columns before it is below this follows from them. */
const DEPENDENT = 1e-9;

/** A column of 0 and 1 for each class, in the order of their names; the first follows from the others. */
const indicators = (classes: readonly string[]): Float64Array[] =>
  [...new Set(classes)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .slice(1)
    .map((name) => Float64Array.from(classes, (each) => (each === name ? 1 : 0)));

/** The products of columns that are not zero in every row, and their places in the triangle of all products. */
function productsOf(columns: readonly Float64Array[]) {
  const terms: Float64Array[] = [];
  const places: number[] = [];
  for (const [i, a] of columns.entries())
    for (const [j, b] of columns.slice(0, i + 1).entries()) {
      const product = a.map((value, row) => value * b[row]!);
      if (product.every((value) => value === 0)) continue;
      terms.push(product);
      places.push(i * columns.length + j);
    }
  return { terms, places };
}

/**
 * Elimination of columns one after the other from sums of their products (Cholesky). The last but one is the group and
 * the last is y, so that the coefficient is what is left of their product over what is left of the group's square. A
 * column that follows from those before it, as a class does that left with a cluster, is passed over.
 */
function elimination(size: number, places: readonly number[]) {
  const lower = new Float64Array(size * size);
  const [group, y] = [size - 2, size - 1];
  /** The coefficient of the group; NaN where the group follows from what is held. */
  const coefficient: OfSums = (sums) => {
    lower.fill(0);
    for (let k = 0; k < sums.length; k++) lower[places[k]!] = sums[k]!;
    for (let j = 0; j <= group; j++) {
      const whole = lower[j * size + j]!;
      let left = whole;
      for (let k = 0; k < j; k++) left -= lower[j * size + k]! ** 2;
      const pivot = left > DEPENDENT * whole ? Math.sqrt(left) : 0;
      lower[j * size + j] = pivot;
      for (let i = j + 1; i < size; i++) {
        let rest = lower[i * size + j]!;
        if (pivot > 0) for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!;
        lower[i * size + j] = pivot > 0 ? rest / pivot : 0;
      }
    }
    return lower[y * size + group]! / lower[group * size + group]!;
  };
  /** How many columns the last coefficient took. */
  const rank = () => {
    let taken = 0;
    for (let j = 0; j <= group; j++) if (lower[j * size + j]! > 0) taken++;
    return taken;
  };
  /** HC3 error of the last coefficient: how far each row moves it, squared; null where one row alone determines it. */
  const error = (columns: readonly Float64Array[], n: number): number | null => {
    const scaled = new Float64Array(size);
    let squares = 0;
    for (let row = 0; row < n; row++) {
      let [leverage, residual] = [0, columns[y]![row]!];
      for (let j = 0; j <= group; j++) {
        const pivot = lower[j * size + j]!;
        let rest = columns[j]![row]!;
        for (let k = 0; k < j; k++) rest -= lower[j * size + k]! * scaled[k]!;
        scaled[j] = pivot > 0 ? rest / pivot : 0;
        leverage += scaled[j]! ** 2;
        residual -= scaled[j]! * lower[y * size + j]!;
      }
      const own = scaled[group]! / lower[group * size + group]!;
      // A row that is alone in its class is fitted away and moves nothing.
      if (leverage < 1 - DEPENDENT) squares += ((own * residual) / (1 - leverage)) ** 2;
      else if (scaled[group]! ** 2 > DEPENDENT) return null;
    }
    return Math.sqrt(squares);
  };
  return { coefficient, rank, error };
}

/**
 * How far y lies apart between the rows of `group` and the others when what is `held` is the same: the coefficient of
 * the group in ordinary least squares, in the unit of y. The interval is that of the jackknife over the clusters of
 * `rows`, in which every leave-out is a new fit, with the freedom of the side with less; that of independent rows is
 * HC3 (MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7), Student with n less the columns. null
 * where the group is empty, everything, or follows from what is held. Throws a RangeError for columns of another
 * length or a value that is not finite.
 */
export function adjustedDifference(
  group: readonly boolean[],
  yColumn: ArrayLike<number>,
  { numbers = [], classes = [] }: Held,
  rows: readonly Clustered[],
): Estimate {
  const n = rows.length;
  requireSameLength('rows', rows, 'group', group);
  requireSameLength('rows', rows, 'y', yColumn);
  for (const [j, column] of [...numbers, ...classes].entries())
    requireSameLength('rows', rows, `column ${j}`, column);
  const columns = [
    new Float64Array(n).fill(1),
    ...numbers.map((column, j) => centred(finiteNumbers(`column ${j}`, column))),
    ...classes.flatMap(indicators),
    Float64Array.from(group, Number),
    centred(finiteNumbers('y', yColumn)),
  ];
  const { terms, places } = productsOf(columns);
  const { coefficient, rank, error: rowError } = elimination(columns.length, places);
  const value = coefficient(
    Float64Array.from(terms, (term) => term.reduce((total, product) => total + product, 0)),
  );
  const clusters = clustersOf(rows);
  if (!Number.isFinite(value)) return withClusters(estimate(null, n), clusters, null);

  const freedom = n - rank();
  const alone = freedom < 1 ? null : rowError(columns, n);
  const independent = symmetricEstimate(value, n, alone === null ? null : studentCritical(freedom) * alone);
  const freedoms = [true, false].map((side) =>
    freedomOf(clustersOf(rows.filter((_, i) => group[i] === side))),
  );
  const error = jackknifeError(clusters, terms, coefficient);
  if (error === null || freedoms.includes(null)) return withClusters(independent, clusters, null);
  const reach = studentCritical(Math.min(...freedoms.map(Number))) * error;
  return withClusters(independent, clusters, [value - reach, value + reach]);
}
