import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { evenMixtures, placesByWeights } from './methods/rank-by-weights.ts';
import type { Places } from './methods/rank-interval.ts';
import type { Stepwise } from './methods/stepwise.ts';

/** Mixtures of weights for the six benchmarks: as many as leave the bounds that the text gives within two ranks. */
export const weightDraws = 6000;

let mixtures: readonly Float64Array[] | undefined;
/** The mixtures of weights: the same for all rows, and made when first they are asked for. */
const mixturesOfWeights = () => (mixtures ??= evenMixtures(benchmarks.length, weightDraws));

/**
 * Between which ranks among all models of a table 95 % of all mixtures of weights for the benchmarks leave those at
 * some positions.
 */
export const ranksByWeights = (
  models: readonly Readonly<Record<Benchmark, number>>[],
  at: readonly number[],
): Stepwise<Places[]> =>
  placesByWeights(
    benchmarks.map((name) => Float64Array.from(models, (model) => model[name])),
    at,
    mixturesOfWeights(),
  );
