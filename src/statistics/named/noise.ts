import { medianEstimate, quantileEstimate } from '../methods/quantile.ts';
import { count } from '../methods/estimate.ts';
import { estimated, fact, numbersOf, units, type Family } from '../statistic.ts';
import { remembered } from '../remember.ts';

/**
 * What changes when nothing but the number format does: over models with runs at more than one precision,
 * the largest minus the smallest average, and the largest ÷ smallest CO₂.
 */
export const noise: Family = {
  sql: `SELECT model, CAST(max(average) - min(average) AS DOUBLE) AS spread, CAST(CASE WHEN min(co2_kg) > 0 THEN max(co2_kg) / min(co2_kg) END AS DOUBLE) AS fold FROM runs GROUP BY model HAVING count(DISTINCT precision) > 1 ORDER BY model`,
  definitions: [
    fact('noise.models', 'models with runs at more than one precision', units.models),
    estimated('noise.average.median', 'median spread of the average between precisions', units.points),
    estimated('noise.average.p90', '90th percentile of the spread of the average', units.points),
    estimated('noise.co2_fold.median', 'median ratio of CO₂ between precisions', units.fold),
    estimated('noise.co2_fold.p90', '90th percentile of the ratio of CO₂', units.fold),
  ],
  derive: remembered((rows) => {
    const spread = numbersOf(rows, 'spread');
    const fold = numbersOf(rows, 'fold');
    return {
      'noise.models': count(rows.length),
      'noise.average.median': medianEstimate(spread),
      'noise.average.p90': quantileEstimate(spread, 0.9),
      'noise.co2_fold.median': medianEstimate(fold),
      'noise.co2_fold.p90': quantileEstimate(fold, 0.9),
    };
  }),
};
