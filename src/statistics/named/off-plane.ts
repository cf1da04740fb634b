import { benchmarks, byBenchmark, type Benchmark } from '../../dataset/benchmarks.ts';
import { standoutsOf, type Standouts } from './specialists.ts';
import type { RowOf } from '../../dataset/select.ts';
import type { specialists } from './specialists.ts';

type Profiled = RowOf<(typeof specialists)['query']>;

/** A raw result far from what the other five suggest, above or below it. */
export interface Distance {
  benchmark: Benchmark;
  /** Points of a hundred above the plane; negative below it. */
  points: number;
  /** The same in standard deviations of the residuals of all models. */
  deviations: number;
}

/** Whether a distance, above or below, is beyond both bars of the search for specialists. */
const beyondBoth = ({ residuals, questionErrors, scatter, bar }: Standouts, row: number): boolean =>
  Math.abs(residuals[row]!) > bar * Math.max(questionErrors[row]!, scatter);

/**
 * Models off the plane, with the distances that put them there: at least one raw result above the plane on the
 * other five and at least one below it, each beyond both bars of the search for specialists, question noise and
 * scatter. A specialist stands above on one and near the plane on the others. None where too few models
 * determine a plane.
 */
export function offPlane(rows: readonly Profiled[]): { row: Profiled; distances: Distance[] }[] {
  const standouts = byBenchmark(standoutsOf(rows));
  return rows.flatMap((row, at) => {
    const distances = benchmarks.flatMap((benchmark): Distance[] => {
      const found = standouts[benchmark];
      if (!found || !beyondBoth(found, at)) return [];
      const residual = found.residuals[at]!;
      return [
        {
          benchmark,
          points: 100 * residual,
          deviations: residual / found.scatter,
        },
      ];
    });
    const isOff = distances.some(({ points }) => points > 0) && distances.some(({ points }) => points < 0);
    return isOff ? [{ row, distances }] : [];
  });
}
