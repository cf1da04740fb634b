import { select, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { sizeClasses } from '../../dataset/grouping.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf, type Clusters } from '../methods/clusters.ts';
import { meanEstimate } from '../methods/mean.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, numbersOf, units, type Definition, family } from '../statistic.ts';
import type { Estimate } from '../methods/estimate.ts';

const query = select(
  models,
  ({ organisation, lineage, official_provider, moe, size_class, average, row }) => ({
    rows: { ...clusterKeys({ organisation, lineage }), official_provider, moe, size_class, average },
    orderBy: [row],
  }),
);

interface Group {
  id: string;
  label: string;
  has(row: RowOf<typeof query>): boolean;
}

const providers: Group[] = [
  { id: 'official', label: 'models of official providers', has: (row) => row.official_provider },
  { id: 'community', label: 'models of all other providers', has: (row) => !row.official_provider },
];
const kinds: Group[] = [
  { id: 'moe', label: 'MoE models', has: (row) => row.moe },
  { id: 'dense', label: 'dense models', has: (row) => !row.moe },
];

interface Entry {
  definition: Definition;
  group: Group;
  size?: string;
  of: (values: readonly number[], clusters: Clusters) => Estimate;
}

const entries: Entry[] = [
  ...[...providers, ...kinds].flatMap((group): Entry[] => [
    {
      definition: estimated(`score.${group.id}.mean`, `mean average score of ${group.label}`, units.points),
      group,
      of: meanEstimate,
    },
    {
      definition: estimated(
        `score.${group.id}.median`,
        `median average score of ${group.label}`,
        units.points,
      ),
      group,
      of: medianEstimate,
    },
  ]),
  ...providers.flatMap((group) =>
    sizeClasses.map(({ id: size, label }): Entry => ({
      definition: estimated(
        `score.${group.id}.${size}.mean`,
        `mean average score of ${group.label}, ${label}`,
        units.points,
      ),
      group,
      size,
      of: meanEstimate,
    })),
  ),
];

/** Average score by provider, by provider and size class, and by MoE or dense. */
export const groups = family({
  query,
  definitions: entries.map(({ definition }) => definition),
  derive(rows) {
    return Object.fromEntries(
      entries.map(({ definition, group, size, of }) => [
        definition.id,
        () => {
          const members = rows.filter(
            (row) => group.has(row) && (size === undefined || row.size_class === size),
          );
          return of(numbersOf(members, 'average'), clustersOf(members));
        },
      ]),
    );
  },
});
