import { benchmarks, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions, pointsPerShare } from '../../dataset/questions.ts';

/** Raw results of one model on the six benchmarks, from 0 to 1. */
export type RawResults = Readonly<Record<Benchmark, number>>;

/**
 * Variance in points² that the questions alone give one of `parts` scores of which a mean is made, as a part of that
 * mean: the raw result p is taken for a binomial share of its effective number of questions q, which is
 * (points per share ÷ parts)² p (1 − p) ÷ q. That a score does not go below 0 is left out of it.
 */
export const scoreVariance = (name: Benchmark, p: number, parts = 1): number => {
  const slope = pointsPerShare[name] / parts;
  return (slope * slope * p * (1 - p)) / effectiveQuestions[name];
};

/** Variance of the average score in points², from the questions alone: the sum of those of its six parts. */
export const averageVariance = (results: RawResults): number =>
  benchmarks.reduce((total, name) => total + scoreVariance(name, results[name], benchmarks.length), 0);

/**
 * Difference of two average scores, `second` minus `first`, in standard errors of their questions. Two models answered
 * the same questions and tend to err together, so the true error is smaller and this one is cautious.
 */
export const averageDifference = (
  first: RawResults & { average: number },
  second: RawResults & { average: number },
): number => {
  const difference = second.average - first.average;
  return difference === 0 ? 0 : difference / Math.sqrt(averageVariance(first) + averageVariance(second));
};
