import type { Benchmark } from './benchmarks.ts';

/**
 * Questions of each benchmark as the leaderboard ran it, for the binomial error of a raw result. IFEval counts
 * prompts; its raw result also averages over the instructions in them.
 */
export const questions: Readonly<Record<Benchmark, number>> = {
  ifeval: 541,
  bbh: 5761,
  math: 1324,
  gpqa: 1192,
  musr: 756,
  mmlu_pro: 12_032,
};
