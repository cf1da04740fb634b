import type { Estimate } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { pooledRatio } from '../methods/ratio.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';
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
  const each = over.map((value, index) => value / under[index]!);
  return {
    [`${start}.mean`]: meanEstimate(each),
    [`${start}.median`]: medianEstimate(each),
    [`${start}.pooled`]: pooledRatio(over, under),
  };
}

/**
 * Carbon, score per kilogram of CO₂ and score per billion parameters (models above 1 B) by provider. Models
 * without carbon are left out of the ratio to it.
 */
export const providerAverages = family({
  query: providerModels,
  definitions: providers.flatMap(({ id, long }) => [
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
  derive: (rows) =>
    Object.assign(
      {},
      ...providers.map((provider): Record<string, Estimate> => {
        const models = modelsOf(provider, rows);
        const co2 = numbersOf(models, 'co2_kg');
        const metered = models.filter((row) => row.co2_kg > 0);
        const over1b = models.filter((row) => row.parameters_b > 1);
        return {
          [`co2.${provider.id}.mean`]: meanEstimate(co2),
          [`co2.${provider.id}.median`]: medianEstimate(co2),
          ...ratios(`points_per_kg.${provider.id}`, metered, 'average', 'co2_kg'),
          ...ratios(`score_per_b.${provider.id}`, over1b, 'average', 'parameters_b'),
        };
      }),
    ) as Record<string, Estimate>,
});
