import { benchmarkTitles, benchmarks, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions, pointsPerShare } from '../../dataset/questions.ts';
import { known, select, sql, type Expression, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { estimate, type Estimate } from '../methods/estimate.ts';
import { largestOfMany } from '../methods/largest-of-many.ts';
import { estimated, family, units } from '../statistic.ts';

type Results = Record<Benchmark | `${Benchmark}_raw`, Expression<number>>;

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    model: columns.model,
    day: known(columns.submission_date),
    ...(Object.fromEntries(
      benchmarks.flatMap((name) => [
        [name, columns[name]],
        [`${name}_raw`, columns[`${name}_raw`]],
      ]),
    ) as Results),
  },
  where: sql`${columns.submission_date} IS NOT NULL AND ${columns.caution} IS NULL`,
  orderBy: ['day', columns.row],
}));

/** A model with a day of submission and without a caution. */
export type Judged = RowOf<typeof query>;

/** What a perfect result scores, in points. */
export const perfect = 100;

/** A day on which a benchmark had a better result than on all days before. */
export interface BestSoFar {
  day: string;
  /** The best of the day; the first row of equals. */
  model: string;
  /** Its result in points, and as measured. */
  score: number;
  raw: number;
  /** Models that came after the day of the best before, up to this day. */
  tries: number;
}

/** The best results so far of one benchmark, from rows in order of their day. */
export function bestsSoFar(rows: readonly Judged[], benchmark: Benchmark): BestSoFar[] {
  const bests: BestSoFar[] = [];
  let tries = 0;
  for (const [day, members] of Map.groupBy(rows, (row) => row.day)) {
    tries += members.length;
    const top = members.reduce((best, row) => (row[benchmark] > best[benchmark] ? row : best));
    if (top[benchmark] <= (bests.at(-1)?.score ?? -Infinity)) continue;
    bests.push({ day, model: top.model, score: top[benchmark], raw: top[`${benchmark}_raw`], tries });
    tries = 0;
  }
  return bests;
}

/** Chance that the bound of a largest error is not passed. */
const sureness = 0.95;

/**
 * The last rise of the best score in standard errors of the one before, binomial ones of its raw result in points, and the errors that the largest of
 * as many as tried reaches in 95 of 100 cases if all were as good as the one before; null without a rise or an error.
 */
function lastRise(
  bests: readonly BestSoFar[],
  benchmark: Benchmark,
): { errors: number; chance: number } | null {
  const [before, last] = bests.slice(-2);
  if (!before || !last) return null;
  const share = Math.sqrt((before.raw * (1 - before.raw)) / effectiveQuestions[benchmark]);
  const error = pointsPerShare[benchmark] * share;
  if (error === 0) return null;
  return { errors: (last.score - before.score) / error, chance: largestOfMany(last.tries, sureness) };
}

/**
 * How near the best result of each benchmark came to a perfect one, and whether its last rise is more than the luck
 * of the best of many. Models with a caution do not count.
 */
export const headroom = family({
  query,
  definitions: benchmarks.flatMap((name) => [
    estimated(`headroom.${name}.best`, `best result on ${benchmarkTitles[name]}`, units.points),
    estimated(
      `headroom.${name}.left`,
      `points between the best result on ${benchmarkTitles[name]} and a perfect one`,
      units.points,
    ),
    estimated(
      `headroom.${name}.last_gain`,
      `last rise of the best result on ${benchmarkTitles[name]}`,
      units.points,
    ),
    estimated(
      `headroom.${name}.last_gain_errors`,
      `last rise of the best result on ${benchmarkTitles[name]}, in binomial standard errors`,
      units.standardErrors,
    ),
    estimated(
      `headroom.${name}.errors_by_chance`,
      `largest error of as many results as came since the best before on ${benchmarkTitles[name]}`,
      units.standardErrors,
    ),
  ]),
  derive: (rows) =>
    Object.fromEntries(
      benchmarks.flatMap((name): [string, Estimate][] => {
        const bests = bestsSoFar(rows, name);
        const [last, before] = [bests.at(-1), bests.at(-2)];
        const rise = lastRise(bests, name);
        const of = (value: number | null) => estimate(value, rows.length);
        return [
          [`headroom.${name}.best`, of(last?.score ?? null)],
          [`headroom.${name}.left`, of(last ? perfect - last.score : null)],
          [`headroom.${name}.last_gain`, of(last && before ? last.score - before.score : null)],
          [`headroom.${name}.last_gain_errors`, of(rise?.errors ?? null)],
          [`headroom.${name}.errors_by_chance`, of(rise?.chance ?? null)],
        ];
      }),
    ),
});
