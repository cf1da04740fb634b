import { flag, known, select, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';

/** The two sides of the leaderboard's list of official providers. */
export const providers = [
  { id: 'official', label: 'official', long: 'models of official providers', listed: true },
  { id: 'community', label: 'community', long: 'models of all other providers', listed: false },
] as const;
export type Provider = (typeof providers)[number];

/** Models with what the comparisons of providers need: one query that all of them share. */
export const providerModels = select(
  models,
  ({
    official_provider,
    organisation,
    lineage,
    type,
    size_class,
    model,
    parameters_b,
    average,
    co2_kg,
    row,
  }) => ({
    rows: {
      official_provider,
      ...clusterKeys({ organisation, lineage }),
      type,
      size_class,
      qwen: known(flag`lower(${model}) LIKE '%qwen%'`),
      parameters_b,
      average,
      co2_kg,
    },
    orderBy: [row],
  }),
);
export type ProviderModel = RowOf<typeof providerModels>;

/** The models of one provider. */
export const modelsOf = <M extends { official_provider: boolean }>(
  { listed }: Provider,
  rows: readonly M[],
): M[] => rows.filter((row) => row.official_provider === listed);
