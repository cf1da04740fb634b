import { benchmarks, benchmarkTitles, byBenchmark } from '../../dataset/benchmarks.ts';
import { select, type RowOf } from '../../dataset/select.ts';
import { parentPairs as parentPairsTable } from '../../dataset/tables.ts';
import { clusterKey, clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';
import { meanOfBases } from './pair-groups.ts';

const scores = ['average', ...benchmarks] as const;
type Score = (typeof scores)[number];
const titles = { average: 'the average', ...benchmarkTitles };

const query = select(parentPairsTable, (columns) => ({
  rows: {
    base_row: columns.base_row,
    ...clusterKeys(columns),
    base_organisation: clusterKey(columns.base_organisation),
    base_lineage: clusterKey(columns.base_lineage),
    chat_template: columns.chat_template,
    base_chat_template: columns.base_chat_template,
    average: columns.average_change,
    ...byBenchmark((name) => columns[`${name}_change`]),
  },
  orderBy: [columns.row],
}));
type Pair = RowOf<typeof query>;

/** What is told of every pair, of those asked in one format, and with each parent counted once. */
const told = ['average', 'ifeval'] as const;

/** Models against their parents, where these are known: what a tune of a finished model changed. */
export const parentPairs = family({
  query,
  definitions: [
    fact('pairs.known_parent.count', 'models whose parent is known and in the table', units.pairs),
    fact('pairs.known_parent.parents', 'parents of these models', units.models),
    fact('pairs.known_parent.organisations', 'organisations of these models', units.organisations),
    ...scores.map((score) =>
      estimated(
        `pairs.known_parent.${score}.mean`,
        `mean change of ${titles[score]} from the known parent`,
        units.points,
      ),
    ),
    ...told.flatMap((score) => [
      estimated(
        `pairs.known_parent.${score}.median`,
        `median change of ${titles[score]} from the known parent`,
        units.points,
      ),
      estimated(
        `pairs.known_parent.${score}.share_down`,
        `share of models whose ${score === 'average' ? 'average' : titles[score]} is below that of the known parent`,
        units.share,
      ),
      estimated(
        `pairs.known_parent.${score}.by_parent.mean`,
        `mean change of ${titles[score]} from the known parent, each parent counted once`,
        units.points,
      ),
      estimated(
        `pairs.known_parent.same_format.${score}.mean`,
        `mean change of ${titles[score]} from the known parent, both asked in the same format`,
        units.points,
      ),
    ]),
  ],
  derive(rows) {
    const clusters = clustersOf(rows);
    const alike = rows.filter((row) => row.chat_template === row.base_chat_template);
    const mean = (of: readonly Pair[], score: Score) => meanEstimate(numbersOf(of, score), clustersOf(of));
    return {
      'pairs.known_parent.count': count(rows.length),
      'pairs.known_parent.parents': count(new Set(rows.map(({ base_row }) => base_row)).size),
      'pairs.known_parent.organisations': count(new Set(rows.map(({ organisation }) => organisation)).size),
      ...Object.fromEntries(scores.map((score) => [`pairs.known_parent.${score}.mean`, mean(rows, score)])),
      ...Object.fromEntries(
        told.flatMap((score) => [
          [`pairs.known_parent.${score}.median`, medianEstimate(numbersOf(rows, score), clusters)],
          [
            `pairs.known_parent.${score}.share_down`,
            shareEstimate(
              rows.map((row) => row[score] < 0),
              clusters,
            ),
          ],
          [`pairs.known_parent.${score}.by_parent.mean`, meanOfBases(rows, (row) => row[score])],
          [`pairs.known_parent.same_format.${score}.mean`, mean(alike, score)],
        ]),
      ),
    };
  },
});
