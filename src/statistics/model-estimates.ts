import type { Benchmark } from '../dataset/benchmarks.ts';
import type { ofEstimates } from '../dataset/estimates.ts';
import type { ValueOf } from '../dataset/column.ts';
import { carbonFolds, carbonLabelOf, type LabelledBy } from './carbon-label.ts';
import { rankInterval, type Places } from './methods/rank-interval.ts';
import { averageVariance } from './named/average-error.ts';
import { ranksByWeights } from './ranks-by-weights.ts';

type RankedBy = Readonly<Record<'average' | `${Benchmark}_raw`, number>>;
type Scored = Readonly<Record<Benchmark, number>>;

/** A rank by average among all models, with its 95 % interval by the error of the questions. */
export interface Rank extends Places {
  /** From 1; models of one average share the better rank. */
  place: number;
}

/** The rank by average of the model at each position of a table. */
export function ranksAmong(models: readonly RankedBy[]): (at: number) => Rank {
  const averages = Float64Array.from(models, ({ average }) => average);
  const variances = Float64Array.from(models, averageVariance);
  return (at) => ({
    place: 1 + averages.reduce((above, average) => above + Number(average > averages[at]!), 0),
    ...rankInterval(averages, variances, at),
  });
}

/** What is published of a model. */
export type ModelEstimates = { [K in keyof typeof ofEstimates]: ValueOf<(typeof ofEstimates)[K]> };

const toFourDigits = (value: number) => Math.round(value * 1e4) / 1e4;

/** What is published of each of all models of a preparation, in their order. */
export function modelEstimates(models: readonly (RankedBy & Scored & LabelledBy)[]): ModelEstimates[] {
  const rankOf = ranksAmong(models);
  const byWeights = ranksByWeights(models, [...models.keys()]).value();
  const folds = carbonFolds(models);
  return models.map((model, at) => {
    const { place, low, high } = rankOf(at);
    const fold = folds[at]!;
    return {
      rank: place,
      rank_low: low,
      rank_high: high,
      weights_rank_low: byWeights[at]!.low,
      weights_rank_high: byWeights[at]!.high,
      average_error: toFourDigits(Math.sqrt(averageVariance(model))),
      carbon_fold: fold === null ? null : toFourDigits(fold),
      carbon_label: fold === null ? null : carbonLabelOf(fold).letter,
    };
  });
}
