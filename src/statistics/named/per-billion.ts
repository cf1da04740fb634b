import { select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import {
  differenceEstimate,
  linearMean,
  linearQuantile,
  linearRatio,
  type Linearised,
} from '../methods/linearised.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio } from '../methods/ratio.ts';
import type { Estimate } from '../methods/estimate.ts';
import { once } from '../methods/once.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const ratios = [
  {
    id: 'score_per_b',
    label: 'score per billion parameters',
    column: 'average',
    unit: units.pointsPerBillion,
  },
  { id: 'co2_per_b', label: 'CO₂ per billion parameters', column: 'co2_kg', unit: units.kgPerBillion },
] as const;

const query = select(models, ({ organisation, lineage, size_class, parameters_b, average, co2_kg, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), size_class, parameters_b, average, co2_kg },
  where: sql`${parameters_b} > 1`,
  orderBy: [row],
}));

/** Size classes that are compared, the smaller one first. */
const steps = [
  { id: 'small_medium', from: 'small', to: 'medium', label: 'small minus medium models' },
  { id: 'medium_large', from: 'medium', to: 'large', label: 'medium minus large models' },
] as const;
const averages = ['mean', 'median', 'pooled'] as const;

/** A model above 1 B. */
export type SizedModel = RowOf<typeof query>;

/**
 * Score and carbon per billion parameters by size class, over models above 1 B: the mean and the median of
 * the models' ratios, and the pooled ratio (sum of the numerator ÷ sum of parameters); and what classes differ by.
 */
export const perBillion = family({
  query,
  definitions: ratios.flatMap(({ id, label, unit }) => [
    ...sizeClasses.flatMap(({ id: size, label: sizeLabel }) => [
      estimated(`${id}.${size}.mean`, `mean ${label}, models ${sizeLabel}`, unit),
      estimated(`${id}.${size}.median`, `median ${label}, models ${sizeLabel}`, unit),
      estimated(`${id}.${size}.pooled`, `pooled ${label}, models ${sizeLabel}`, unit),
    ]),
    ...steps.flatMap((step) =>
      averages.map((average) =>
        estimated(`${id}.difference.${step.id}.${average}`, `${average} ${label}, ${step.label}`, unit),
      ),
    ),
  ]),
  derive(rows) {
    return Object.fromEntries(
      ratios.flatMap(({ id, column }): [string, () => Estimate][] => {
        const linear = new Map<string, () => Linearised | null>();
        const inClasses = sizeClasses.flatMap(({ id: size }): [string, () => Estimate][] => {
          const models = rows.filter((row) => row.size_class === size);
          const clusters = clustersOf(models);
          const parameters = numbersOf(models, 'parameters_b');
          const numerator = numbersOf(models, column);
          const each = numerator.map((value, index) => value / parameters[index]!);
          linear.set(
            `${size}.mean`,
            once(() => linearMean(each, models)),
          );
          linear.set(
            `${size}.median`,
            once(() => linearQuantile(each, 0.5, models)),
          );
          linear.set(
            `${size}.pooled`,
            once(() => linearRatio(numerator, parameters, models)),
          );
          return [
            [`${id}.${size}.mean`, () => meanEstimate(each, clusters)],
            [`${id}.${size}.median`, () => medianEstimate(each, clusters)],
            [`${id}.${size}.pooled`, () => pooledRatio(numerator, parameters, clusters)],
          ];
        });
        return [
          ...inClasses,
          ...steps.flatMap((step) =>
            averages.map((average): [string, () => Estimate] => [
              `${id}.difference.${step.id}.${average}`,
              () =>
                differenceEstimate(
                  linear.get(`${step.from}.${average}`)!(),
                  linear.get(`${step.to}.${average}`)!(),
                ),
            ]),
          ),
        ];
      }),
    );
  },
});
