import { clustersOf, clusteredVariance, freedomOf, type Clustered, type Grouping } from './clusters.ts';
import { type Estimate, estimate } from './estimate.ts';
import { withClusters } from './jackknife.ts';
import { centred } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { studentCritical } from './student.ts';

/** A group of columns that explains together: one column of numbers, or a column of classes. */
export type Explaining = { numbers: ArrayLike<number> } | { classes: readonly string[] };

/** A column whose share left over by the columns before it is below this follows from them. */
const DEPENDENT = 1e-9;

/** Rows as the columns in which they are not zero, and what stands there. */
interface Design {
  rows: readonly { at: readonly number[]; values: readonly number[] }[];
  /** First column of each group, and the column of y behind the last. Column 0 is 1 in every row. */
  starts: readonly number[];
  size: number;
}

function designOf(groups: readonly Explaining[], y: ArrayLike<number>): Design {
  const dy = centred(finiteNumbers('y', y));
  const rows = Array.from(dy, () => ({ at: [0], values: [1] }));
  const starts: number[] = [];
  let next = 1;
  const put = (row: number, at: number, value: number) => {
    if (value === 0) return;
    rows[row]!.at.push(at);
    rows[row]!.values.push(value);
  };
  groups.forEach((group, g) => {
    starts.push(next);
    const column = 'numbers' in group ? group.numbers : group.classes;
    requireSameLength(`group ${g}`, column, 'y', dy);
    if ('numbers' in group) {
      centred(finiteNumbers(`group ${g}`, group.numbers)).forEach((value, row) => put(row, next, value));
      next += 1;
      return;
    }
    // The first class, by name, follows from the others.
    const names = [...new Set(group.classes)].sort().slice(1);
    const places = new Map(names.map((name, i) => [name, next + i]));
    group.classes.forEach((name, row) => {
      const place = places.get(name);
      if (place !== undefined) put(row, place, 1);
    });
    next += names.length;
  });
  dy.forEach((value, row) => put(row, next, value));
  return { rows, starts: [...starts, next], size: next + 1 };
}

/** Adds the products of the columns over some rows to the triangle of a matrix. */
function addProducts(matrix: Float64Array, { rows, size }: Design, of: Iterable<number>): void {
  for (const row of of) {
    const { at, values } = rows[row]!;
    for (let i = 0; i < at.length; i++)
      for (let j = 0; j <= i; j++) matrix[at[i]! * size + at[j]!]! += values[i]! * values[j]!;
  }
}

/** Weight of a set of `taken` others of `k` groups in the Shapley value: taken! (k − taken − 1)! ÷ k!. */
function shapleyWeights(k: number): number[] {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Array.from(
    { length: k },
    (_, taken) => (factorial(taken) * factorial(k - taken - 1)) / factorial(k),
  );
}

/**
 * Takes the columns from…to out of those behind them, in the triangle of a matrix of products; which were taken, the
 * others following from those before them.
 */
function eliminate(
  matrix: Float64Array,
  products: Float64Array,
  size: number,
  from: number,
  to: number,
): number[] {
  const taken: number[] = [];
  for (let j = from; j < to; j++) {
    const pivot = matrix[j * size + j]!;
    if (!(pivot > DEPENDENT * products[j * size + j]!)) continue;
    taken.push(j);
    for (let i = j + 1; i < size; i++) {
      const factor = matrix[i * size + j]! / pivot;
      if (factor === 0) continue;
      for (let l = j + 1; l <= i; l++) matrix[i * size + l]! -= factor * matrix[l * size + j]!;
    }
  }
  return taken;
}

/**
 * The adjusted R² of every set of groups, by the set as a number in binary, from the products of the columns. Sets
 * that begin alike share the elimination of what they have in common.
 */
function adjustedBySet(products: Float64Array, { starts, size }: Design): Float64Array {
  const k = starts.length - 1;
  const n = products[0]!;
  const found = new Float64Array(2 ** k);
  const last = size * size - 1;
  // One copy for each depth: a set is finished before the next that begins alike is begun.
  const copies = Array.from({ length: k }, () => new Float64Array(size ** 2));
  const start = products.slice();
  eliminate(start, products, size, 0, 1);
  const total = start[last]! / (n - 1);
  const visit = (matrix: Float64Array, group: number, set: number, rank: number): void => {
    if (group === k) {
      found[set] = 1 - matrix[last]! / (n - 1 - rank) / total;
      return;
    }
    visit(matrix, group + 1, set, rank);
    const taken = copies[group]!;
    taken.set(matrix);
    const more = eliminate(taken, products, size, starts[group]!, starts[group + 1]!);
    visit(taken, group + 1, set | (1 << group), rank + more.length);
  };
  visit(start, 0, 0, 0);
  return found;
}

/** y less its least squares on all groups, row by row, in the unit of y. */
export function residualsOf(groups: readonly Explaining[], y: ArrayLike<number>): Float64Array {
  const design = designOf(groups, y);
  const { rows, size } = design;
  const products = new Float64Array(size ** 2);
  addProducts(products, design, rows.keys());
  const left = products.slice();
  const kept = eliminate(left, products, size, 0, size - 1);
  // From the last column to the first, each coefficient is what is left for it less what those behind it take.
  const coefficients = new Float64Array(size - 1);
  for (const j of kept.toReversed()) {
    let rest = left[(size - 1) * size + j]!;
    for (const l of kept) if (l > j) rest -= left[l * size + j]! * coefficients[l]!;
    coefficients[j] = rest / left[j * size + j]!;
  }
  return Float64Array.from(rows, ({ at, values }) =>
    at.reduce((rest, column, i) => rest + values[i]! * (column === size - 1 ? 1 : -coefficients[column]!), 0),
  );
}

const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >> 1));

/** The Shapley value of each group, and behind the last the adjusted R² of all. */
function sharesOf(adjusted: Float64Array, weights: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  adjusted.forEach((without, set) => {
    const weight = weights[bits(set)]!;
    for (let group = 0; group < weights.length; group++)
      if (!(set & (1 << group))) shares[group]! += weight * (adjusted[set | (1 << group)]! - without);
  });
  return [...shares, adjusted.at(-1)!];
}

/**
 * What each of k groups of columns adds to the adjusted share of the variance of y that least squares explain, averaged
 * over all orders in which they may enter (Shapley value; Lipovetsky and Conklin 2001, doi:10.1002/asmb.446), and
 * behind the last what all explain together, which is their sum. Columns that follow from those before them are passed
 * over. Intervals are those of the jackknife over the clusters of `rows`, in which all 2ᵏ fits are made anew without
 * each; there are none of independent rows. null where y is constant or too few rows are left.
 * Throws a RangeError for columns of another length or a value that is not finite.
 */
export function explainedShares(
  groups: readonly Explaining[],
  y: ArrayLike<number>,
  rows: readonly Clustered[],
): Estimate[] {
  requireSameLength('rows', rows, 'y', y);
  const design = designOf(groups, y);
  const n = rows.length;
  const products = new Float64Array(design.size ** 2);
  addProducts(products, design, rows.keys());
  const weights = shapleyWeights(groups.length);
  const values = sharesOf(adjustedBySet(products, design), weights);
  const clusters = clustersOf(rows);
  if (!values.every(Number.isFinite) || n <= design.size)
    return values.map(() => withClusters(estimate(null, n), clusters, null));

  const variances = ({ of, count }: Grouping): number[] => {
    const members = Array.from({ length: count }, (): number[] => []);
    of.forEach((group, row) => members[group]!.push(row));
    const squares = values.map(() => 0);
    for (const left of members) {
      const out = new Float64Array(products.length);
      addProducts(out, design, left);
      const shares = sharesOf(
        adjustedBySet(
          products.map((product, i) => product - out[i]!),
          design,
        ),
        weights,
      );
      shares.forEach((share, g) => (squares[g]! += (share - values[g]!) ** 2));
    }
    return squares.map((square) => ((count - 1) / count) * square);
  };
  const known = new Map<Grouping, number[]>();
  const within = (grouping: Grouping) => {
    let found = known.get(grouping);
    if (!found) known.set(grouping, (found = variances(grouping)));
    return found;
  };
  const freedom = freedomOf(clusters);
  return values.map((value, g) => {
    const variance = clusteredVariance(clusters, (grouping) => within(grouping)[g]!);
    const reach =
      variance === null || freedom === null || !Number.isFinite(variance)
        ? null
        : studentCritical(freedom) * Math.sqrt(variance);
    return withClusters(estimate(value, n), clusters, reach === null ? null : [value - reach, value + reach]);
  });
}
