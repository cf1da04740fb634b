import { double, known, select, sql } from '../../dataset/select.ts';
import { runs } from '../../dataset/tables.ts';
import { medianEstimate, quantileEstimate } from '../methods/quantile.ts';
import { count } from '../methods/estimate.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

/** Models with runs at more than one precision, with what the runs differ by, of one table of runs. */
export const noiseOf = (of: typeof runs) =>
  select(of, ({ model, average, co2_kg, precision }) => ({
    rows: {
      model,
      spread: known(double`max(${average}) - min(${average})`),
      fold: double`CASE WHEN min(${co2_kg}) > 0 THEN max(${co2_kg}) / min(${co2_kg}) END`,
    },
    groupBy: ['model'],
    having: sql`count(DISTINCT ${precision}) > 1`,
    orderBy: ['model'],
  }));

/**
 * What changes when nothing but the number format does: over models with runs at more than one precision,
 * the largest minus the smallest average, and the largest ÷ smallest CO₂.
 */
export const noise = family({
  query: noiseOf(runs),
  definitions: [
    fact('noise.models', 'models with runs at more than one precision', units.models),
    estimated('noise.average.median', 'median spread of the average between precisions', units.points),
    estimated('noise.average.p90', '90th percentile of the spread of the average', units.points),
    estimated('noise.co2_fold.median', 'median ratio of CO₂ between precisions', units.fold),
    estimated('noise.co2_fold.p90', '90th percentile of the ratio of CO₂', units.fold),
  ],
  derive(rows) {
    const spread = numbersOf(rows, 'spread');
    const fold = numbersOf(rows, 'fold');
    return {
      'noise.models': count(rows.length),
      'noise.average.median': medianEstimate(spread),
      'noise.average.p90': quantileEstimate(spread, 0.9),
      'noise.co2_fold.median': medianEstimate(fold),
      'noise.co2_fold.p90': quantileEstimate(fold, 0.9),
    };
  },
});
