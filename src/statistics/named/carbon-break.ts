import { countOf, flag, known, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { carbonBreak } from '../../dataset/carbon.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { meanDifferenceEstimate } from '../methods/difference.ts';
import { estimate, type Estimate } from '../methods/estimate.ts';
import { proportion } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const group = 'models over 7 and up to 9 B';

const nearBreak = select(models, ({ submission_date, parameters_b, co2_kg, row }) => ({
  rows: { since: known(flag`${submission_date} >= ${carbonBreak}`), co2_kg },
  where: sql`${parameters_b} > 7 AND ${parameters_b} <= 9 AND ${co2_kg} > 0 AND ${submission_date} >= '2024-11-08'`,
  orderBy: [row],
}));

/**
 * The carbon of models of one size, over 7 and up to 9 B, submitted in the three months before the break and
 * since: medians, and the ratio of geometric means (Welch's interval of a difference of mean logarithms).
 */
export const carbonBreaks = family({
  query: nearBreak,
  definitions: [
    estimated(
      'co2.break.before.median',
      `median CO₂ of ${group} submitted in the three months up to 7 February 2025`,
      units.kg,
    ),
    estimated('co2.break.since.median', `median CO₂ of ${group} submitted since 8 February 2025`, units.kg),
    estimated('co2.break.fold', `CO₂ before 8 February 2025 ÷ since, geometric means, ${group}`, units.fold),
  ],
  derive(rows) {
    const before = numbersOf(
      rows.filter((row) => !row.since),
      'co2_kg',
    );
    const since = numbersOf(
      rows.filter((row) => row.since),
      'co2_kg',
    );
    return {
      'co2.break.before.median': medianEstimate(before),
      'co2.break.since.median': medianEstimate(since),
      'co2.break.fold': folded(meanDifferenceEstimate(before.map(Math.log), since.map(Math.log))),
    };
  },
});

/** A difference of logarithms as a ratio. */
export function folded({ value, low, high, n }: Estimate): Estimate {
  const exp = (each: number | null) => (each === null ? null : Math.exp(each));
  return estimate(exp(value), n, exp(low), exp(high));
}

const sinceBreak = select(models, ({ size_class, submission_date }) => ({
  rows: {
    size_class: known(size_class),
    models: countOf(),
    since: countOf(sql`${submission_date} >= ${carbonBreak}`),
  },
  where: sql`${size_class} IS NOT NULL AND ${submission_date} IS NOT NULL`,
  groupBy: ['size_class'],
  orderBy: ['size_class'],
}));

/** How many models of each size class were submitted since the break. */
export const carbonBreakShares = family({
  query: sinceBreak,
  definitions: sizeClasses.map(({ id, label }) =>
    estimated(
      `co2.break.${id}.share_since`,
      `share of models ${label} that were submitted since 8 February 2025`,
      units.share,
    ),
  ),
  derive(rows) {
    return Object.fromEntries(
      sizeClasses.map(({ id }) => {
        const row = rows.find(({ size_class }) => size_class === id);
        return [`co2.break.${id}.share_since`, proportion(row?.since ?? 0, row?.models ?? 0)];
      }),
    );
  },
});
