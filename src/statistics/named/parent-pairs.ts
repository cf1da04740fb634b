import { select, type RowOf } from '../../dataset/select.ts';
import { parentPairs as parentPairsTable } from '../../dataset/tables.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import {
  changedScores,
  changedTitles,
  pairChanges,
  pairClusterKeys,
  type ChangedScore,
} from '../pair-columns.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';
import { meanOfBases } from './pair-groups.ts';

const query = select(parentPairsTable, (columns) => ({
  rows: {
    base_row: columns.base_row,
    ...pairClusterKeys(columns),
    ...pairChanges(columns),
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
    ...changedScores.map((score) =>
      estimated(
        `pairs.known_parent.${score}.mean`,
        `mean change of ${changedTitles[score]} from the known parent`,
        units.points,
      ),
    ),
    ...told.flatMap((score) => [
      estimated(
        `pairs.known_parent.${score}.median`,
        `median change of ${changedTitles[score]} from the known parent`,
        units.points,
      ),
      estimated(
        `pairs.known_parent.${score}.share_down`,
        `share of models whose ${score === 'average' ? 'average' : changedTitles[score]} is below that of the known parent`,
        units.share,
      ),
      estimated(
        `pairs.known_parent.${score}.by_parent.mean`,
        `mean change of ${changedTitles[score]} from the known parent, each parent counted once`,
        units.points,
      ),
      estimated(
        `pairs.known_parent.same_format.${score}.mean`,
        `mean change of ${changedTitles[score]} from the known parent, both asked in the same format`,
        units.points,
      ),
    ]),
  ],
  derive(rows) {
    const clusters = clustersOf(rows);
    const alike = rows.filter((row) => row.chat_template === row.base_chat_template);
    const mean = (of: readonly Pair[], score: ChangedScore) =>
      meanEstimate(numbersOf(of, score), clustersOf(of));
    return {
      'pairs.known_parent.count': count(rows.length),
      'pairs.known_parent.parents': count(new Set(rows.map(({ base_row }) => base_row)).size),
      'pairs.known_parent.organisations': count(new Set(rows.map(({ organisation }) => organisation)).size),
      ...Object.fromEntries(
        changedScores.map((score) => [`pairs.known_parent.${score}.mean`, mean(rows, score)]),
      ),
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
