import type { Benchmark } from '../benchmarks.ts';
import type { Run } from '../column.ts';
import { benchmarks } from '../benchmarks.ts';

/** Points by which a recomputed score may differ from the given one. */
export const tolerance = 1e-6;

/**
 * Chance level of the benchmarks whose score follows from the raw value alone. BBH and MuSR are normalised
 * per subtask before they are averaged, so their raw value does not determine the score.
 */
export const floors: Partial<Record<Benchmark, number>> = { ifeval: 0, math: 0, gpqa: 0.25, mmlu_pro: 0.1 };

/** The score in points, 0 to 100, of a raw value in [0, 1]: max(0, (raw − floor) / (1 − floor)) × 100. */
export function normalise(raw: number, floor: number): number {
  return Math.max(0, (raw - floor) / (1 - floor)) * 100;
}

/** Plain mean of the six scores of a run, in points; null where one of them is missing. */
export function meanScore(run: Run): number | null {
  let sum = 0;
  for (const benchmark of benchmarks) {
    const score = run[benchmark];
    if (typeof score !== 'number') return null;
    sum += score;
  }
  return sum / benchmarks.length;
}
