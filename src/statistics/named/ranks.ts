import { benchmarks, type Benchmark } from '../../dataset/benchmarks.ts';
import { falling, select, type Expression, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { count, estimate, type Estimate } from '../methods/estimate.ts';
import { holmBar } from '../methods/holm.ts';
import { once } from '../methods/once.ts';
import { sortedQuantile } from '../methods/quantile.ts';
import { rankInterval, standardised, type Places } from '../methods/rank-interval.ts';
import type { Stepwise } from '../methods/stepwise.ts';
import { fact, family, fewestForEstimate, units, type Definition, type Unit } from '../statistic.ts';
import { ranksByWeights } from '../ranks-by-weights.ts';
import { averageVariance } from './average-error.ts';

/** Models whose ranks are looked at, from the best average on. */
export const topModels = 50;

export const rankedQuery = select(models, (columns) => ({
  rows: {
    model: columns.model,
    caution: columns.caution,
    average: columns.average,
    ...(Object.fromEntries(
      benchmarks.flatMap((name) => [
        [name, columns[name]],
        [`${name}_raw`, columns[`${name}_raw`]],
      ]),
    ) as Record<Benchmark | `${Benchmark}_raw`, Expression<number>>),
  },
  orderBy: [falling(columns.average), columns.row],
}));

/** A model with its average, scores and raw results; the best average first. */
export type Ranked = RowOf<typeof rankedQuery>;

/** One of the first models and how sure its rank is. */
export interface RankedModel {
  row: Ranked;
  /** 1 and the models with a higher average. */
  place: number;
  /** Standard error of the average by its questions, in points. */
  error: number;
  /** 95 % interval of the rank by the questions of both models of each comparison. */
  sampling: () => Places;
  /** How many others of the first models can be told from it, by Holm over all pairs of them. */
  told: number;
}

const found = new WeakMap<readonly Ranked[], readonly RankedModel[]>();

/** The first models among all, the best average first. Computed once for an array of rows. */
export function ranksOf(rows: readonly Ranked[]): readonly RankedModel[] {
  let ranks = found.get(rows);
  if (!ranks) {
    ranks = rank(rows);
    found.set(rows, ranks);
  }
  return ranks;
}

const weighted = new WeakMap<readonly Ranked[], Stepwise<readonly Places[]>>();

/**
 * Between which ranks 95 % of the mixtures of weights leave the first models, the best average first. Computed once
 * for an array of rows, and apart from the rest, because it takes many times as long and most pages show none of it.
 */
export function weightedRanksOf(rows: readonly Ranked[]): Stepwise<readonly Places[]> {
  let places = weighted.get(rows);
  if (!places) {
    places = ranksByWeights(rows, [...rows.keys()].slice(0, topModels));
    weighted.set(rows, places);
  }
  return places;
}

function rank(rows: readonly Ranked[]): RankedModel[] {
  const averages = Float64Array.from(rows, ({ average }) => average);
  const variances = Float64Array.from(rows, averageVariance);
  const top = [...rows.keys()].slice(0, topModels);
  const pairs = top.flatMap((a) => top.slice(a + 1).map((b) => ({ a, b })));
  const apart = pairs.map(({ a, b }) => Math.abs(standardised(averages, variances, a, b)));
  const bar = holmBar(apart);
  const told = top.map(() => 0);
  pairs.forEach(({ a, b }, i) => {
    if (apart[i]! <= bar) return;
    told[a]!++;
    told[b]!++;
  });
  return top.map((i) => ({
    row: rows[i]!,
    place: 1 + averages.indexOf(averages[i]!),
    error: Math.sqrt(variances[i]!),
    sampling: once(() => rankInterval(averages, variances, i)),
    told: told[i]!,
  }));
}

/** The models whose ranks are told in the text: by their place in the order of averages. */
const places = [
  { id: 'first', at: 1, label: 'the model with the best average' },
  { id: 'tenth', at: 10, label: 'the model with the tenth-best average' },
  { id: 'fiftieth', at: 50, label: 'the model with the fiftieth-best average' },
] as const;

const ends = [
  { id: 'low', label: 'best' },
  { id: 'high', label: 'worst' },
] as const;

const needs =
  (minimum: number) =>
  (id: string, label: string, unit: Unit): Definition => ({
    id,
    label,
    unit,
    minimum,
  });
const ofTop = needs(fewestForEstimate);

const rankDefinitions = (id: string, label: string) =>
  places.flatMap((place) =>
    ends.map((end) =>
      needs(Math.max(place.at, fewestForEstimate))(
        `${id}.${place.id}.${end.id}`,
        `${end.label} rank of ${place.label} ${label}`,
        units.rank,
      ),
    ),
  );

const rankEstimates = (id: string, placesAt: (at: number) => Places | undefined, n: number) =>
  places.flatMap((place) =>
    ends.map((end): [string, () => Estimate] => [
      `${id}.${place.id}.${end.id}`,
      () => estimate(placesAt(place.at)?.[end.id] ?? null, n),
    ]),
  );

/**
 * How sure the ranks of the best averages are: between which ranks the questions leave the first, the tenth and the
 * fiftieth model, and how many pairs of the first models can be told apart.
 */
export const ranks = family({
  query: rankedQuery,
  definitions: [
    ...rankDefinitions('ranks', 'with the error of the questions, 95 % interval over all models'),
    ofTop(
      'ranks.error',
      'standard error of an average by its questions, median of the first models',
      units.points,
    ),
    fact('ranks.top.count', 'models with the best averages, whose ranks are looked at', units.models),
    fact('ranks.pairs.count', 'pairs of the models with the best averages', units.pairs),
    ofTop(
      'ranks.pairs.told_apart',
      'pairs of the models with the best averages that can be told apart, Holm over all of them',
      units.pairsTold,
    ),
    ofTop(
      'ranks.pairs.told_apart_share',
      'share of the pairs of the models with the best averages that can be told apart, Holm over all of them',
      units.share,
    ),
    ofTop(
      'ranks.first.not_told',
      'others of the models with the best averages that cannot be told from the best, Holm over all pairs of them',
      units.untold,
    ),
  ],
  derive(rows) {
    const n = rows.length;
    const top = ranksOf(rows);
    const pairs = (top.length ** 2 - top.length) / 2;
    const told = top.reduce((sum, model) => sum + model.told, 0) / 2;
    const first = top[0];
    return Object.fromEntries([
      ...rankEstimates('ranks', (at) => top[at - 1]?.sampling(), n),
      ['ranks.error', estimate(sortedQuantile(Float64Array.from(top, ({ error }) => error).sort(), 0.5), n)],
      ['ranks.top.count', count(top.length)],
      ['ranks.pairs.count', count(pairs)],
      ['ranks.pairs.told_apart', estimate(pairs === 0 ? null : told, pairs)],
      ['ranks.pairs.told_apart_share', estimate(pairs === 0 ? null : told / pairs, pairs)],
      ['ranks.first.not_told', estimate(first ? top.length - 1 - first.told : null, n)],
    ] satisfies [string, Estimate | (() => Estimate)][]);
  },
});

/** Between which ranks the weights of the benchmarks leave the first, the tenth and the fiftieth model. */
export const weightedRanks = family({
  query: rankedQuery,
  definitions: rankDefinitions('ranks.weights', 'under 95 % of all mixtures of weights for the benchmarks'),
  ahead: weightedRanksOf,
  derive: (rows) =>
    Object.fromEntries(
      rankEstimates('ranks.weights', (at) => weightedRanksOf(rows).value()[at - 1], rows.length),
    ),
});
