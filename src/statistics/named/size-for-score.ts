import { known, select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { estimate, type Estimate } from '../methods/estimate.ts';
import { estimated, family, units } from '../statistic.ts';

/** Averages, in points, whose price in parameters is followed. */
export const scoreTargets = [20, 30, 40] as const;

const query = select(models, ({ model, caution, submission_date, parameters_b, average, row }) => ({
  rows: { model, caution, day: known(submission_date), parameters_b, average },
  where: sql`${submission_date} IS NOT NULL AND ${parameters_b} > 0 AND ${average} >= ${scoreTargets[0]}`,
  orderBy: ['day', 'parameters_b', row],
}));

/** A model with a size and a day of submission that reached the lowest of the averages. */
export type Reached = RowOf<typeof query>;

/** Models with this average or more, and those of them that were the smallest so far when they came. */
export interface Descent {
  /** Models without a caution; only they count. */
  count: number;
  records: Reached[];
  /** Models with a caution that were smaller than every counted model so far. */
  cautioned: Reached[];
}

/** How the size that an average needs came down, from rows in order of day and, within a day, of size. */
export function descentOf(rows: readonly Reached[], target: number): Descent {
  const descent: Descent = { count: 0, records: [], cautioned: [] };
  let least = Infinity;
  for (const row of rows) {
    if (row.average < target) continue;
    if (row.caution === null) descent.count += 1;
    if (row.parameters_b >= least) continue;
    descent[row.caution === null ? 'records' : 'cautioned'].push(row);
    if (row.caution === null) least = row.parameters_b;
  }
  return descent;
}

/** The last of the records, in order of their day, that is of the month of the first; undefined for none. */
export function endOfFirstMonth<T extends { day: string }>(records: readonly T[]): T | undefined {
  const month = records[0]?.day.slice(0, 7);
  return records.findLast(({ day }) => day.startsWith(month!));
}

/**
 * The smallest model so far of an average of 20, 30 and 40 points, by day of submission: its size at the end of the
 * first month that had one, at the end of the table, and the ratio of the two. Models with a caution do not count.
 */
export const sizeForScoreFamily = family({
  query,
  definitions: scoreTargets.flatMap((target) => [
    estimated(
      `size_for_score.${target}.first`,
      `smallest model of ${target} points or more at the end of the first month that had one`,
      units.billions,
    ),
    estimated(
      `size_for_score.${target}.last`,
      `smallest model of ${target} points or more at the end of the table`,
      units.billions,
    ),
    estimated(
      `size_for_score.${target}.fold`,
      `smallest model of ${target} points or more, size at the end of the first month that had one ÷ size at the end of the table`,
      units.fold,
    ),
  ]),
  derive: (rows) =>
    Object.fromEntries(
      scoreTargets.flatMap((target): [string, Estimate][] => {
        const { count, records } = descentOf(rows, target);
        const first = endOfFirstMonth(records)?.parameters_b ?? null;
        const last = records.at(-1)?.parameters_b ?? null;
        const fold = first === null || last === null ? null : first / last;
        return [
          [`size_for_score.${target}.first`, estimate(first, count)],
          [`size_for_score.${target}.last`, estimate(last, count)],
          [`size_for_score.${target}.fold`, estimate(fold, count)],
        ];
      }),
    ),
});
