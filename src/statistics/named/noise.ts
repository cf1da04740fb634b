import { benchmarkTitles } from '../../dataset/benchmarks.ts';
import { countOf, select, sql, text } from '../../dataset/select.ts';
import { runs } from '../../dataset/tables.ts';
import type { Clusters } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { medianEstimate, quantileEstimate } from '../methods/quantile.ts';
import { type Definition, estimated, fact, family, units, type Derivation } from '../statistic.ts';
import {
  alikeRuns,
  askedBothWays,
  askedTwice,
  clustersOfGroups,
  groupsOf,
  sameRuns,
  type Score,
  scores,
  spreadOf,
  twinRuns,
  typicalFold,
} from './compared-runs.ts';

/*
 * How far apart two results are that one would expect to agree, by what is the same about them. Intervals are
 * those of order statistics over the models or groups compared, which are models of their own or span organisations;
 * those of twins are clustered, because most groups of twins lie within an organisation and several in one.
 */

const name = (score: Score) => (score === 'average' ? 'the average' : benchmarkTitles[score]);

/** Statistics of one measure of noise: its median and its 90th percentile. */
const twoQuantiles = (id: string, of: string, unit: Definition['unit']): Definition[] => [
  estimated(`${id}.median`, `median ${of}`, unit),
  estimated(`${id}.p90`, `90th percentile of the ${of}`, unit),
];
const estimates = (id: string, values: readonly number[], clusters?: Clusters): Derivation => ({
  [`${id}.median`]: () => medianEstimate(values, clusters),
  [`${id}.p90`]: () => quantileEstimate(values, 0.9, clusters),
});

const modelsAtSeveralFormats = select(runs, ({ model, precision }) => ({
  rows: { name: text`lower(trim(${model}))` },
  groupBy: ['name'],
  having: sql`count(DISTINCT ${precision}) > 1`,
  orderBy: ['name'],
}));

/** How many models have runs at more than one number format, whatever else differs between the runs. */
export const severalFormats = family({
  query: select(modelsAtSeveralFormats, () => ({ rows: { models: countOf() }, orderBy: [] })),
  definitions: [fact('noise.models', 'models with runs at more than one number format', units.models)],
  derive: ([row]) => ({ 'noise.models': count(row?.models ?? 0) }),
});

/**
 * The noise of a run: same model, same commit, same form of the question, two number formats. Over models (a model
 * at two commits or in two forms would count once for each), the largest minus the smallest score, in points.
 */
export const sameNoise = family({
  query: sameRuns,
  definitions: [
    fact(
      'noise.same.models',
      'models run at more than one number format at one commit and in one form',
      units.models,
    ),
    ...scores.flatMap((score) =>
      twoQuantiles(
        `noise.same.${score}`,
        `spread of ${name(score)} between number formats, same commit and form of the question`,
        units.points,
      ),
    ),
  ],
  derive(rows) {
    const groups = groupsOf(rows);
    return Object.assign(
      { 'noise.same.models': count(groups.length) },
      ...scores.map((score) =>
        estimates(
          `noise.same.${score}`,
          groups.map((group) => spreadOf(group, score)),
        ),
      ),
    ) as Derivation;
  },
});

/**
 * The same model, asked with the chat template and without it: the distance of the two averages, in points, over
 * models, one pair each (see `askedTwice`). Some pairs also differ in commit and nearly all in number format.
 */
export const templateNoise = family({
  query: askedBothWays,
  definitions: twoQuantiles(
    'noise.template.average',
    'distance of the average of one model asked with the chat template and without it',
    units.points,
  ),
  derive: (rows) =>
    estimates(
      'noise.template.average',
      askedTwice(rows).map(({ asked, plain }) => Math.abs(asked.average - plain.average)),
    ),
});

/**
 * Exact twins: models of one architecture and size whose six raw scores agree to the last digit, by name, on one side of
 * 8 February 2025. For each group of twins the median, over its pairs, of the larger ÷ the smaller CO₂; then quantiles
 * over groups, clustered by the organisation and the lineage of the first of each.
 */
export const twinNoise = family({
  query: twinRuns,
  definitions: [
    fact(
      'noise.twins.groups',
      'groups of models of one architecture and size that share all six raw scores, on one side of 8 February 2025',
      units.groups,
    ),
    fact(
      'noise.twins.one_organisation.groups',
      'groups of exact twins that are all of one organisation',
      units.groups,
    ),
    fact(
      'noise.twins.since.groups',
      'groups of exact twins that were submitted since 8 February 2025',
      units.groups,
    ),
    ...twoQuantiles(
      'noise.twins.co2_fold',
      'ratio of CO₂ in a group, at the median over its pairs, of models of one architecture and size that share all six raw scores, on one side of 8 February 2025',
      units.fold,
    ),
  ],
  derive(rows) {
    const groups = groupsOf(rows);
    const within = groups.filter(
      (group) => new Set(group.map(({ organisation }) => organisation)).size === 1,
    );
    const since = groups.filter(([first]) => first!.since);
    return {
      'noise.twins.groups': count(groups.length),
      'noise.twins.one_organisation.groups': count(within.length),
      'noise.twins.since.groups': count(since.length),
      ...estimates('noise.twins.co2_fold', groups.map(typicalFold), clustersOfGroups(groups)),
    };
  },
});

/**
 * Alike models: same architecture, recorded size, number format and form of the question, on one side of
 * 8 February 2025, one of each organisation. For each such group the median, over its pairs, of the larger ÷ the
 * smaller CO₂; then quantiles over groups, each with the same weight.
 */
export const alikeNoise = family({
  query: alikeRuns,
  definitions: [
    fact(
      'noise.alike.groups',
      'groups of alike models of different organisations, on one side of 8 February 2025',
      units.groups,
    ),
    ...twoQuantiles(
      'noise.alike.co2_fold',
      'ratio of CO₂ in a group, at the median over its pairs, of alike models of different organisations, on one side of 8 February 2025',
      units.fold,
    ),
  ],
  derive(rows) {
    const folds = groupsOf(rows).map(typicalFold);
    return { 'noise.alike.groups': count(folds.length), ...estimates('noise.alike.co2_fold', folds) };
  },
});
