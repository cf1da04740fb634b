import { known, select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { quarterIndex, quartersOf } from '../../dataset/calendar.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { type Estimate, estimate } from '../methods/estimate.ts';
import { differenceEstimate, linearSlope } from '../methods/linearised.ts';
import { slopeEstimate } from '../methods/linear.ts';
import { recordCount, recordsByChance } from '../methods/records.ts';
import { estimated, numbersOf, units, family, type Derivation } from '../statistic.ts';

const query = select(
  models,
  ({ organisation, lineage, model, caution, size_class, submission_date, average, row }) => ({
    rows: {
      ...clusterKeys({ organisation, lineage }),
      model,
      caution,
      size_class: known(size_class),
      submission_date: known(submission_date),
      average,
    },
    where: sql`${submission_date} IS NOT NULL AND ${size_class} IS NOT NULL`,
    orderBy: ['submission_date', row],
  }),
);

/** A model with a size and a day of submission. */
export type DatedModel = RowOf<typeof query>;

/** Models of one size class handed in on one day. */
export interface Day {
  day: string;
  count: number;
  /** The best of them; the first row of equals. */
  best: { model: string; caution: string | null; average: number };
}

/** The days of one size class in order, from rows in order of their day. */
export function daysOf(rows: readonly DatedModel[], size: string): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    if (row.size_class !== size) continue;
    const { submission_date: day, model, caution, average } = row;
    const best = { model, caution, average };
    const last = days.at(-1);
    if (last?.day !== day) days.push({ day, count: 1, best });
    else {
      last.count += 1;
      if (best.average > last.best.average) last.best = best;
    }
  }
  return days;
}

/**
 * Rise of the best score so far from the end of the first calendar quarter with a model to the end of the last,
 * per quarter; null within a single quarter.
 */
function gainPerQuarter(days: readonly Day[]): number | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const quarters = quarterIndex(last.day) - quarterIndex(first.day);
  if (quarters === 0) return null;
  const bestOf = (of: readonly Day[]) => Math.max(...of.map(({ best }) => best.average));
  const start = days.filter(({ day }) => quarterIndex(day) === quarterIndex(first.day));
  return (bestOf(days) - bestOf(start)) / quarters;
}

const whole = (value: number | null, n: number): Estimate => estimate(value, n);

/**
 * The best average so far by size class and day of submission: how fast it rose, how fast all models rose (the
 * slope of the average on time), and how many days set a record against the number that the mere growth of the
 * table would give, whose range holds 95 % of what chance does.
 */
export const frontier = family({
  query,
  definitions: [
    ...['small', 'large'].map((size) =>
      estimated(
        `frontier.medium.lead.${size}`,
        `rise of the average with the day of submission, medium minus ${size} models`,
        units.pointsPerQuarter,
      ),
    ),
    ...sizeClasses.flatMap(({ id, label }) => [
      estimated(`frontier.${id}.best`, `best average score of a dated model, ${label}`, units.points),
      estimated(
        `frontier.${id}.best_gain`,
        `rise of the best average so far, ${label}`,
        units.pointsPerQuarter,
      ),
      estimated(
        `frontier.${id}.typical_gain`,
        `rise of the average with the day of submission, ${label}`,
        units.pointsPerQuarter,
      ),
      estimated(
        `frontier.${id}.records`,
        `days that set a record of the average, ${label}`,
        units.recordDays,
      ),
      estimated(
        `frontier.${id}.records_by_chance`,
        `days that would set a record by chance, ${label}`,
        units.expectedDays,
      ),
    ]),
  ],
  derive(rows) {
    const rise = (size: string) => {
      const members = rows.filter((row) => row.size_class === size);
      const days = members.map((row) => quartersOf(row.submission_date));
      return linearSlope(days, numbersOf(members, 'average'), members);
    };
    return Object.fromEntries([
      ...['small', 'large'].map((size): [string, () => Estimate] => [
        `frontier.medium.lead.${size}`,
        () => differenceEstimate(rise('medium'), rise(size)),
      ]),
      ...sizeClasses.flatMap(({ id }): [string, Derivation[string]][] => {
        const members = rows.filter((row) => row.size_class === id);
        const days = daysOf(members, id);
        const n = members.length;
        const largest = days.map(({ best }) => best.average);
        return [
          [`frontier.${id}.best`, whole(n > 0 ? Math.max(...largest) : null, n)],
          [`frontier.${id}.best_gain`, whole(gainPerQuarter(days), n)],
          [
            `frontier.${id}.typical_gain`,
            () =>
              slopeEstimate(
                members.map((row) => quartersOf(row.submission_date)),
                numbersOf(members, 'average'),
                clustersOf(members),
              ),
          ],
          [`frontier.${id}.records`, whole(n > 0 ? recordCount(largest) : null, n)],
          [`frontier.${id}.records_by_chance`, recordsByChance(days.map(({ count }) => count))],
        ];
      }),
    ]);
  },
});
