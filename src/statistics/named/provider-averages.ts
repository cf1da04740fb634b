import { clustersOf } from '../methods/clusters.ts';
import { differenceEstimate, linearMean, linearQuantile } from '../methods/linearised.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio } from '../methods/ratio.ts';
import { estimated, numbersOf, units, family, type Derivation } from '../statistic.ts';
import { modelsOf, providerModels, providers, type ProviderModel } from './provider-models.ts';

/** The mean and the median of the models' own ratios and the pooled ratio, under the ids `<start>.<average>`. */
function ratios(
  start: string,
  models: readonly ProviderModel[],
  numerator: 'average',
  denominator: 'co2_kg' | 'parameters_b',
) {
  const over = numbersOf(models, numerator);
  const under = numbersOf(models, denominator);
  const clusters = clustersOf(models);
  const each = over.map((value, index) => value / under[index]!);
  return {
    [`${start}.mean`]: () => meanEstimate(each, clusters),
    [`${start}.median`]: () => medianEstimate(each, clusters),
    [`${start}.pooled`]: () => pooledRatio(over, under, clusters),
  };
}

/** What the two sides are compared in, each over the models that have it. */
const differences = [
  {
    id: 'score',
    label: 'average score',
    unit: units.points,
    has: () => true,
    of: (row: ProviderModel) => row.average,
  },
  {
    id: 'points_per_kg',
    label: 'score per kg CO₂',
    unit: units.pointsPerKg,
    has: (row: ProviderModel) => row.co2_kg > 0,
    of: (row: ProviderModel) => row.average / row.co2_kg,
  },
  {
    id: 'score_per_b',
    label: 'score per billion parameters above 1 B',
    unit: units.pointsPerBillion,
    has: (row: ProviderModel) => row.parameters_b > 1,
    of: (row: ProviderModel) => row.average / row.parameters_b,
  },
] as const;

/** What community models have more than official ones, in the mean and in the median. */
const differencesOf = (rows: readonly ProviderModel[]): Derivation =>
  Object.fromEntries(
    differences.flatMap(({ id, has, of }) => {
      const [official, community] = providers.map((provider) => modelsOf(provider, rows).filter(has));
      const mean = (side: readonly ProviderModel[]) => linearMean(side.map(of), side);
      const median = (side: readonly ProviderModel[]) => linearQuantile(side.map(of), 0.5, side);
      return [
        [`provider.difference.${id}.mean`, () => differenceEstimate(mean(community!), mean(official!))],
        [`provider.difference.${id}.median`, () => differenceEstimate(median(community!), median(official!))],
      ];
    }),
  );

/**
 * Carbon, score per kilogram of CO₂ and score per billion parameters (models above 1 B) by provider. Models
 * without carbon are left out of the ratio to it.
 */
export const providerAverages = family({
  query: providerModels,
  definitions: [
    ...differences.flatMap(({ id, label, unit }) => [
      estimated(`provider.difference.${id}.mean`, `mean ${label}, community minus official models`, unit),
      estimated(`provider.difference.${id}.median`, `median ${label}, community minus official models`, unit),
    ]),
    ...providers.flatMap(({ id, long }) => [
      estimated(`co2.${id}.mean`, `mean CO₂ of evaluating ${long}`, units.kg),
      estimated(`co2.${id}.median`, `median CO₂ of evaluating ${long}`, units.kg),
      ...(['mean', 'median', 'pooled'] as const).flatMap((average) => [
        estimated(
          `points_per_kg.${id}.${average}`,
          `${average} score per kg CO₂ of ${long}`,
          units.pointsPerKg,
        ),
        estimated(
          `score_per_b.${id}.${average}`,
          `${average} score per billion parameters of ${long} above 1 B`,
          units.pointsPerBillion,
        ),
      ]),
    ]),
  ],
  derive: (rows) =>
    Object.assign(
      differencesOf(rows),
      ...providers.map((provider): Derivation => {
        const models = modelsOf(provider, rows);
        const co2 = numbersOf(models, 'co2_kg');
        const metered = models.filter((row) => row.co2_kg > 0);
        const over1b = models.filter((row) => row.parameters_b > 1);
        return {
          [`co2.${provider.id}.mean`]: () => meanEstimate(co2, clustersOf(models)),
          [`co2.${provider.id}.median`]: () => medianEstimate(co2, clustersOf(models)),
          ...ratios(`points_per_kg.${provider.id}`, metered, 'average', 'co2_kg'),
          ...ratios(`score_per_b.${provider.id}`, over1b, 'average', 'parameters_b'),
        };
      }),
    ) as Derivation,
});
