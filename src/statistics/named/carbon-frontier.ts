import { carbonBreak } from '../../dataset/carbon.ts';
import { select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { carbonNoise } from '../carbon-label.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count, estimate } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { paretoFrontier, withinFactorOfFrontier } from '../methods/pareto.ts';
import { once } from '../methods/once.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(
  models,
  ({
    organisation,
    lineage,
    row,
    model,
    submission_date,
    parameters_b,
    co2_kg,
    co2_step_corrected_kg,
    average,
    caution,
  }) => ({
    rows: {
      ...clusterKeys({ organisation, lineage }),
      row,
      model,
      submission_date,
      parameters_b,
      co2_kg,
      co2_step_corrected_kg,
      average,
      caution,
    },
    where: sql`${co2_kg} > 0`,
    orderBy: [row],
  }),
);

/** A model with carbon. */
export type MeteredModel = RowOf<typeof query>;
/** A model whose carbon can be put beside that of any other. */
export type CorrectedModel = MeteredModel & { co2_step_corrected_kg: number };

const gains = (rows: readonly MeteredModel[]) => numbersOf(rows, 'average');

/** The rows with a day of submission, without which no carbon is step-corrected. */
export const correctedOf = (rows: readonly MeteredModel[]): CorrectedModel[] =>
  rows.filter((row): row is CorrectedModel => row.co2_step_corrected_kg !== null);

/** Members of the frontier of score against step-corrected carbon, least carbon first. */
export const carbonFrontierOf = (rows: readonly CorrectedModel[]): CorrectedModel[] =>
  paretoFrontier(numbersOf(rows, 'co2_step_corrected_kg'), gains(rows)).map((index) => rows[index]!);

/** Members of the frontier of score against carbon as it is recorded, least carbon first. */
export const recordedFrontierOf = (rows: readonly MeteredModel[]): MeteredModel[] =>
  paretoFrontier(numbersOf(rows, 'co2_kg'), gains(rows)).map((index) => rows[index]!);

/**
 * The Pareto frontier of average score against step-corrected carbon: no other model scores as high for as
 * little. Counts of the table, so none carries an interval; how far to trust them is what the others are for.
 */
export const carbonFrontier = family({
  query,
  definitions: [
    fact('carbon_frontier.count', 'models on the frontier of score against step-corrected CO₂', units.models),
    fact(
      'carbon_frontier.recorded.count',
      'models on the frontier of score against CO₂ as recorded',
      units.models,
    ),
    fact(
      'carbon_frontier.kept.count',
      'of the models on the frontier of CO₂ as recorded, those on the step-corrected one',
      units.models,
    ),
    fact(
      'carbon_frontier.since_break.count',
      'of the models on the frontier of CO₂ as recorded, those submitted since 8 February 2025',
      units.models,
    ),
    fact(
      'carbon_frontier.best.kg',
      'step-corrected CO₂ of the model with the highest average score',
      units.kg,
    ),
    fact(
      'carbon_frontier.nine_tenths.kg',
      'least step-corrected CO₂ of a model with nine tenths of the highest average score, or more',
      units.kg,
    ),
    fact(
      'carbon_frontier.within_noise.count',
      `models that would stand on the step-corrected frontier were their own CO₂ smaller by a factor of ${carbonNoise}`,
      units.models,
    ),
    estimated(
      'carbon_frontier.within_noise.share',
      `share of models that would stand on the step-corrected frontier were their own CO₂ smaller by a factor of ${carbonNoise}`,
      units.share,
    ),
  ],
  derive(rows) {
    const dated = correctedOf(rows);
    const members = carbonFrontierOf(dated);
    const recorded = once(() => recordedFrontierOf(rows));
    const kept = new Set(members.map(({ row }) => row));
    const within = once(
      () =>
        new Set(withinFactorOfFrontier(numbersOf(dated, 'co2_step_corrected_kg'), gains(dated), carbonNoise)),
    );
    const best = members.at(-1);
    const nearlyBest = best && members.find(({ average }) => average >= 0.9 * best.average);
    return {
      'carbon_frontier.count': count(members.length),
      'carbon_frontier.recorded.count': () => count(recorded().length),
      'carbon_frontier.kept.count': () => count(recorded().filter(({ row }) => kept.has(row)).length),
      'carbon_frontier.since_break.count': () =>
        count(
          recorded().filter(
            ({ submission_date }) => submission_date !== null && submission_date >= carbonBreak,
          ).length,
        ),
      'carbon_frontier.best.kg': estimate(best?.co2_step_corrected_kg ?? null, dated.length),
      'carbon_frontier.nine_tenths.kg': estimate(nearlyBest?.co2_step_corrected_kg ?? null, dated.length),
      'carbon_frontier.within_noise.count': () => count(within().size),
      'carbon_frontier.within_noise.share': () =>
        shareEstimate(
          dated.map((_, index) => within().has(index)),
          clustersOf(dated),
        ),
    };
  },
});
