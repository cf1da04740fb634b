/** The six benchmarks in the order of the dataset. */
export const benchmarks = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'] as const;
export type Benchmark = (typeof benchmarks)[number];

/** Names of the benchmarks as readers know them. */
export const benchmarkTitles: Readonly<Record<Benchmark, string>> = {
  ifeval: 'IFEval',
  bbh: 'BBH',
  math: 'MATH level 5',
  gpqa: 'GPQA',
  musr: 'MuSR',
  mmlu_pro: 'MMLU-Pro',
};

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
