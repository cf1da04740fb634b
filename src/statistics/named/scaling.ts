import { byBenchmark } from '../../dataset/benchmarks.ts';
import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { r2Estimate, slopeEstimate } from '../methods/linear.ts';
import { overSizes } from '../over-sizes.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';
import { elasticityOf } from './carbon-elasticity.ts';

/** Size, carbon and results of models with a size; the raw results under the names of the benchmarks. */
const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    parameters_b: columns.parameters_b,
    co2_kg: columns.co2_kg,
    average: columns.average,
    ...byBenchmark((name) => columns[`${name}_raw`]),
  },
  where: sql`${columns.parameters_b} > 0`,
  orderBy: [columns.row],
}));

/**
 * How score and carbon follow size: least squares of the average on log₂ of parameters, of each raw
 * benchmark on ln of parameters, and of ln CO₂ on ln of parameters (the elasticity).
 */
export const scaling = family({
  query,
  definitions: [
    estimated(
      'scaling.points_per_doubling',
      'points of average score per doubling of parameters',
      units.pointsPerDoubling,
    ),
    estimated('scaling.r2', 'share of the variance of the average that log size explains', units.explained),
    ...benchmarks.map((name) =>
      estimated(
        `scaling.r2.${name}`,
        `share of the variance of raw ${benchmarkTitles[name]} that log size explains`,
        units.explained,
      ),
    ),
    estimated('co2.elasticity', 'percent more CO₂ per percent more parameters', units.elasticity),
    estimated(
      'co2.elasticity.r2',
      'share of the variance of log CO₂ that log size explains',
      units.explained,
    ),
  ],
  derive(rows) {
    const parameters = numbersOf(rows, 'parameters_b');
    const doublings = parameters.map(Math.log2);
    const logSize = parameters.map(Math.log);
    const average = numbersOf(rows, 'average');
    const metered = rows.filter((row) => row.co2_kg > 0);
    const meteredSizes = numbersOf(metered, 'parameters_b');
    const clusters = clustersOf(rows);
    const logCo2 = numbersOf(metered, 'co2_kg').map(Math.log);
    const explained = (x: readonly number[], y: readonly number[]) =>
      overSizes(parameters, () => r2Estimate(x, y, clusters));
    return {
      'scaling.points_per_doubling': () =>
        overSizes(parameters, () => slopeEstimate(doublings, average, clusters)),
      'scaling.r2': () => explained(doublings, average),
      ...Object.fromEntries(
        benchmarks.map((name) => [`scaling.r2.${name}`, () => explained(logSize, numbersOf(rows, name))]),
      ),
      'co2.elasticity': () => elasticityOf(metered),
      'co2.elasticity.r2': () =>
        overSizes(meteredSizes, () => r2Estimate(meteredSizes.map(Math.log), logCo2, clustersOf(metered))),
    };
  },
});
