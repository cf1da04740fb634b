import type { Row } from '../../engine/engine.ts';
import type { Estimate } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio } from '../methods/ratio.ts';
import { estimated, numbersOf, units, type Family, type Unit } from '../statistic.ts';

/** Unit of a score per carbon. */
export const pointsPerKg: Unit = { name: 'points per kg CO₂', suffix: '', digits: 1 };

/** The columns that the statistics and figures on MoE read, of one view of models. */
export const moeColumns = (view: 'models' | 'reviewed_models'): string =>
  `SELECT moe, official_provider, architecture, CAST(upload_date AS VARCHAR) AS upload_date, model, CAST(likes AS INTEGER) AS likes, CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(active_parameters_b AS DOUBLE) AS active_parameters_b, CAST(co2_kg AS DOUBLE) AS co2_kg, CAST(average AS DOUBLE) AS average FROM ${view} WHERE parameters_b > 0 ORDER BY row`;

interface Ratio {
  id: string;
  label: string;
  unit: Unit;
  numerator: string;
  denominator: string;
  has(row: Row): boolean;
}

const perBillion = {
  unit: units.pointsPerBillion,
  numerator: 'average',
  denominator: 'parameters_b',
} as const;
const perKg = { unit: pointsPerKg, numerator: 'average', denominator: 'co2_kg' } as const;
const metered = (row: Row) => Number(row.co2_kg) > 0;

const ratios: readonly Ratio[] = [
  {
    ...perBillion,
    id: 'score_per_b.moe',
    label: 'score per billion parameters, MoE models',
    has: (row) => row.moe === true && Number(row.parameters_b) > 1,
  },
  {
    ...perBillion,
    id: 'score_per_b.dense',
    label: 'score per billion parameters, dense models',
    has: (row) => row.moe === false && Number(row.parameters_b) > 1,
  },
  {
    ...perKg,
    id: 'score_per_kg.moe',
    label: 'score per kg CO₂, MoE models',
    has: (row) => row.moe === true && metered(row),
  },
  {
    ...perKg,
    id: 'score_per_kg.official',
    label: 'score per kg CO₂, dense models of official providers',
    has: (row) => row.moe === false && row.official_provider === true && metered(row),
  },
  {
    ...perKg,
    id: 'score_per_kg.community',
    label: 'score per kg CO₂, dense models of all other providers',
    has: (row) => row.moe === false && row.official_provider === false && metered(row),
  },
];

/**
 * Score per billion parameters (models above 1 B) of MoE and dense models, and score per carbon of MoE and of
 * dense models by provider: mean and median of the models' ratios, and the pooled ratio.
 */
export const moeAverages: Family = {
  sql: moeColumns('models'),
  definitions: ratios.flatMap(({ id, label, unit }) => [
    estimated(`${id}.mean`, `mean ${label}`, unit),
    estimated(`${id}.median`, `median ${label}`, unit),
    estimated(`${id}.pooled`, `pooled ${label}`, unit),
  ]),
  derive(rows) {
    return Object.fromEntries(
      ratios.flatMap(({ id, numerator, denominator, has }): [string, Estimate][] => {
        const members = rows.filter(has);
        const tops = numbersOf(members, numerator);
        const bottoms = numbersOf(members, denominator);
        const each = tops.map((top, index) => top / bottoms[index]!);
        return [
          [`${id}.mean`, meanEstimate(each)],
          [`${id}.median`, medianEstimate(each)],
          [`${id}.pooled`, pooledRatio(tops, bottoms)],
        ];
      }),
    );
  },
};
