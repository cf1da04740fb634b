import { sizeClasses } from '../../dataset/grouping.ts';
import type { Estimate } from '../methods/estimate.ts';
import { count, estimate } from '../methods/estimate.ts';
import { proportion } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, type Family } from '../statistic.ts';
import { modelsOf, providerModelsSql, providers } from './provider-models.ts';

/** Types whose models were made from another model by training or merging. */
const tuned: readonly unknown[] = ['fine-tuned', 'chat', 'merge'];

/** Who is on the list of official providers, and what kinds and sizes of models either side handed in. */
export const providerKinds: Family = {
  sql: providerModelsSql,
  definitions: [
    fact('models.community', 'models of all other providers', units.models),
    ...providers.flatMap(({ id, long }) => [
      fact(`provider.${id}.organisations`, `organisations behind ${long}`, units.organisations),
      fact(`provider.${id}.pretrained.count`, `${long} of the type pretrained`, units.models),
      estimated(
        `provider.${id}.tuned_share`,
        `share of ${long} that are fine-tuned, chat or merged`,
        units.share,
      ),
      estimated(`score.${id}.chat.median`, `median average score of ${long} of the type chat`, units.points),
      ...sizeClasses.flatMap(({ id: size, label }) => [
        fact(`provider.${id}.${size}.count`, `${long}, ${label}`, units.models),
        fact(`provider.${id}.${size}.per_large`, `${long}, ${label}, for each one over 40 B`, units.fold),
      ]),
    ]),
  ],
  derive: (rows) =>
    Object.assign(
      { 'models.community': count(rows.filter((row) => row.official_provider === false).length) },
      ...providers.map((provider): Record<string, Estimate> => {
        const models = modelsOf(provider, rows);
        const of = (type: string) => models.filter((row) => row.type === type);
        const start = `provider.${provider.id}`;
        const inClass = (size: string) => models.filter((row) => row.size_class === size).length;
        const large = inClass('large');
        return {
          [`${start}.organisations`]: count(new Set(models.map((row) => row.organisation)).size),
          [`${start}.pretrained.count`]: count(of('pretrained').length),
          [`${start}.tuned_share`]: proportion(
            models.filter((row) => tuned.includes(row.type)).length,
            models.length,
          ),
          [`score.${provider.id}.chat.median`]: medianEstimate(numbersOf(of('chat'), 'average')),
          ...Object.fromEntries(
            sizeClasses.flatMap(({ id: size }) => [
              [`${start}.${size}.count`, count(inClass(size))],
              [
                `${start}.${size}.per_large`,
                estimate(large === 0 ? null : inClass(size) / large, inClass(size)),
              ],
            ]),
          ),
        };
      }),
    ) as Record<string, Estimate>,
};
