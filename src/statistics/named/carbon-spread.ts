import { sizeClasses } from '../../dataset/grouping.ts';
import { boxOf, type Box } from '../methods/box.ts';
import { clustersOf } from '../methods/clusters.ts';
import { meanDifferenceEstimate } from '../methods/difference.ts';
import { count, estimate } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { sum } from '../methods/sum.ts';
import { estimated, fact, numbersOf, units, family, type Derivation } from '../statistic.ts';
import { perBillion, type SizedModel } from './per-billion.ts';

/** One size class: the carbon per billion parameters of its models, its box plot and the values beyond. */
export interface CarbonSpread {
  size: (typeof sizeClasses)[number]['id'];
  label: string;
  /** Its models, each with its ratio at the same place of `ratios`. */
  models: readonly SizedModel[];
  ratios: number[];
  box: Box | null;
  /** Ratios beyond the fences. */
  outliers: number[];
  within: number[];
  /** Whether the ratio at this place is beyond the fences. */
  isOutlier: boolean[];
}

/** Carbon per billion parameters by size class, from the rows of `perBillion`. */
export function carbonSpreads(rows: readonly SizedModel[]): CarbonSpread[] {
  return sizeClasses.map(({ id: size, label }) => {
    const models = rows.filter((row) => row.size_class === size);
    const parameters = numbersOf(models, 'parameters_b');
    const ratios = numbersOf(models, 'co2_kg').map((co2, index) => co2 / parameters[index]!);
    const box = boxOf(ratios);
    const beyond = (ratio: number) => box !== null && (ratio < box.lowFence || ratio > box.highFence);
    return {
      size,
      label,
      models,
      ratios,
      box,
      outliers: ratios.filter(beyond),
      within: ratios.filter((ratio) => !beyond(ratio)),
      isOutlier: ratios.map(beyond),
    };
  });
}

const unit = units.kgPerBillion;
const ratio = 'CO₂ per billion parameters';

/**
 * What stands beyond the whiskers of a box plot of carbon per billion parameters, over models above 1 B, and
 * what the means of the classes are without it.
 */
export const carbonSpread = family({
  query: perBillion.query,
  definitions: [
    fact(
      'co2_per_b.outliers.count',
      `models beyond the fences of their size class in ${ratio}`,
      units.models,
    ),
    estimated('co2_per_b.outliers.share', `share of models beyond these fences`, units.share),
    ...sizeClasses.flatMap(({ id, label }) => [
      fact(`co2_per_b.${id}.outliers.count`, `models ${label} beyond the fences in ${ratio}`, units.models),
      estimated(
        `co2_per_b.${id}.outliers.share`,
        `share of models ${label} beyond the fences in ${ratio}`,
        units.share,
      ),
      estimated(
        `co2_per_b.${id}.outliers.weight`,
        `share of the mean of ${ratio} that the models beyond the fences carry, models ${label}`,
        units.share,
      ),
      estimated(
        `co2_per_b.${id}.mean_within_fences`,
        `mean ${ratio} of the models within the fences, models ${label}`,
        unit,
      ),
    ]),
    estimated(
      'co2_per_b.difference.mean_within_fences',
      `mean ${ratio} within the fences, small minus medium models`,
      unit,
    ),
  ],
  derive(rows) {
    const spreads = carbonSpreads(rows);
    const [small, medium] = spreads.map((spread) => ({
      ...spread,
      all: clustersOf(spread.models),
      inside: clustersOf(spread.models.filter((_, index) => !spread.isOutlier[index])),
    }));
    const beyond = spreads.reduce((total, { outliers }) => total + outliers.length, 0);
    return {
      'co2_per_b.outliers.count': count(beyond),
      'co2_per_b.outliers.share': () =>
        shareEstimate(
          spreads.flatMap(({ isOutlier }) => isOutlier),
          clustersOf(spreads.flatMap(({ models }) => models)),
        ),
      ...Object.fromEntries(
        spreads.flatMap(
          ({ size, models, ratios, outliers, within, isOutlier }): [string, Derivation[string]][] => [
            [`co2_per_b.${size}.outliers.count`, count(outliers.length)],
            [`co2_per_b.${size}.outliers.share`, () => shareEstimate(isOutlier, clustersOf(models))],
            [`co2_per_b.${size}.outliers.weight`, estimate(sum(outliers) / sum(ratios), ratios.length)],
            [
              `co2_per_b.${size}.mean_within_fences`,
              () => meanEstimate(within, clustersOf(models.filter((_, index) => !isOutlier[index]))),
            ],
          ],
        ),
      ),
      'co2_per_b.difference.mean_within_fences': () =>
        meanDifferenceEstimate(small!.within, medium!.within, [small!.inside, medium!.inside]),
    };
  },
});
