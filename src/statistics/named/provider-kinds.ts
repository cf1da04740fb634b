import { sizeClasses } from '../../dataset/grouping.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count, estimate } from '../methods/estimate.ts';
import { medianDifference } from '../methods/linearised.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family, type Derivation } from '../statistic.ts';
import { modelsOf, providerModels, providers } from './provider-models.ts';

/** Types whose models were made from another model by training or merging. */
const tuned: readonly unknown[] = ['fine-tuned', 'chat', 'merge'];

/** Types that are counted on both sides; those with enough models on both have their median score compared. */
const types = [
  { id: 'pretrained', type: 'pretrained', compared: true },
  { id: 'fine_tuned', type: 'fine-tuned', compared: true },
  { id: 'chat', type: 'chat', compared: true },
  { id: 'merge', type: 'merge', compared: false },
] as const;

const comparedTypes = types.filter(({ compared }) => compared);

/** Who is on the list of official providers, and what kinds and sizes of models either side handed in. */
export const providerKinds = family({
  query: providerModels,
  definitions: [
    fact('models.community', 'models of all other providers', units.models),
    ...comparedTypes.map(({ id, type }) =>
      estimated(
        `score.difference.${id}.median`,
        `median average score, community minus official models of the type ${type}`,
        units.points,
      ),
    ),
    ...providers.flatMap(({ id, long }) => [
      fact(`provider.${id}.organisations`, `organisations behind ${long}`, units.organisations),
      ...types.flatMap(({ id: kind, type, compared }) => [
        fact(`provider.${id}.${kind}.count`, `${long} of the type ${type}`, units.models),
        ...(compared
          ? [
              estimated(
                `score.${id}.${kind}.median`,
                `median average score of ${long} of the type ${type}`,
                units.points,
              ),
            ]
          : []),
      ]),
      estimated(
        `provider.${id}.tuned_share`,
        `share of ${long} that are fine-tuned, chat or merged`,
        units.share,
      ),
      ...sizeClasses.flatMap(({ id: size, label }) => [
        fact(`provider.${id}.${size}.count`, `${long}, ${label}`, units.models),
        fact(`provider.${id}.${size}.per_large`, `${long}, ${label}, for each one over 40 B`, units.fold),
      ]),
    ]),
  ],
  derive: (rows) =>
    Object.assign(
      { 'models.community': count(rows.filter((row) => !row.official_provider).length) },
      ...comparedTypes.map(({ id, type }): Derivation => {
        const [official, community] = providers.map((provider) =>
          modelsOf(provider, rows).filter((row) => row.type === type),
        );
        return {
          [`score.difference.${id}.median`]: () => medianDifference('average', community!, official!),
        };
      }),
      ...providers.map((provider): Derivation => {
        const models = modelsOf(provider, rows);
        const start = `provider.${provider.id}`;
        const inClass = (size: string) => models.filter((row) => row.size_class === size).length;
        const large = inClass('large');
        return {
          [`${start}.organisations`]: count(new Set(models.map((row) => row.organisation)).size),
          ...Object.fromEntries(
            types.flatMap(({ id: kind, type, compared }) => {
              const members = models.filter((row) => row.type === type);
              const score = () => medianEstimate(numbersOf(members, 'average'), clustersOf(members));
              return [
                [`${start}.${kind}.count`, count(members.length)],
                ...(compared ? [[`score.${provider.id}.${kind}.median`, score]] : []),
              ];
            }),
          ),
          [`${start}.tuned_share`]: () =>
            shareEstimate(
              models.map((row) => tuned.includes(row.type)),
              clustersOf(models),
            ),
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
    ) as Derivation,
});
