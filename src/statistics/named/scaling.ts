import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { r2Estimate, slopeEstimate } from '../methods/linear.ts';
import { estimated, numbersOf, units, type Family } from '../statistic.ts';
import { remembered } from '../remember.ts';

/**
 * How score and carbon follow size: least squares of the average on log₂ of parameters, of each raw
 * benchmark on ln of parameters, and of ln CO₂ on ln of parameters (the elasticity).
 */
export const scaling: Family = {
  sql: `SELECT CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(co2_kg AS DOUBLE) AS co2_kg, CAST(average AS DOUBLE) AS average, ${benchmarks
    .map((name) => `CAST(${name}_raw AS DOUBLE) AS ${name}`)
    .join(', ')} FROM models WHERE parameters_b > 0 ORDER BY row`,
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
  derive: remembered((rows) => {
    const parameters = numbersOf(rows, 'parameters_b');
    const doublings = parameters.map(Math.log2);
    const logSize = parameters.map(Math.log);
    const average = numbersOf(rows, 'average');
    const metered = rows.filter((row) => Number(row.co2_kg) > 0);
    const meteredSize = numbersOf(metered, 'parameters_b').map(Math.log);
    const logCo2 = numbersOf(metered, 'co2_kg').map(Math.log);
    return {
      'scaling.points_per_doubling': slopeEstimate(doublings, average),
      'scaling.r2': r2Estimate(doublings, average),
      ...Object.fromEntries(
        benchmarks.map((name) => [`scaling.r2.${name}`, r2Estimate(logSize, numbersOf(rows, name))]),
      ),
      'co2.elasticity': slopeEstimate(meteredSize, logCo2),
      'co2.elasticity.r2': r2Estimate(meteredSize, logCo2),
    };
  }),
};
