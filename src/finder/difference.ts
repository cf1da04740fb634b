import { benchmarks, byBenchmark, type Benchmark } from '../dataset/benchmarks.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { scoreVariance } from '../statistics/methods/score-error.ts';
import type { TableModel } from './model-table.ts';

/** Standard errors of the six scores by the questions, in points. */
export type ScoreErrors = Readonly<Record<Benchmark, number>>;

/** Four digits are more than any text shows. */
export const errorsOf = (model: TableModel): ScoreErrors =>
  byBenchmark((name) => Number(Math.sqrt(scoreVariance(name, model[`${name}_raw`])).toFixed(4)));

/** Scores with their errors. */
export type Measured = Pick<TableModel, 'average' | Benchmark> & { errors: ScoreErrors };

/** How far one score is from another, and what the questions leave to chance. */
export interface Difference {
  /** Points of the normalised score. */
  change: number;
  /** Half of the 95 % interval. */
  reach: number;
}

/** Whether the interval of a difference holds none at all. */
export const isNoise = ({ change, reach }: Difference): boolean => Math.abs(change) <= reach;

const critical = normalQuantile(0.975);

/** The standard error of a score, or of the mean of the six, whose errors are independent. */
const errorOf = ({ errors }: Measured, measure: 'average' | Benchmark): number =>
  measure === 'average'
    ? Math.hypot(...benchmarks.map((name) => errors[name])) / benchmarks.length
    : errors[measure];

/**
 * How far the score of one model is from that of another, with the 95 % interval by the questions. Both answered the
 * same ones, but which of them each got right is not in the table, so their errors count as independent: as two models
 * tend to err together, the interval is long rather than short.
 */
export const differenceOf = (from: Measured, to: Measured, measure: 'average' | Benchmark): Difference => ({
  change: to[measure] - from[measure],
  reach: critical * Math.hypot(errorOf(from, measure), errorOf(to, measure)),
});
