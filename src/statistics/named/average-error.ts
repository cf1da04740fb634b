import { byBenchmark, type Benchmark } from '../../dataset/benchmarks.ts';
import { averageVariance as varianceOf } from '../methods/score-error.ts';

/** Variance that the limited number of questions gives the average of a model of the table, in squared points. */
export const averageVariance = (row: Readonly<Record<`${Benchmark}_raw`, number>>): number =>
  varianceOf(byBenchmark((name) => row[`${name}_raw`]));
