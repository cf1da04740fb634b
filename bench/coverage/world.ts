import { clustersOf, type Clustered, type Grouping } from '../../src/statistics/methods/clusters.ts';
import { arithmeticMean } from '../../src/statistics/methods/moments.ts';
import { normalQuantile } from '../../src/statistics/methods/normal.ts';

/** A model of the table as the simulation takes it: whose it is and how large; its results are drawn. */
export interface SimulatedModel extends Clustered {
  /** Binary logarithm of the parameters in billions. */
  size: number;
  official: boolean;
  small: boolean;
  family: string;
  /** Whether it was submitted in the last quarter of the table, or in the first whole one; null for neither. */
  late: boolean | null;
}

/** Variances between organisations, between lineages and between models alike in both. */
export interface Components {
  organisation: number;
  lineage: number;
  model: number;
}

/** The variance of one model's value. */
export const totalOf = ({ organisation, lineage, model }: Components): number =>
  organisation + lineage + model;

/** Sum of squares of values about the means of their groups. */
function withinSquares(values: ArrayLike<number>, { of, count }: Grouping): number {
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < of.length; i++) {
    sums[of[i]!]! += values[i]!;
    sizes[of[i]!]! += 1;
  }
  return of.reduce((total, group, i) => total + (values[i]! - sums[group]! / sizes[group]!) ** 2, 0);
}

/** Σ over groups of their rows less Σ over cells of squared rows, over the rows of the group. */
function crossedRows(of: Grouping, cells: Grouping): number {
  const [rows, inCell] = [new Float64Array(of.count), new Float64Array(cells.count)];
  const groupOf = new Int32Array(cells.count);
  for (let i = 0; i < of.of.length; i++) {
    rows[of.of[i]!]! += 1;
    inCell[cells.of[i]!]! += 1;
    groupOf[cells.of[i]!] = of.of[i]!;
  }
  return of.of.length - inCell.reduce((sum, n, cell) => sum + (n * n) / rows[groupOf[cell]!]!, 0);
}

/**
 * Variance components of values by the method of moments: the sum of squares within the cells of organisation and
 * lineage is that of models alone, within lineages that of organisations too, within organisations that of lineages
 * too; each is set equal to what it is expected to be. No component is below zero.
 */
export function componentsOf(values: ArrayLike<number>, rows: readonly Clustered[]): Components {
  const { organisations, lineages, both } = clustersOf(rows);
  const n = rows.length;
  const model = withinSquares(values, both) / (n - both.count);
  const between = (held: Grouping) =>
    Math.max(0, (withinSquares(values, held) - model * (n - held.count)) / crossedRows(held, both));
  return { organisation: between(lineages), lineage: between(organisations), model };
}

/** Values of the models about zero: an effect of the organisation, one of the lineage and one of the model, all normal. */
export function drawValues(
  rows: readonly Clustered[],
  components: Components,
  random: () => number,
): Float64Array {
  const { organisations, lineages } = clustersOf(rows);
  // Half a step of the generator keeps the quantile finite.
  const effects = (count: number, variance: number) =>
    Float64Array.from({ length: count }, () => Math.sqrt(variance) * normalQuantile(random() + 2 ** -33));
  const organisation = effects(organisations.count, components.organisation);
  const lineage = effects(lineages.count, components.lineage);
  const model = effects(rows.length, components.model);
  return model.map((own, i) => own + organisation[organisations.of[i]!]! + lineage[lineages.of[i]!]!);
}

/** Mean squared distance of values from their mean. */
export function spreadOf(values: readonly number[]): number {
  const mean = arithmeticMean(values) ?? NaN;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
