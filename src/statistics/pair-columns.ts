import { benchmarks, benchmarkTitles, byBenchmark, type Benchmark } from '../dataset/benchmarks.ts';
import type { Expression } from '../dataset/select.ts';
import { clusterKey, clusterKeys } from './cluster-keys.ts';

/** The scores whose changes within pairs are told, and their names within a sentence. */
export const changedScores = ['average', ...benchmarks] as const;
export type ChangedScore = (typeof changedScores)[number];
export const changedTitles: Readonly<Record<ChangedScore, string>> = {
  average: 'the average',
  ...benchmarkTitles,
};

type Clustering = 'organisation' | 'lineage';

/** What both models of a pair are clustered by, as columns of a query. */
export const pairClusterKeys = (
  columns: Readonly<Record<Clustering | `base_${Clustering}`, Expression<string>>>,
) => ({
  ...clusterKeys(columns),
  base_organisation: clusterKey(columns.base_organisation),
  base_lineage: clusterKey(columns.base_lineage),
});

/** How both models of a pair were asked, and the change of each score under its name, as columns of a query. */
export const pairChanges = <Format, Change>(
  columns: Readonly<
    Record<'chat_template' | 'base_chat_template', Format> & Record<`${ChangedScore}_change`, Change>
  >,
) => ({
  chat_template: columns.chat_template,
  base_chat_template: columns.base_chat_template,
  average: columns.average_change,
  ...byBenchmark<Change>((name: Benchmark) => columns[`${name}_change`]),
});
