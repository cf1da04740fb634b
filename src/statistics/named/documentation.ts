import { countOf, select, sql, type Expression, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { proportion } from '../methods/proportion.ts';
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
    official_provider: columns.official_provider,
    ...(Object.fromEntries(
      documents.flatMap((document) => {
        const among = 'among' in document ? document.among(columns) : sql`true`;
        return [
          [`${document.id}_of`, countOf(among)],
          [document.id, countOf(sql`(${among}) AND (${document.has(columns)})`)],
        ];
      }),
    ) as Record<DocumentId | `${DocumentId}_of`, Expression<number>>),
    no_license: countOf(sql`${columns.license} IS NULL`),
    no_license_gone: countOf(sql`${columns.license} IS NULL AND NOT ${columns.on_hub}`),
  },
  groupBy: ['official_provider'],
  orderBy: ['official_provider'],
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

export const documentedProviders = [
  { id: 'official', label: 'official', has: (row: { official_provider: boolean }) => row.official_provider },
  {
    id: 'community',
    label: 'community',
    has: (row: { official_provider: boolean }) => !row.official_provider,
  },
] as const;

/** Shares of models whose entry tells a fact, official and community models apart, with Wilson intervals. */
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
    estimated(
      'documented.no_license.gone',
      'share of models without a licence that are no longer on the Hub',
      units.share,
    ),
  ],
  derive(rows) {
    const total = (of: readonly Documented[], column: Exclude<keyof Documented, 'official_provider'>) =>
      of.reduce((sum, row) => sum + row[column], 0);
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
});
