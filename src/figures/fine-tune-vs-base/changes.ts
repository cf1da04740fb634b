import {
  double,
  flag,
  integer,
  known,
  maybe,
  select,
  text,
  unionAll,
  type RowOf,
} from '../../dataset/select.ts';
import { pairs } from '../../dataset/tables.ts';
import { clusterKey } from '../../statistics/cluster-keys.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { meanEstimate } from '../../statistics/methods/mean.ts';
import { shareEstimate } from '../../statistics/methods/proportion.ts';
import { medianEstimate } from '../../statistics/methods/quantile.ts';
import { sameRuns } from '../../statistics/named/compared-runs.ts';
import { changeMeasures, changesByBase, pairGroups } from '../../statistics/named/pair-groups.ts';
import { numbersOf } from '../../statistics/statistic.ts';
import { everyBase, everyPair, labels } from './groups.ts';

/** Pairs, and below them what runs of one commit, asked in one form at several number formats, differ by. */
export const query = unionAll(
  [
    select(pairs, (columns) => ({
      rows: {
        layer: known(text`'pair'`),
        row: columns.row,
        organisation: maybe(clusterKey(columns.organisation)),
        lineage: maybe(clusterKey(columns.lineage)),
        base_organisation: maybe(clusterKey(columns.base_organisation)),
        base_lineage: maybe(clusterKey(columns.base_lineage)),
        base_row: maybe(columns.base_row),
        type: maybe(columns.type),
        base_type: maybe(columns.base_type),
        official_provider: maybe(columns.official_provider),
        base_official_provider: maybe(columns.base_official_provider),
        chat_template: maybe(columns.chat_template),
        base_chat_template: maybe(columns.base_chat_template),
        change: columns.average_change,
      },
      orderBy: [],
    })),
    select(sameRuns, ({ of, average }) => ({
      rows: {
        layer: known(text`'replicate'`),
        row: of,
        organisation: integer`NULL`,
        lineage: integer`NULL`,
        base_organisation: integer`NULL`,
        base_lineage: integer`NULL`,
        base_row: integer`NULL`,
        type: text`NULL`,
        base_type: text`NULL`,
        official_provider: flag`NULL`,
        base_official_provider: flag`NULL`,
        chat_template: flag`NULL`,
        base_chat_template: flag`NULL`,
        change: known(double`max(${average}) - min(${average})`),
      },
      groupBy: [of],
      orderBy: [],
    })),
  ],
  ['layer', 'row'],
);
export type Answer = RowOf<typeof query>;
export type Pair = { [K in keyof Answer]: NonNullable<Answer[K]> };

interface Changes {
  group: string;
  changes: readonly number[];
  estimates: Readonly<Record<keyof typeof changeMeasures, Estimate>>;
}

const measured = (pairs: readonly Pair[]): Changes['estimates'] => ({
  mean: changeMeasures.mean(pairs),
  median: changeMeasures.median(pairs),
  share_up: changeMeasures.share_up(pairs),
});

/** The changes of all pairs, of each root once, and of each group, with what is estimated of them. */
export function changesOf(pairs: readonly Pair[]): Changes[] {
  const bases = changesByBase(pairs);
  return [
    { group: everyPair, changes: numbersOf(pairs, 'change'), estimates: measured(pairs) },
    {
      group: everyBase,
      changes: bases.values,
      estimates: {
        mean: meanEstimate(bases.values, bases.clusters),
        median: medianEstimate(bases.values, bases.clusters),
        share_up: shareEstimate(
          bases.values.map((change) => change > 0),
          bases.clusters,
        ),
      },
    },
    ...pairGroups.map(({ id, has }): Changes => {
      const members = pairs.filter(has);
      return {
        group: labels[id] ?? id,
        changes: numbersOf(members, 'change'),
        estimates: measured(members),
      };
    }),
  ];
}
