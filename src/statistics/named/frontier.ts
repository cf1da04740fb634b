import type { Row } from '../../engine/engine.ts';
import { count } from '../methods/estimate.ts';
import { paretoFrontier, withinFactorOfFrontier } from '../methods/pareto.ts';
import { fact, numbersOf, units, type Family } from '../statistic.ts';
import { carbonBreak } from './carbon-break.ts';

/** What one evaluation in two misses by, or more, when a model is evaluated again (noise.co2_fold.median). */
const noiseFactor = 2;

/** Members of the frontier of score against carbon, least carbon first, from the rows of `frontier`. */
export function frontierOf(rows: readonly Row[]): Row[] {
  return paretoFrontier(numbersOf(rows, 'co2_kg'), numbersOf(rows, 'average')).map((index) => rows[index]!);
}

/** The rows with the carbon of those submitted since the break doubled, as that of the earlier ones is. */
const doubledSinceBreak = (rows: readonly Row[]): Row[] =>
  rows.map((row) => (row.since === true ? { ...row, co2_kg: 2 * Number(row.co2_kg) } : row));

/**
 * The Pareto frontier of average score against carbon: no other model scores as high for as little. Counts of
 * the table, so none carries an interval; how far to trust them is what the last two are for.
 */
export const frontier: Family = {
  sql: `SELECT row, model, coalesce(submission_date >= '${carbonBreak}', false) AS since, submission_date, CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(co2_kg AS DOUBLE) AS co2_kg, CAST(average AS DOUBLE) AS average FROM models WHERE co2_kg > 0 ORDER BY row`,
  definitions: [
    fact('frontier.count', 'models on the frontier of score against CO₂', units.models),
    fact(
      'frontier.since_break.count',
      'of these, models submitted since 8 February 2025, whose CO₂ counts one evaluation',
      units.models,
    ),
    fact(
      'frontier.kept.count',
      'of these, models that stay when the CO₂ of all submissions since 8 February 2025 is doubled',
      units.models,
    ),
    fact(
      'frontier.within_noise.count',
      'models that would stand on the frontier had their own evaluation cost half',
      units.models,
    ),
  ],
  derive(rows) {
    const members = frontierOf(rows);
    const kept = new Set(frontierOf(doubledSinceBreak(rows)).map(({ row }) => row));
    const within = withinFactorOfFrontier(numbersOf(rows, 'co2_kg'), numbersOf(rows, 'average'), noiseFactor);
    return {
      'frontier.count': count(members.length),
      'frontier.since_break.count': count(members.filter(({ since }) => since === true).length),
      'frontier.kept.count': count(members.filter(({ row }) => kept.has(row)).length),
      'frontier.within_noise.count': count(within.length),
    };
  },
};
