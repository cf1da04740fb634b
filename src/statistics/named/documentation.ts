import { proportion } from '../methods/proportion.ts';
import type { Row } from '../../engine/engine.ts';
import type { Estimate } from '../methods/estimate.ts';
import { estimated, units, type Family } from '../statistic.ts';
import { namedBaseSql } from './bases.ts';

/** What a model's entry tells, each with the models that can tell it. */
export const documents = [
  { id: 'on_hub', label: 'still on the Hub', of: 'models', has: 'on_hub', among: 'true' },
  { id: 'license', label: 'a licence', of: 'models', has: 'license IS NOT NULL', among: 'true' },
  {
    id: 'license_on_hub',
    label: 'a licence, if on the Hub',
    of: 'models still on the Hub',
    has: 'license IS NOT NULL',
    among: 'on_hub',
  },
  {
    id: 'upload_date',
    label: 'an upload date',
    of: 'models',
    has: 'upload_date IS NOT NULL',
    among: 'true',
  },
  {
    id: 'base',
    label: 'a base other than itself',
    of: 'models that are not pretrained',
    has: `(${namedBaseSql}) IS NOT NULL`,
    among: `type <> 'pretrained'`,
  },
  {
    id: 'chat_template',
    label: 'a chat template in use',
    of: 'models',
    has: 'chat_template',
    among: 'true',
  },
] as const;

const phrases: Record<(typeof documents)[number]['id'], string> = {
  on_hub: 'still on the Hub',
  license: 'with a licence',
  license_on_hub: 'with a licence',
  upload_date: 'with an upload date',
  base: 'that name another base',
  chat_template: 'evaluated with their chat template',
};

export const documentedProviders = [
  { id: 'official', label: 'official', has: (row: Row) => row.official_provider === true },
  { id: 'community', label: 'community', has: (row: Row) => row.official_provider === false },
] as const;

/** Shares of models whose entry tells a fact, official and community models apart, with Wilson intervals. */
export const documentation: Family = {
  sql: `SELECT official_provider, ${documents
    .flatMap(({ id, has, among }) => [
      `CAST(count(*) FILTER (${among}) AS INTEGER) AS ${id}_of`,
      `CAST(count(*) FILTER ((${among}) AND (${has})) AS INTEGER) AS ${id}`,
    ])
    .join(
      ', ',
    )}, CAST(count(*) FILTER (license IS NULL) AS INTEGER) AS no_license, CAST(count(*) FILTER (license IS NULL AND NOT on_hub) AS INTEGER) AS no_license_gone FROM models GROUP BY official_provider ORDER BY official_provider`,
  definitions: [
    ...documents.flatMap(({ id, of }) =>
      documentedProviders.map((provider) =>
        estimated(
          `documented.${id}.${provider.id}`,
          `share ${phrases[id]} among ${provider.label} ${of}`,
          units.share,
        ),
      ),
    ),
    estimated(
      'documented.no_license.gone',
      'share of models without a licence that are no longer on the Hub',
      units.share,
    ),
  ],
  derive(rows): Record<string, Estimate> {
    const total = (of: readonly Row[], column: string) =>
      of.reduce((sum, row) => sum + Number(row[column]), 0);
    return {
      ...Object.fromEntries(
        documents.flatMap(({ id }) =>
          documentedProviders.map((provider) => {
            const members = rows.filter(provider.has);
            return [
              `documented.${id}.${provider.id}`,
              proportion(total(members, id), total(members, `${id}_of`)),
            ];
          }),
        ),
      ),
      'documented.no_license.gone': proportion(total(rows, 'no_license_gone'), total(rows, 'no_license')),
    };
  },
};
