import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { slopeEstimate } from '../methods/linear.ts';
import { clustersOf, type Clusters } from '../methods/clusters.ts';
import { differenceEstimate, linearSlope } from '../methods/linearised.ts';
import { medianEstimate, quantileEstimate } from '../methods/quantile.ts';
import { once } from '../methods/once.ts';
import { overSizes, sizesDiffer } from '../over-sizes.ts';
import { estimated, numbersOf, units, family, type Derivation } from '../statistic.ts';

/** Bands of parameters in billions, lower bound excluded, upper bound included. */
export const sizeBands = [
  { id: 'under_1b', label: 'up to 1 B', above: 0, upTo: 1 },
  { id: '1_to_3b', label: '1 to 3 B', above: 1, upTo: 3 },
  { id: '3_to_9b', label: '3 to 9 B', above: 3, upTo: 9 },
  { id: '9_to_40b', label: '9 to 40 B', above: 9, upTo: 40 },
  { id: 'over_40b', label: 'over 40 B', above: 40, upTo: Infinity },
] as const;

const sides = [
  { id: 'under_1b', label: 'models up to 1 B', has: (size: number) => size <= 1 },
  { id: 'over_1b', label: 'models over 1 B', has: (size: number) => size > 1 },
] as const;

const percentiles = [
  {
    id: 'p10',
    label: '10th percentile of',
    of: (values: readonly number[], clusters: Clusters) => quantileEstimate(values, 0.1, clusters),
  },
  { id: 'median', label: 'median', of: medianEstimate },
  {
    id: 'p90',
    label: '90th percentile of',
    of: (values: readonly number[], clusters: Clusters) => quantileEstimate(values, 0.9, clusters),
  },
] as const;

/** Size and score of models with a size. */
export const sizesAndScores = select(models, ({ organisation, lineage, parameters_b, average, row }) => ({
  rows: { ...clusterKeys({ organisation, lineage }), parameters_b, average },
  where: sql`${parameters_b} > 0`,
  orderBy: [row],
}));

/**
 * What a doubling of parameters brings within a band of sizes (least squares of the average on log₂ of
 * parameters, the band's models alone), and how the score per parameter spreads on either side of 1 B.
 */
export const sizeBandGains = family({
  query: sizesAndScores,
  definitions: [
    ...sizeBands.map(({ id, label }) =>
      estimated(
        `gain.${id}`,
        `points per doubling of parameters among models ${label}`,
        units.pointsPerDoubling,
      ),
    ),
    ...['1_to_3b', '3_to_9b'].map((band) =>
      estimated(
        `gain.${band}.lead`,
        `points per doubling of parameters, models ${sizeBands.find(({ id }) => id === band)!.label} minus models up to 1 B`,
        units.pointsPerDoubling,
      ),
    ),
    ...sides.flatMap((side) =>
      percentiles.map(({ id, label }) =>
        estimated(
          `score_per_b.${side.id}.${id}`,
          `${label} score per billion parameters, ${side.label}`,
          units.pointsPerBillion,
        ),
      ),
    ),
  ],
  derive(rows) {
    const parameters = numbersOf(rows, 'parameters_b');
    const average = numbersOf(rows, 'average');
    const pick = (has: (size: number) => boolean) =>
      parameters.flatMap((size, index) => (has(size) ? [index] : []));
    const bands = new Map(
      sizeBands.map(({ id, above, upTo }) => {
        const members = pick((size) => size > above && size <= upTo);
        return [
          id as string,
          [
            members.map((index) => Math.log2(parameters[index]!)),
            members.map((index) => average[index]!),
            members.map((index) => rows[index]!),
          ] as const,
        ];
      }),
    );
    const sizes = (x: readonly number[]) => x.map((doublings) => 2 ** doublings);
    const linear = (band: string) => {
      const [x, y, members] = bands.get(band)!;
      return sizesDiffer(sizes(x)) ? linearSlope(x, y, members) : null;
    };
    const lowest = once(() => linear('under_1b'));
    return Object.fromEntries([
      ...[...bands].map(([id, [x, y, members]]) => [
        `gain.${id}`,
        () => overSizes(sizes(x), () => slopeEstimate(x, y, clustersOf(members))),
      ]),
      ...['1_to_3b', '3_to_9b'].map((band) => [
        `gain.${band}.lead`,
        () => differenceEstimate(linear(band), lowest()),
      ]),
      ...sides.flatMap((side) => {
        const members = pick(side.has);
        const ratios = members.map((index) => average[index]! / parameters[index]!);
        const clusters = clustersOf(members.map((index) => rows[index]!));
        return percentiles.map(({ id, of }) => [`score_per_b.${side.id}.${id}`, () => of(ratios, clusters)]);
      }),
    ]) as Derivation;
  },
});
