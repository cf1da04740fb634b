import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { select, type RowOf } from '../../dataset/select.ts';
import { pairs as pairsTable } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { medianEstimate } from '../methods/quantile.ts';
import { changedScores, changedTitles, pairChanges, type ChangedScore } from '../pair-columns.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(pairsTable, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    base_type: columns.base_type,
    ...pairChanges(columns),
  },
  orderBy: [columns.row],
}));
type Pair = RowOf<typeof query>;

/** Pairs whose changes are named benchmark by benchmark. */
const groups: readonly { id: string; label: string; has: (row: Pair) => boolean }[] = [
  { id: 'pretrained_base', label: 'from a pretrained root', has: (row) => row.base_type === 'pretrained' },
  { id: 'chat_base', label: 'from a chat root', has: (row) => row.base_type === 'chat' },
  {
    id: 'same_format',
    label: 'where child and root were asked in the same format',
    has: (row) => row.chat_template === row.base_chat_template,
  },
];

/**
 * Each model against its own root, in points of the normalised score, child minus root.
 */
export const pairs = family({
  query,
  definitions: [
    fact('pairs.count', 'models whose root is in the table', units.pairs),
    estimated('pairs.average.mean', 'mean change of the average from the root', units.points),
    estimated('pairs.average.median', 'median change of the average from the root', units.points),
    estimated('pairs.average.share_up', 'share of pairs whose average rose', units.share),
    ...benchmarks.flatMap((name) => [
      estimated(`pairs.${name}.mean`, `mean change of ${benchmarkTitles[name]} from the root`, units.points),
      estimated(
        `pairs.${name}.median`,
        `median change of ${benchmarkTitles[name]} from the root`,
        units.points,
      ),
      estimated(
        `pairs.${name}.share_down`,
        `share of pairs whose ${benchmarkTitles[name]} fell`,
        units.share,
      ),
    ]),
    ...groups.flatMap(({ id, label }) =>
      changedScores.map((score) =>
        estimated(
          `pairs.${id}.${score}.mean`,
          `mean change of ${changedTitles[score]} ${label}`,
          units.points,
        ),
      ),
    ),
  ],
  derive(rows) {
    const clusters = clustersOf(rows);
    const mean = (score: ChangedScore, of = rows, their = clusters) =>
      meanEstimate(numbersOf(of, score), their);
    const median = (score: ChangedScore) => medianEstimate(numbersOf(rows, score), clusters);
    const share = (score: ChangedScore, has: (change: number) => boolean) =>
      shareEstimate(numbersOf(rows, score).map(has), clusters);
    return {
      'pairs.count': count(rows.length),
      'pairs.average.mean': () => mean('average'),
      'pairs.average.median': () => median('average'),
      'pairs.average.share_up': () => share('average', (change) => change > 0),
      ...Object.fromEntries(
        benchmarks.flatMap((name) => [
          [`pairs.${name}.mean`, () => mean(name)],
          [`pairs.${name}.median`, () => median(name)],
          [`pairs.${name}.share_down`, () => share(name, (change) => change < 0)],
        ]),
      ),
      ...Object.fromEntries(
        groups.flatMap(({ id, has }) => {
          const children = rows.filter(has);
          const their = clustersOf(children);
          return changedScores.map((score) => [
            `pairs.${id}.${score}.mean`,
            () => mean(score, children, their),
          ]);
        }),
      ),
    };
  },
});
