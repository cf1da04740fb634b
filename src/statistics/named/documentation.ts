import { flag, known, select, sql, type Expression, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { shareDifference } from '../methods/share-difference.ts';
import { estimated, units, family } from '../statistic.ts';
import { namedBase } from './bases.ts';

type ModelColumns = Readonly<Record<keyof typeof models.columns, Expression>>;

/** What a model's entry tells, each with the models that can tell it. */
export const documents = [
  {
    id: 'on_hub',
    label: 'still on the Hub',
    of: 'models',
    has: ({ on_hub }: ModelColumns) => sql`${on_hub}`,
  },
  {
    id: 'license',
    label: 'a licence',
    of: 'models',
    has: ({ license }: ModelColumns) => sql`${license} IS NOT NULL`,
  },
  {
    id: 'license_on_hub',
    label: 'a licence, if on the Hub',
    of: 'models still on the Hub',
    has: ({ license }: ModelColumns) => sql`${license} IS NOT NULL`,
    among: ({ on_hub }: ModelColumns) => sql`${on_hub}`,
  },
  {
    id: 'upload_date',
    label: 'an upload date',
    of: 'models',
    has: ({ upload_date }: ModelColumns) => sql`${upload_date} IS NOT NULL`,
  },
  {
    id: 'base',
    label: 'a base other than itself',
    of: 'models that are not pretrained',
    has: ({ base_model, model }: ModelColumns) => sql`${namedBase(base_model, model)} IS NOT NULL`,
    among: ({ type }: ModelColumns) => sql`${type} <> 'pretrained'`,
  },
  {
    id: 'chat_template',
    label: 'a chat template in use',
    of: 'models',
    has: ({ chat_template }: ModelColumns) => sql`${chat_template}`,
  },
] as const;
type DocumentId = (typeof documents)[number]['id'];

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    official_provider: columns.official_provider,
    ...(Object.fromEntries(
      documents.flatMap((document) => {
        const among = 'among' in document ? document.among(columns) : sql`true`;
        return [
          [`${document.id}_of`, known(flag`coalesce(${among}, false)`)],
          [document.id, known(flag`coalesce((${among}) AND (${document.has(columns)}), false)`)],
        ];
      }),
    ) as Record<DocumentId | `${DocumentId}_of`, Expression<boolean>>),
    no_license: known(flag`${columns.license} IS NULL`),
    gone: known(flag`NOT ${columns.on_hub}`),
  },
  orderBy: [columns.row],
}));
type Documented = RowOf<typeof query>;

const phrases: Record<DocumentId, string> = {
  on_hub: 'still on the Hub',
  license: 'with a licence',
  license_on_hub: 'with a licence',
  upload_date: 'with an upload date',
  base: 'that name another base',
  chat_template: 'evaluated with their chat template',
};

/** Facts whose shares of official and community models are compared. */
const leads = ['license', 'license_on_hub'] as const;

export const documentedProviders = [
  { id: 'official', label: 'official', has: (row: { official_provider: boolean }) => row.official_provider },
  {
    id: 'community',
    label: 'community',
    has: (row: { official_provider: boolean }) => !row.official_provider,
  },
] as const;

/** Shares of models whose entry tells a fact, official and community models apart. */
export const documentation = family({
  query,
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
    ...leads.map((id) =>
      estimated(
        `documented.${id}.lead`,
        `share ${phrases[id]} among ${documents.find((document) => document.id === id)!.of}, official minus community`,
        units.shareDifference,
      ),
    ),
    estimated(
      'documented.no_license.gone',
      'share of models without a licence that are no longer on the Hub',
      units.share,
    ),
  ],
  derive(rows) {
    const share = (of: readonly Documented[], has: (row: Documented) => boolean) =>
      shareEstimate(of.map(has), clustersOf(of));
    return {
      ...Object.fromEntries(
        documents.flatMap(({ id }) =>
          documentedProviders.map((provider) => {
            const members = rows.filter((row) => provider.has(row) && row[`${id}_of`]);
            return [`documented.${id}.${provider.id}`, () => share(members, (row) => row[id])];
          }),
        ),
      ),
      ...Object.fromEntries(
        leads.map((id) => {
          const [official, community] = documentedProviders.map((provider) =>
            rows.filter((row) => provider.has(row) && row[`${id}_of`]),
          );
          return [`documented.${id}.lead`, () => shareDifference(official!, community!, (row) => row[id])];
        }),
      ),
      'documented.no_license.gone': () =>
        share(
          rows.filter((row) => row.no_license),
          ({ gone }) => gone,
        ),
    };
  },
});
