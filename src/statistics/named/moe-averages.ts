import { select, sql, type RowOf } from '../../dataset/select.ts';
import { models, reviewedModels } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import type { Estimate } from '../methods/estimate.ts';
import {
  differenceEstimate,
  linearMean,
  linearQuantile,
  linearRatio,
  type Linearised,
} from '../methods/linearised.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio, pooledRatioByLog } from '../methods/ratio.ts';
import { once } from '../methods/once.ts';
import { estimated, numbersOf, units, family, type Unit } from '../statistic.ts';

/** Unit of a score per carbon. */
export const pointsPerKg: Unit = { name: 'points per kg CO₂', suffix: '', digits: 1 };

/** What the statistics and figures on MoE read, of one view of models. */
const moeModelsOf = (view: typeof models) =>
  select(view, (columns) => ({
    rows: {
      ...clusterKeys(columns),
      moe: columns.moe,
      official_provider: columns.official_provider,
      size_class: columns.size_class,
      architecture: columns.architecture,
      upload_date: columns.upload_date,
      model: columns.model,
      likes: columns.likes,
      parameters_b: columns.parameters_b,
      active_parameters_b: columns.active_parameters_b,
      co2_kg: columns.co2_kg,
      average: columns.average,
      caution: columns.caution,
    },
    where: sql`${columns.parameters_b} > 0`,
    orderBy: [columns.row],
  }));

/** Models of the slice, and of the slice of the reviewed preparation, as the comparisons of MoE take them. */
export const moeModels = { models: moeModelsOf(models), reviewed_models: moeModelsOf(reviewedModels) };
export type MoeModel = RowOf<(typeof moeModels)['models']>;

interface Ratio {
  id: string;
  label: string;
  unit: Unit;
  numerator: 'average';
  denominator: 'parameters_b' | 'co2_kg';
  has(row: MoeModel): boolean;
  /** Makes the pooled ratio. */
  pooled: typeof pooledRatio;
}

const averages = ['mean', 'median', 'pooled'] as const;

const perBillion = {
  unit: units.pointsPerBillion,
  numerator: 'average',
  denominator: 'parameters_b',
  pooled: pooledRatio,
} as const;
// A few models carry most of the CO₂ of the MoE ones, so that an interval even to both sides would reach below zero.
const perKg = {
  unit: pointsPerKg,
  numerator: 'average',
  denominator: 'co2_kg',
  pooled: pooledRatioByLog,
} as const;
const metered = (row: MoeModel) => row.co2_kg > 0;

const ratios: readonly Ratio[] = [
  {
    ...perBillion,
    id: 'score_per_b.moe',
    label: 'score per billion parameters, MoE models',
    has: (row) => row.moe && row.parameters_b > 1,
  },
  {
    ...perBillion,
    id: 'score_per_b.dense',
    label: 'score per billion parameters, dense models',
    has: (row) => !row.moe && row.parameters_b > 1,
  },
  {
    ...perKg,
    id: 'score_per_kg.moe',
    label: 'score per kg CO₂, MoE models',
    has: (row) => row.moe && metered(row),
  },
  {
    ...perKg,
    id: 'score_per_kg.official',
    label: 'score per kg CO₂, dense models of official providers',
    has: (row) => !row.moe && row.official_provider && metered(row),
  },
  {
    ...perKg,
    id: 'score_per_kg.community',
    label: 'score per kg CO₂, dense models of all other providers',
    has: (row) => !row.moe && !row.official_provider && metered(row),
  },
];

/**
 * Score per billion parameters (models above 1 B) of MoE and dense models, and score per carbon of MoE and of
 * dense models by provider: mean and median of the models' ratios, and the pooled ratio.
 */
export const moeAverages = family({
  query: moeModels.models,
  definitions: [
    ...averages.map((average) =>
      estimated(
        `score_per_kg.difference.${average}`,
        `${average} score per kg CO₂, MoE models minus dense models of all other providers`,
        pointsPerKg,
      ),
    ),
    ...ratios.flatMap(({ id, label, unit }) => [
      estimated(`${id}.mean`, `mean ${label}`, unit),
      estimated(`${id}.median`, `median ${label}`, unit),
      estimated(`${id}.pooled`, `pooled ${label}`, unit),
    ]),
  ],
  derive(rows) {
    const linear = (id: string): Record<(typeof averages)[number], () => Linearised | null> => {
      const members = rows.filter(ratios.find((ratio) => ratio.id === id)!.has);
      const [tops, bottoms] = [numbersOf(members, 'average'), numbersOf(members, 'co2_kg')];
      const each = tops.map((top, index) => top / bottoms[index]!);
      return {
        mean: once(() => linearMean(each, members)),
        median: once(() => linearQuantile(each, 0.5, members)),
        pooled: once(() => linearRatio(tops, bottoms, members)),
      };
    };
    const [sparse, dense] = [linear('score_per_kg.moe'), linear('score_per_kg.community')];
    return Object.fromEntries([
      ...averages.map((average): [string, () => Estimate] => [
        `score_per_kg.difference.${average}`,
        () => differenceEstimate(sparse[average](), dense[average]()),
      ]),
      ...ratios.flatMap(({ id, numerator, denominator, has, pooled }): [string, () => Estimate][] => {
        const members = rows.filter(has);
        const clusters = clustersOf(members);
        const tops = numbersOf(members, numerator);
        const bottoms = numbersOf(members, denominator);
        const each = tops.map((top, index) => top / bottoms[index]!);
        return [
          [`${id}.mean`, () => meanEstimate(each, clusters)],
          [`${id}.median`, () => medianEstimate(each, clusters)],
          [`${id}.pooled`, () => pooled(tops, bottoms, clusters)],
        ];
      }),
    ]);
  },
});
