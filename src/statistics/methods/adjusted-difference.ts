import { clustersOf, effectiveOf, type Clustered } from './clusters.ts';
import { type Estimate, estimate, symmetricEstimate } from './estimate.ts';
import {
  differenceWithClusters,
  jackknifeError,
  shiftsOf,
  totalOf,
  withClusters,
  type OfSums,
  type SparseTerm,
  type Term,
} from './jackknife.ts';
import { telling } from './shifts.ts';
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

/** A column, and the rows in which it may be other than zero; all of them where none are named. */
interface Column {
  values: Float64Array;
  rows?: Int32Array;
}

/** A column of 0 and 1 for the rows named. */
function indicator(n: number, rows: readonly number[]): Column {
  const values = new Float64Array(n);
  for (const row of rows) values[row] = 1;
  return { values, rows: Int32Array.from(rows) };
}

/** A column of 0 and 1 for each class, in the order of their names; the first follows from the others. */
function indicators(classes: readonly string[]): Column[] {
  const rowsOf = new Map<string, number[]>();
  classes.forEach((name, row) => {
    const rows = rowsOf.get(name);
    if (rows) rows.push(row);
    else rowsOf.set(name, [row]);
  });
  return [...rowsOf]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(1)
    .map(([, rows]) => indicator(classes.length, rows));
}

/** The product of two columns in the rows where neither is named as zero. */
function product(a: Column, b: Column): Float64Array | SparseTerm {
  const rows = a.rows && b.rows ? (a.rows.length < b.rows.length ? a.rows : b.rows) : (a.rows ?? b.rows);
  if (!rows) return a.values.map((value, row) => value * b.values[row]!);
  const adds = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) adds[at] = a.values[rows[at]!]! * b.values[rows[at]!]!;
  return { rows, adds };
}

/** The products of columns that are not zero in every row, and their places in the triangle of all products. */
function productsOf(columns: readonly Column[]) {
  const terms: Term[] = [];
  const places: number[] = [];
  for (const [i, a] of columns.entries())
    for (const [j, b] of columns.slice(0, i + 1).entries()) {
      const term = product(a, b);
      if (('rows' in term ? term.adds : term).every((value) => value === 0)) continue;
      terms.push(term);
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
      const own = j * size;
      const whole = lower[own + j]!;
      let left = whole;
      for (let k = own; k < own + j; k++) left -= lower[k]! * lower[k]!;
      const pivot = left > DEPENDENT * whole ? Math.sqrt(left) : 0;
      lower[own + j] = pivot;
      for (let at = own + size; at < lower.length; at += size) {
        let rest = lower[at + j]!;
        if (pivot > 0) for (let k = 0; k < j; k++) rest -= lower[at + k]! * lower[own + k]!;
        lower[at + j] = pivot > 0 ? rest / pivot : 0;
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
  const error = (columns: readonly Column[], n: number): number | null => {
    const scaled = new Float64Array(size);
    let squares = 0;
    for (let row = 0; row < n; row++) {
      let [leverage, residual] = [0, columns[y]!.values[row]!];
      for (let j = 0; j <= group; j++) {
        const pivot = lower[j * size + j]!;
        let rest = columns[j]!.values[row]!;
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
    { values: new Float64Array(n).fill(1) },
    ...numbers.map((column, j) => ({ values: centred(finiteNumbers(`column ${j}`, column)) })),
    ...classes.flatMap(indicators),
    indicator(
      n,
      [...group.keys()].filter((row) => group[row]),
    ),
    { values: centred(finiteNumbers('y', yColumn)) },
  ];
  const { terms, places } = productsOf(columns);
  const { coefficient, rank, error: rowError } = elimination(columns.length, places);
  const value = coefficient(Float64Array.from(terms, totalOf));
  const clusters = clustersOf(rows);
  if (!Number.isFinite(value)) return withClusters(estimate(null, n), clusters, null);

  const freedom = n - rank();
  const alone = freedom < 1 ? null : rowError(columns, n);
  const independent = symmetricEstimate(value, n, alone === null ? null : studentCritical(freedom) * alone);
  const sideOf = (side: boolean) =>
    effectiveOf(
      clusters,
      group.map((each) => each === side),
    );
  const error = jackknifeError(clusters, terms, coefficient);
  const clustered = differenceWithClusters(independent, clusters, [sideOf(true), sideOf(false)], error);
  return clustered.low === null ? clustered : telling(clustered, rows, () => shiftsOf(terms, coefficient));
}
