import { benchmarkTitles, type Benchmark } from '../../dataset/benchmarks.ts';

/** Names of the benchmarks where room is short. */
export const shortTitles: Readonly<Record<Benchmark, string>> = { ...benchmarkTitles, math: 'MATH' };
