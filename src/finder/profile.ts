import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { carbonFolds } from '../statistics/carbon-label.ts';
import { nearestNeighbours, type Neighbour } from '../statistics/methods/nearest-neighbours.ts';
import { percentileRank } from '../statistics/methods/percentile-rank.ts';
import { ranksAmong, type Rank } from '../statistics/model-estimates.ts';
import type { TableModel } from './model-table.ts';

/** A model's size peers have from this factor fewer to this factor more parameters. */
export const peerFactor = 1.5;
export const neighbourCount = 8;
/** Width of the bins of a distribution of scores, in points. */
export const binWidth = 2.5;

export type Measure = 'average' | Benchmark | 'co2_kg';

/** Where a value stands among those of the size peers. */
export interface Standing {
  measure: Measure;
  value: number;
  /** Percentile rank among the peers; null without any. */
  percentile: number | null;
  /** Values of the peers, in ascending order. */
  peers: readonly number[];
}

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

const folds = new WeakMap<readonly TableModel[], readonly (number | null)[]>();

/** The folds of a table, found once. */
function foldsOf(models: readonly TableModel[]): readonly (number | null)[] {
  const known = folds.get(models) ?? carbonFolds(models);
  folds.set(models, known);
  return known;
}

/** Positions of the size peers of the model at a position, itself not among them; none for a model without a size. */
export function peersOf(models: readonly TableModel[], at: number): number[] {
  const size = models[at]!.parameters_b;
  if (!(size > 0)) return [];
  return [...models.keys()].filter((other) => {
    const theirs = models[other]!.parameters_b;
    return other !== at && theirs >= size / peerFactor && theirs <= size * peerFactor;
  });
}

const ranks = new WeakMap<readonly TableModel[], (at: number) => Rank>();

/** The rank by average of the model at a position. */
export function rankOf(models: readonly TableModel[], at: number): Rank {
  const known = ranks.get(models) ?? ranksAmong(models);
  ranks.set(models, known);
  return known(at);
}

/** Sets a model against its size peers and finds the models nearest to it in ability. */
export function profileOf(models: readonly TableModel[], at: number): Profile {
  const model = models[at]!;
  const peers = peersOf(models, at);
  const measures: readonly Measure[] = ['average', ...benchmarks, 'co2_kg'];
  const standings = measures.map((measure): Standing => {
    const theirs = peers.map((peer) => models[peer]![measure]).sort((a, b) => a - b);
    const own = model[measure];
    return { measure, value: own, percentile: percentileRank(own, theirs), peers: theirs };
  });
  const raw = benchmarks.map((name) => models.map((row) => row[`${name}_raw`]));
  return {
    model,
    peers: peers.length,
    rank: rankOf(models, at),
    of: models.length,
    carbonFold: foldsOf(models)[at] ?? null,
    standings,
    neighbours: nearestNeighbours(raw, at, neighbourCount).map((each) => ({
      ...each,
      model: models[each.index]!,
    })),
  };
}

/** How many values fall into each bin from 0 up, lower bounds included. */
export function binned(values: readonly number[], width: number): { from: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const value of values) {
    const bin = Math.floor(value / width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([bin, count]) => ({ from: bin * width, count }));
}
