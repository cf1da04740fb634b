import { sizesAndScores } from './size-bands.ts';
import { clustersOf } from '../methods/clusters.ts';
import { differenceEstimate, linearQuantileSlope } from '../methods/linearised.ts';
import { quantileSlopeEstimate } from '../methods/quantile-line.ts';
import type { Estimate } from '../methods/estimate.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const lines = [
  { id: 'p10', tau: 0.1, label: '10th percentile of the score' },
  { id: 'median', tau: 0.5, label: 'median score' },
  { id: 'p90', tau: 0.9, label: '90th percentile of the score' },
] as const;

/** What a doubling of parameters brings to the weak, the middling and the strong: lines of quantiles on log₂. */
export const scalingQuantiles = family({
  query: sizesAndScores,
  definitions: [
    ...lines.map(({ id, label }) =>
      estimated(
        `scaling.points_per_doubling.${id}`,
        `points per doubling of parameters of the ${label}`,
        units.pointsPerDoubling,
      ),
    ),
    estimated(
      'scaling.points_per_doubling.p90_lead',
      'points per doubling of parameters, 90th percentile of the score minus 10th',
      units.pointsPerDoubling,
    ),
  ],
  derive(rows) {
    const doublings = numbersOf(rows, 'parameters_b').map(Math.log2);
    const average = numbersOf(rows, 'average');
    const clusters = clustersOf(rows);
    const line = (tau: number) => linearQuantileSlope(doublings, average, tau, rows);
    return Object.fromEntries([
      ...lines.map(({ id, tau }) => [
        `scaling.points_per_doubling.${id}`,
        quantileSlopeEstimate(doublings, average, tau, clusters),
      ]),
      ['scaling.points_per_doubling.p90_lead', differenceEstimate(line(0.9), line(0.1))],
    ]) as Record<string, Estimate>;
  },
});
