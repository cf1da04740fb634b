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

/** A record of the six benchmarks, in their order. */
export const byBenchmark = <T>(of: (name: Benchmark) => T): Record<Benchmark, T> =>
  Object.fromEntries(benchmarks.map((name) => [name, of(name)])) as Record<Benchmark, T>;
