import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { carbonFolds } from '../statistics/carbon-label.ts';
import { nearestAmong, type Neighbour } from '../statistics/methods/nearest-neighbours.ts';
import { percentileRank } from '../statistics/methods/percentile-rank.ts';
import { ranksAmong, type Rank } from '../statistics/model-estimates.ts';
import type { TableModel } from './model-table.ts';

/** A model's size peers have from this factor fewer to this factor more parameters. */
export const peerFactor = 1.5;
export const neighbourCount = 8;
/** Width of the bins of a distribution of scores, in points. */
export const binWidth = 2.5;
/** Width of the bins of a distribution of carbon, in doublings. */
export const carbonBinWidth = 1 / 4;

export type Measure = 'average' | Benchmark | 'co2_kg';

/** Where a value stands among those of the size peers. */
export interface Standing {
  measure: Measure;
  value: number;
  /** Percentile rank among the peers; null without any. */
  percentile: number | null;
  /** How the peers spread: bins of points, or of quarters of a doubling of carbon. */
  bins: readonly Bin[];
}

/** How many values lie from a number of widths up to the next. */
export type Bin = readonly [index: number, count: number];

/** What the page says of one model from the table alone. */
export interface Profile {
  model: TableModel;
  peers: number;
  rank: Rank;
  of: number;
  standings: readonly Standing[];
  neighbours: readonly (Neighbour & { model: TableModel })[];
  /** Its step-corrected carbon ÷ the median of its architecture and size; null where it has no label. */
  carbonFold: number | null;
}

const measures: readonly Measure[] = ['average', ...benchmarks, 'co2_kg'];

/** What is found once of a table, column by column. */
function prepared(models: readonly TableModel[]) {
  const values = (name: keyof TableModel) => Float64Array.from(models, (model) => Number(model[name]));
  return {
    folds: carbonFolds(models),
    rankOf: ranksAmong(models),
    nearest: nearestAmong(benchmarks.map((name) => values(`${name}_raw`))),
    sizes: values('parameters_b'),
    measures: measures.map((measure) => [measure, values(measure)] as const),
  };
}

const tables = new WeakMap<readonly TableModel[], ReturnType<typeof prepared>>();

function preparedOf(models: readonly TableModel[]) {
  const known = tables.get(models) ?? prepared(models);
  tables.set(models, known);
  return known;
}

/** Positions of the size peers of the model at a position, itself not among them; none for a model without a size. */
export function peersOf(models: readonly TableModel[], at: number): number[] {
  const { sizes } = preparedOf(models);
  const size = sizes[at]!;
  const peers: number[] = [];
  if (!(size > 0)) return peers;
  sizes.forEach((theirs, other) => {
    if (other !== at && theirs >= size / peerFactor && theirs <= size * peerFactor) peers.push(other);
  });
  return peers;
}

/** The rank by average of the model at a position. */
export const rankOf = (models: readonly TableModel[], at: number): Rank => preparedOf(models).rankOf(at);

/** Sets a model against its size peers and finds the models nearest to it in ability. */
export function profileOf(models: readonly TableModel[], at: number): Profile {
  const table = preparedOf(models);
  const peers = peersOf(models, at);
  const standings = table.measures.map(([measure, values]): Standing => {
    const theirs = new Float64Array(peers.length);
    peers.forEach((peer, index) => (theirs[index] = values[peer]!));
    const value = values[at]!;
    const bins =
      measure === 'co2_kg'
        ? binned(theirs.filter((each) => each > 0).map(Math.log2), carbonBinWidth)
        : binned(theirs, binWidth);
    return { measure, value, percentile: percentileRank(value, theirs), bins };
  });
  return {
    model: models[at]!,
    peers: peers.length,
    rank: table.rankOf(at),
    of: models.length,
    carbonFold: table.folds[at] ?? null,
    standings,
    neighbours: table.nearest(at, neighbourCount).map((each) => ({ ...each, model: models[each.index]! })),
  };
}

/** How many values fall into each bin that holds one, lower bounds included, in their order. */
export function binned(values: Iterable<number>, width: number): Bin[] {
  const counts = new Map<number, number>();
  for (const value of values) {
    const bin = Math.floor(value / width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
}
