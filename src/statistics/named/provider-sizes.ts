import { sizeClasses } from '../../dataset/grouping.ts';
import { clustersOf } from '../methods/clusters.ts';
import type { Estimate } from '../methods/estimate.ts';
import { medianDifference } from '../methods/linearised.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, numbersOf, units, type Definition, family, type Derivation } from '../statistic.ts';
import { modelsOf, providerModels, providers, type ProviderModel } from './provider-models.ts';

/** What is compared by provider and size class, each as a mean and as a median. */
export const sizeMeasures = [
  { id: 'score', label: 'average score', unit: units.points },
  { id: 'score_per_b', label: 'score per billion parameters', unit: units.pointsPerBillion },
] as const;
const averages = [
  { id: 'mean', of: meanEstimate },
  { id: 'median', of: medianEstimate },
] as const;

/**
 * Score and score per billion parameters (models above 1 B) by provider and size class, under the ids
 * `<measure>.<provider>.<size class>.<average>`, and what the median score of community models is above that of
 * official ones, under `score.difference.<size class>.median`.
 */
export function scoresByProviderAndSize(rows: readonly ProviderModel[]): Record<string, () => Estimate> {
  const estimates: Record<string, () => Estimate> = {};
  for (const { id: size } of sizeClasses) {
    const [official, community] = providers.map((provider) =>
      modelsOf(provider, rows).filter((row) => row.size_class === size),
    );
    estimates[`score.difference.${size}.median`] = () => medianDifference('average', community!, official!);
  }
  for (const provider of providers)
    for (const { id: size } of sizeClasses) {
      const models = modelsOf(provider, rows).filter((row) => row.size_class === size);
      const over1b = models.filter((row) => row.parameters_b > 1);
      const values = {
        score: { of: numbersOf(models, 'average'), clusters: clustersOf(models) },
        score_per_b: {
          of: over1b.map((row) => row.average / row.parameters_b),
          clusters: clustersOf(over1b),
        },
      };
      for (const measure of sizeMeasures)
        for (const { id, of } of averages)
          estimates[`${measure.id}.${provider.id}.${size}.${id}`] = () =>
            of(values[measure.id].of, values[measure.id].clusters);
    }
  return estimates;
}

const definitionsOf = (start: string, which: string): Definition[] => [
  ...sizeClasses.map(({ id, label }) =>
    estimated(
      `${start}score.difference.${id}.median`,
      `median average score, community minus official models${which}, ${label}`,
      units.points,
    ),
  ),
  ...providers.flatMap((provider) =>
    sizeClasses.flatMap((size) =>
      sizeMeasures.flatMap((measure) =>
        averages.map((average) =>
          estimated(
            `${start}${measure.id}.${provider.id}.${size.id}.${average.id}`,
            `${average.id} ${measure.label} of ${provider.long}${which}, ${size.label}`,
            measure.unit,
          ),
        ),
      ),
    ),
  ),
];

/** The means of the score by provider and size class belong to the groups of the whole report. */
const elsewhere = /^score\.\w+\.\w+\.mean$/;

/** Score and score per billion parameters by provider and size class. */
export const providerSizes = family({
  query: providerModels,
  definitions: definitionsOf('', '').filter(({ id }) => !elsewhere.test(id)),
  derive: (rows) =>
    Object.fromEntries(Object.entries(scoresByProviderAndSize(rows)).filter(([id]) => !elsewhere.test(id))),
});

/** Rows of models with Qwen in their name. */
export const qwenModels = (rows: readonly ProviderModel[]): ProviderModel[] => rows.filter((row) => row.qwen);

/** The same comparison among models with Qwen in their name. */
export const qwenSizes = family({
  query: providerModels,
  definitions: [
    ...providers.flatMap(({ id, long }) => [
      estimated(`qwen.score.${id}.mean`, `mean average score of ${long} named Qwen`, units.points),
      estimated(`qwen.score.${id}.median`, `median average score of ${long} named Qwen`, units.points),
    ]),
    ...definitionsOf('qwen.', ' named Qwen'),
  ],
  derive(rows) {
    const qwen = qwenModels(rows);
    return Object.fromEntries([
      ...providers.flatMap((provider) => {
        const members = modelsOf(provider, qwen);
        const average = numbersOf(members, 'average');
        return averages.map(({ id, of }) => [
          `qwen.score.${provider.id}.${id}`,
          () => of(average, clustersOf(members)),
        ]);
      }),
      ...Object.entries(scoresByProviderAndSize(qwen)).map(([id, value]) => [`qwen.${id}`, value]),
    ]) as Derivation;
  },
});
