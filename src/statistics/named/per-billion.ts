import { select, sql, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio } from '../methods/ratio.ts';
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

const query = select(models, ({ size_class, parameters_b, average, co2_kg, row }) => ({
  rows: { size_class, parameters_b, average, co2_kg },
  where: sql`${parameters_b} > 1`,
  orderBy: [row],
}));

/** A model above 1 B. */
export type SizedModel = RowOf<typeof query>;

/**
 * Score and carbon per billion parameters by size class, over models above 1 B: the mean and the median of
 * the models' ratios, and the pooled ratio (sum of the numerator ÷ sum of parameters).
 */
export const perBillion = family({
  query,
  definitions: ratios.flatMap(({ id, label, unit }) =>
    sizeClasses.flatMap(({ id: size, label: sizeLabel }) => [
      estimated(`${id}.${size}.mean`, `mean ${label}, models ${sizeLabel}`, unit),
      estimated(`${id}.${size}.median`, `median ${label}, models ${sizeLabel}`, unit),
      estimated(`${id}.${size}.pooled`, `pooled ${label}, models ${sizeLabel}`, unit),
    ]),
  ),
  derive(rows) {
    return Object.fromEntries(
      ratios.flatMap(({ id, column }) =>
        sizeClasses.flatMap(({ id: size }) => {
          const models = rows.filter((row) => row.size_class === size);
          const parameters = numbersOf(models, 'parameters_b');
          const numerator = numbersOf(models, column);
          const each = numerator.map((value, index) => value / parameters[index]!);
          return [
            [`${id}.${size}.mean`, meanEstimate(each)],
            [`${id}.${size}.median`, medianEstimate(each)],
            [`${id}.${size}.pooled`, pooledRatio(numerator, parameters)],
          ];
        }),
      ),
    );
  },
});
