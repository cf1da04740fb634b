import { select, type Expression, type RowOf } from '../../dataset/select.ts';
import { pairs } from '../../dataset/tables.ts';
import { benchmarks, benchmarkTitles, type Benchmark } from '../../dataset/benchmarks.ts';
import { effectiveQuestions } from '../../dataset/questions.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { binomialDifference } from '../methods/binomial-difference.ts';
import { clustersOf } from '../methods/clusters.ts';
import { count, estimate, TAIL } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { normalQuantile } from '../methods/normal.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { possibleDifference } from '../methods/share-difference.ts';
import { once } from '../methods/once.ts';
import { estimated, fact, units, family } from '../statistic.ts';

const query = select(pairs, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    base_type: columns.base_type,
    ...(Object.fromEntries(
      benchmarks.flatMap((name) => [
        [name, columns[`${name}_raw`]],
        [`base_${name}`, columns[`base_${name}_raw`]],
        [`${name}_change`, columns[`${name}_change`]],
      ]),
    ) as Record<Benchmark | `base_${Benchmark}` | `${Benchmark}_change`, Expression<number>>),
  },
  orderBy: [columns.row],
}));

/** The raw results of a child and its base, and the change in points. */
export type ComparedPair = RowOf<typeof query>;

/** Bases whose children are compared benchmark by benchmark. */
export const tradeOffBases = [
  { id: 'all', label: 'all roots', long: 'pairs', has: () => true },
  {
    id: 'pretrained',
    label: 'pretrained roots',
    long: 'pairs from a pretrained root',
    has: (row: { base_type: string }) => row.base_type === 'pretrained',
  },
  {
    id: 'chat',
    label: 'chat roots',
    long: 'pairs from a chat root',
    has: (row: { base_type: string }) => row.base_type === 'chat',
  },
] as const;

/** The change of the raw result of each row on one benchmark, in standard errors of a binomial difference. */
const errorsOf = (rows: readonly ComparedPair[], benchmark: Benchmark): number[] =>
  rows.map((row) =>
    binomialDifference(row[benchmark], row[`base_${benchmark}`], effectiveQuestions[benchmark]),
  );

/** How far a change must reach, in standard errors, to count: 95 % on both sides together. */
const limit = normalQuantile(1 - TAIL);

/** Shares of pairs whose raw result fell or rose by more than the binomial error of both results, and the first less the second. */
export function beyondError(rows: readonly ComparedPair[], benchmark: Benchmark) {
  const errors = errorsOf(rows, benchmark);
  const clusters = clustersOf(rows);
  const [drop, rise] = [(error: number) => error < -limit, (error: number) => error > limit].map((is) =>
    shareEstimate(errors.map(is), clusters),
  );
  const net = meanEstimate(
    errors.map((error) => Number(error < -limit) - Number(error > limit)),
    clusters,
  );
  return { net: possibleDifference(net, drop!, rise!), drop: drop!, rise: rise! };
}

/**
 * What each benchmark pays and gains: the share of pairs whose raw result fell or rose by more than the 95 %
 * error of a difference of two binomial proportions, and how many comparisons that makes.
 */
export const tradeOff = family({
  query,
  definitions: [
    fact('tradeoff.comparisons', 'comparisons of a pair on a benchmark', units.comparisons),
    fact('tradeoff.drops', 'comparisons that fell beyond their error', units.comparisons),
    fact('tradeoff.rises', 'comparisons that rose beyond their error', units.comparisons),
    fact(
      'tradeoff.by_chance',
      'comparisons that would fall beyond their error by chance alone, and as many that would rise',
      units.comparisons,
    ),
    fact(
      'tradeoff.drops.corrected',
      'comparisons that fell beyond the error that Bonferroni’s correction sets for all of them',
      units.comparisons,
    ),
    ...tradeOffBases.flatMap(({ id, long }) =>
      benchmarks.flatMap((name) => [
        estimated(
          `tradeoff.${id}.${name}.drop`,
          `share of ${long} whose ${benchmarkTitles[name]} fell beyond its error`,
          units.share,
        ),
        estimated(
          `tradeoff.${id}.${name}.rise`,
          `share of ${long} whose ${benchmarkTitles[name]} rose beyond its error`,
          units.share,
        ),
        estimated(
          `tradeoff.${id}.${name}.net`,
          `share of ${long} whose ${benchmarkTitles[name]} fell beyond its error, less the share that rose`,
          units.shareDifference,
        ),
      ]),
    ),
  ],
  derive(rows) {
    const errors = benchmarks.flatMap((name) => errorsOf(rows, name));
    const comparisons = errors.length;
    const corrected = comparisons === 0 ? limit : normalQuantile(1 - TAIL / comparisons);
    const beyond = (is: (error: number) => boolean) => count(errors.filter(is).length);
    return {
      'tradeoff.comparisons': count(comparisons),
      'tradeoff.drops': beyond((error) => error < -limit),
      'tradeoff.rises': beyond((error) => error > limit),
      'tradeoff.by_chance': estimate(TAIL * comparisons, comparisons),
      'tradeoff.drops.corrected': beyond((error) => error < -corrected),
      ...Object.fromEntries(
        tradeOffBases.flatMap(({ id, has }) => {
          const of = rows.filter(has);
          return benchmarks.flatMap((name) => {
            const found = once(() => beyondError(of, name));
            return (['drop', 'rise', 'net'] as const).map((way) => [
              `tradeoff.${id}.${name}.${way}`,
              () => found()[way],
            ]);
          });
        }),
      ),
    };
  },
});
