import { carbonBreak } from '../../dataset/carbon.ts';
import { flag, known, select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { paretoFrontier, withinFactorOfFrontier } from '../methods/pareto.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(
  models,
  ({ organisation, lineage, row, model, submission_date, parameters_b, co2_kg, average }) => ({
    rows: {
      organisation,
      lineage,
      row,
      model,
      since: known(flag`coalesce(${submission_date} >= ${carbonBreak}, false)`),
      submission_date,
      parameters_b,
      co2_kg,
      average,
    },
    where: sql`${co2_kg} > 0`,
    orderBy: [row],
  }),
);

/** A model with carbon. */
export type MeteredModel = RowOf<typeof query>;

/** What the carbon of exact twins differs by, or more, in one case of ten (noise.twins.co2_fold.p90, rounded). */
export const carbonNoise = 1.6;

const costs = (rows: readonly MeteredModel[]) => numbersOf(rows, 'co2_kg');
const gains = (rows: readonly MeteredModel[]) => numbersOf(rows, 'average');

/** Members of the frontier of score against carbon, least carbon first, from the rows of `carbonFrontier`. */
export const carbonFrontierOf = (rows: readonly MeteredModel[]): MeteredModel[] =>
  paretoFrontier(costs(rows), gains(rows)).map((index) => rows[index]!);

/** The rows with the carbon of those submitted since the break doubled, as that of earlier ones is. */
const doubledSinceBreak = (rows: readonly MeteredModel[]): MeteredModel[] =>
  rows.map((row) => (row.since ? { ...row, co2_kg: 2 * row.co2_kg } : row));

/**
 * The Pareto frontier of average score against carbon: no other model scores as high for as little. Counts of
 * the table, so none carries an interval; how far to trust them is what the others are for.
 */
export const carbonFrontier = family({
  query,
  definitions: [
    fact('carbon_frontier.count', 'models on the frontier of score against CO₂', units.models),
    fact(
      'carbon_frontier.since_break.count',
      'of these, models submitted since 8 February 2025, whose CO₂ counts one evaluation',
      units.models,
    ),
    fact(
      'carbon_frontier.kept.count',
      'of these, models that stay when the CO₂ of all submissions since 8 February 2025 is doubled',
      units.models,
    ),
    fact(
      'carbon_frontier.within_noise.count',
      `models that would stand on the frontier were their own CO₂ smaller by a factor of ${carbonNoise}`,
      units.models,
    ),
    estimated(
      'carbon_frontier.within_noise.share',
      `share of models that would stand on the frontier were their own CO₂ smaller by a factor of ${carbonNoise}`,
      units.share,
    ),
  ],
  derive(rows) {
    const members = carbonFrontierOf(rows);
    const kept = new Set(carbonFrontierOf(doubledSinceBreak(rows)).map(({ row }) => row));
    const within = withinFactorOfFrontier(costs(rows), gains(rows), carbonNoise);
    const near = new Set(within);
    return {
      'carbon_frontier.count': count(members.length),
      'carbon_frontier.since_break.count': count(members.filter(({ since }) => since).length),
      'carbon_frontier.kept.count': count(members.filter(({ row }) => kept.has(row)).length),
      'carbon_frontier.within_noise.count': count(within.length),
      'carbon_frontier.within_noise.share': shareEstimate(
        rows.map((_, index) => near.has(index)),
        clustersOf(rows),
      ),
    };
  },
});
