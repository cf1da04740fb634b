import type { Row } from '../../engine/engine.ts';
import { estimate } from '../methods/estimate.ts';
import { paretoFrontier, withinFactorOfFrontier } from '../methods/pareto.ts';
import { fewestForEstimate, numbersOf, units, type Definition, type Family } from '../statistic.ts';
import { carbonBreak } from './carbon-break.ts';

/** What the carbon of a model evaluated twice typically differs by (noise.co2_fold.median). */
const noiseFactor = 2;

const costs = (rows: readonly Row[]) => numbersOf(rows, 'co2_kg');
const gains = (rows: readonly Row[]) => numbersOf(rows, 'average');

/** A count of models on a frontier, which says nothing of a handful of models. */
const counted = (id: string, label: string): Definition => ({
  id,
  label,
  unit: units.models,
  minimum: fewestForEstimate,
});

/** Members of the frontier of score against carbon, least carbon first, from the rows of `carbonFrontier`. */
export const carbonFrontierOf = (rows: readonly Row[]): Row[] =>
  paretoFrontier(costs(rows), gains(rows)).map((index) => rows[index]!);

/** The rows with the carbon of those submitted since the break doubled, as that of earlier ones is. */
const doubledSinceBreak = (rows: readonly Row[]): Row[] =>
  rows.map((row) => (row.since === true ? { ...row, co2_kg: 2 * Number(row.co2_kg) } : row));

/**
 * The Pareto frontier of average score against carbon: no other model scores as high for as little. Counts of
 * the table, so none carries an interval; how far to trust them is what the last two are for.
 */
export const carbonFrontier: Family = {
  sql: `SELECT CAST(row AS INTEGER) AS row, model, coalesce(submission_date >= '${carbonBreak}', false) AS since, submission_date, CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(co2_kg AS DOUBLE) AS co2_kg, CAST(average AS DOUBLE) AS average FROM models WHERE co2_kg > 0 ORDER BY row`,
  definitions: [
    counted('carbon_frontier.count', 'models on the frontier of score against CO₂'),
    counted(
      'carbon_frontier.since_break.count',
      'of these, models submitted since 8 February 2025, whose CO₂ counts one evaluation',
    ),
    counted(
      'carbon_frontier.kept.count',
      'of these, models that stay when the CO₂ of all submissions since 8 February 2025 is doubled',
    ),
    counted(
      'carbon_frontier.within_noise.count',
      'models that would stand on the frontier had their own evaluation cost half',
    ),
  ],
  derive(rows) {
    const members = carbonFrontierOf(rows);
    const kept = new Set(carbonFrontierOf(doubledSinceBreak(rows)).map(({ row }) => row));
    const of = (models: number) => estimate(models, rows.length);
    const within = withinFactorOfFrontier(costs(rows), gains(rows), noiseFactor);
    return {
      'carbon_frontier.count': of(members.length),
      'carbon_frontier.since_break.count': of(members.filter(({ since }) => since === true).length),
      'carbon_frontier.kept.count': of(members.filter(({ row }) => kept.has(row)).length),
      'carbon_frontier.within_noise.count': of(within.length),
    };
  },
};
