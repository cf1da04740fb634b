import { benchmarks, byBenchmark, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions, pointsPerShare } from '../../dataset/questions.ts';

/**
 * Variance that the limited number of questions gives an average, in squared points: a sixth of each score, whose
 * error is that of its raw result on the scale of the score. That a score does not go below 0 is left out of it.
 */
export function averageVariance(row: Readonly<Record<`${Benchmark}_raw`, number>>): number {
  const ofScore = byBenchmark((name) => {
    const share = row[`${name}_raw`];
    return (pointsPerShare[name] ** 2 * share * (1 - share)) / effectiveQuestions[name];
  });
  return benchmarks.reduce((sum, name) => sum + ofScore[name], 0) / benchmarks.length ** 2;
}
