import { clustersOf } from '../methods/clusters.ts';
import type { Estimate } from '../methods/estimate.ts';
import { r2Estimate, slopeEstimate } from '../methods/linear.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';
import { modelsOf, providerModels, providers } from './provider-models.ts';

/** How the average score follows log₂ of CO₂ among the models of each provider; models without carbon are left out. */
export const providerTrend = family({
  query: providerModels,
  definitions: providers.flatMap(({ id, long }) => [
    estimated(
      `score_on_co2.${id}`,
      `points of average score per doubling of CO₂ among ${long}`,
      units.pointsPerCo2Doubling,
    ),
    estimated(
      `score_on_co2.${id}.r2`,
      `share of the variance of the average that log CO₂ explains among ${long}`,
      units.explained,
    ),
  ]),
  derive: (rows) =>
    Object.assign(
      {},
      ...providers.map((provider): Record<string, Estimate> => {
        const models = modelsOf(provider, rows).filter((row) => row.co2_kg > 0);
        const doublings = numbersOf(models, 'co2_kg').map(Math.log2);
        const average = numbersOf(models, 'average');
        const clusters = clustersOf(models);
        return {
          [`score_on_co2.${provider.id}`]: slopeEstimate(doublings, average, clusters),
          [`score_on_co2.${provider.id}.r2`]: r2Estimate(doublings, average, clusters),
        };
      }),
    ) as Record<string, Estimate>,
});
