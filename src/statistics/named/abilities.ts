import { byBenchmark } from '../../dataset/benchmarks.ts';
import { select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles } from '../../dataset/benchmarks.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { deviationsOf } from '../methods/correlation.ts';
import { firstComponentShare } from '../methods/components.ts';
import { midRanks } from '../methods/rank.ts';
import { spearmanOfRanks } from '../methods/spearman.ts';
import { once } from '../methods/once.ts';
import { estimated, numbersOf, units, family } from '../statistic.ts';

const ordered = benchmarks.flatMap((a) => benchmarks.filter((b) => b !== a).map((b) => [a, b] as const));

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    ...byBenchmark((name) => columns[name]),
  },
  orderBy: [columns.row],
}));

/** How the six normalised scores hang together. Each correlation stands under both orders of its names. */
export const abilities = family({
  query,
  definitions: [
    estimated(
      'benchmarks.pc1_share',
      'share of the variance of the six scores on their first component',
      units.share,
    ),
    ...ordered.map(([a, b]) =>
      estimated(
        `benchmarks.spearman.${a}.${b}`,
        `rank correlation of ${benchmarkTitles[a]} and ${benchmarkTitles[b]}`,
        units.correlation,
      ),
    ),
  ],
  derive(rows) {
    const scores = Object.fromEntries(benchmarks.map((name) => [name, numbersOf(rows, name)]));
    const clusters = clustersOf(rows);
    const ranks = byBenchmark((name) => once(() => deviationsOf(midRanks(scores[name] ?? []))));
    const correlations = Object.fromEntries(
      ordered
        .filter(([a, b]) => a < b)
        .map(([a, b]) => [`${a}.${b}`, once(() => spearmanOfRanks(ranks[a](), ranks[b](), clusters))]),
    );
    return {
      'benchmarks.pc1_share': () =>
        firstComponentShare(
          benchmarks.map((name) => scores[name] ?? []),
          clusters,
        ),
      ...Object.fromEntries(
        ordered.map(([a, b]) => [
          `benchmarks.spearman.${a}.${b}`,
          correlations[a < b ? `${a}.${b}` : `${b}.${a}`]!,
        ]),
      ),
    };
  },
});
