import { sizeClasses } from '../../dataset/grouping.ts';
import { meanDifferenceEstimate } from '../methods/difference.ts';
import { estimate, type Estimate } from '../methods/estimate.ts';
import { proportion } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, numbersOf, units, type Family } from '../statistic.ts';

/** First day whose submissions were charged for one evaluation; most earlier ones carry twice the cost. */
export const carbonBreak = '2025-02-08';

const group = 'models over 7 and up to 9 B';

/**
 * The carbon of models of one size, over 7 and up to 9 B, submitted in the three months before the break and
 * since: medians, and the ratio of geometric means (Welch's interval of a difference of mean logarithms).
 */
export const carbonBreaks: Family = {
  sql: `SELECT submission_date >= '${carbonBreak}' AS since, CAST(co2_kg AS DOUBLE) AS co2_kg FROM models WHERE parameters_b > 7 AND parameters_b <= 9 AND co2_kg > 0 AND submission_date >= '2024-11-08' ORDER BY row`,
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
      rows.filter(({ since }) => since === false),
      'co2_kg',
    );
    const since = numbersOf(
      rows.filter((row) => row.since === true),
      'co2_kg',
    );
    return {
      'co2.break.before.median': medianEstimate(before),
      'co2.break.since.median': medianEstimate(since),
      'co2.break.fold': folded(meanDifferenceEstimate(before.map(Math.log), since.map(Math.log))),
    };
  },
};

/** A difference of logarithms as a ratio. */
export function folded({ value, low, high, n }: Estimate): Estimate {
  const exp = (each: number | null) => (each === null ? null : Math.exp(each));
  return estimate(exp(value), n, exp(low), exp(high));
}

/** How many models of each size class were submitted since the break. */
export const carbonBreakShares: Family = {
  sql: `SELECT size_class, CAST(count(*) AS INTEGER) AS models, CAST(count(*) FILTER (submission_date >= '${carbonBreak}') AS INTEGER) AS since FROM models WHERE size_class IS NOT NULL AND submission_date IS NOT NULL GROUP BY size_class ORDER BY size_class`,
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
        return [`co2.break.${id}.share_since`, proportion(Number(row?.since ?? 0), Number(row?.models ?? 0))];
      }),
    );
  },
};
