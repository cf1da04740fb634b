import { sizesAndScores } from './size-bands.ts';
import { differenceEstimate, quantileSlopeBothWays } from '../methods/linearised.ts';
import { estimate } from '../methods/estimate.ts';
import { once } from '../methods/once.ts';
import { sizesDiffer } from '../over-sizes.ts';
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
    const sizes = numbersOf(rows, 'parameters_b');
    const doublings = sizes.map(Math.log2);
    const none = { estimate: estimate(null, rows.length), linear: null };
    const differ = sizesDiffer(sizes);
    const average = numbersOf(rows, 'average');
    const found = Object.fromEntries(
      lines.map(({ id, tau }) => [
        id,
        once(() => (differ ? quantileSlopeBothWays(doublings, average, tau, rows) : none)),
      ]),
    );
    return {
      ...Object.fromEntries(
        lines.map(({ id }) => [`scaling.points_per_doubling.${id}`, () => found[id]!().estimate]),
      ),
      'scaling.points_per_doubling.p90_lead': () =>
        differenceEstimate(found.p90!().linear, found.p10!().linear),
    };
  },
});
