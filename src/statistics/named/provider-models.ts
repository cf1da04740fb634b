import type { Row } from '../../engine/engine.ts';

/** The two sides of the leaderboard's list of official providers. */
export const providers = [
  { id: 'official', label: 'official', long: 'models of official providers', listed: true },
  { id: 'community', label: 'community', long: 'models of all other providers', listed: false },
] as const;
export type Provider = (typeof providers)[number];

/** Models with what the comparisons of providers need: one query that all of them share. */
export const providerModelsSql = `SELECT official_provider, organisation, type, size_class, lower(model) LIKE '%qwen%' AS qwen, CAST(parameters_b AS DOUBLE) AS parameters_b, CAST(average AS DOUBLE) AS average, CAST(co2_kg AS DOUBLE) AS co2_kg FROM models ORDER BY row`;

/** The models of one provider among rows of `providerModelsSql`. */
export const modelsOf = ({ listed }: Provider, rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.official_provider === listed);
