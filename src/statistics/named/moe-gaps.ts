import { timeOf } from '../../dataset/calendar.ts';
import { clustersOf } from '../methods/clusters.ts';
import { type Estimate } from '../methods/estimate.ts';
import { exponential } from '../methods/mapped.ts';
import { meanEstimate } from '../methods/mean.ts';
import { peersOf, type PeerPool, type PeerWindow } from '../methods/peers.ts';
import { medianEstimate, selectedQuantile } from '../methods/quantile.ts';
import { once } from '../methods/once.ts';
import { estimated, units, type Definition, family, type Derivation } from '../statistic.ts';
import { moeModels, type MoeModel } from './moe-averages.ts';

/** Peers of an MoE model: the dense models within a quarter of its size, uploaded within half a year of it. */
export const sameAge: PeerWindow = { factor: 1.25, days: 183 };
/** The same without regard to age. */
const anyAge: PeerWindow = { ...sameAge, days: Infinity };
/** Narrower and wider windows of size, to see how much hangs on it. */
const otherWindows = [
  { id: 'narrow', label: 'within a tenth of their size', window: { ...sameAge, factor: 1.1 } },
  { id: 'wide', label: 'within half of their size', window: { ...sameAge, factor: 1.5 } },
] as const;

/** The two sizes that an MoE model may be compared at. */
export const moeSizes = [
  { id: 'total', column: 'parameters_b', label: 'total size', view: 'models' },
  { id: 'active', column: 'active_parameters_b', label: 'active size', view: 'reviewed_models' },
] as const;
type MoeSize = (typeof moeSizes)[number];

/** Days since 1970 of the upload; null where it is not known. */
const dayOf = ({ upload_date: day }: MoeModel): number | null =>
  day !== null ? timeOf(day) / 86_400_000 : null;

/** A design: MoE models of one total size, to a tenth of a billion, mostly descend from one base. */
export const designOf = (row: { parameters_b: number }): string => row.parameters_b.toFixed(1);

/** The models of a comparison: MoE ones with their days, and dense ones in order of size. */
interface Candidates {
  moe: readonly { row: MoeModel; day: number }[];
  dense: readonly MoeModel[];
  pool: PeerPool;
}

/** Where age counts, models of unknown upload date are left out, on both sides. */
function candidatesOf(rows: readonly MoeModel[], age: boolean): Candidates {
  const dated = rows.flatMap((row) => {
    const day = age ? dayOf(row) : 0;
    return day === null ? [] : [{ row, day }];
  });
  const dense = dated.filter(({ row }) => !row.moe).sort((a, b) => a.row.parameters_b - b.row.parameters_b);
  return {
    moe: dated.filter(({ row }) => row.moe),
    dense: dense.map(({ row }) => row),
    pool: {
      sizes: Float64Array.from(dense, ({ row }) => Math.log2(row.parameters_b)),
      days: Float64Array.from(dense, ({ day }) => day),
    },
  };
}

/** MoE models with the positions of their peers among the dense ones. */
interface Matched {
  dense: readonly MoeModel[];
  pairs: readonly { row: MoeModel; peers: readonly number[] }[];
}

/**
 * The MoE models that have dense peers at one of their sizes. Left out: models of unknown size, and those with
 * too few dense models on either side of it.
 */
function matched({ moe, dense, pool }: Candidates, column: MoeSize['column'], window: PeerWindow): Matched {
  const pairs = moe.flatMap(({ row, day }) => {
    const size = row[column];
    if (size === null || size <= 0) return [];
    const peers = peersOf({ size: Math.log2(size), day }, pool, window);
    return peers ? [{ row, peers }] : [];
  });
  return { dense, pairs };
}

/** An MoE model's value minus the median of its peers, and how many they are. */
export interface MoeGap {
  row: MoeModel;
  value: number;
  peers: number;
}

function gapsOf({ dense, pairs }: Matched, of: (row: MoeModel) => number): MoeGap[] {
  const values = dense.map(of);
  const ofPeers = new Float64Array(dense.length);
  return pairs.map(({ row, peers }) => {
    for (let i = 0; i < peers.length; i++) ofPeers[i] = values[peers[i]!]!;
    const median = selectedQuantile(ofPeers.subarray(0, peers.length), 0.5)!;
    return { row, value: of(row) - median, peers: peers.length };
  });
}

const score = (row: MoeModel) => row.average;
const logCo2 = (row: MoeModel) => Math.log(row.co2_kg);

const clustered = (gaps: readonly MoeGap[]): Estimate =>
  meanEstimate(
    gaps.map(({ value }) => value),
    clustersOf(gaps.map(({ row }) => row)),
  );
const by = (official: boolean) => (gap: MoeGap) => gap.row.official_provider === official;

/** Points of score of each MoE model above dense ones of the same size, one of the two, and age, and their mean. */
export function moeScoreGaps(
  rows: readonly MoeModel[],
  { column }: MoeSize,
): { gaps: readonly MoeGap[]; mean: Estimate } {
  const gaps = gapsOf(matched(candidatesOf(rows, true), column, sameAge), score);
  return { gaps, mean: clustered(gaps) };
}

/** Every comparison of MoE models with their dense peers at one of the two sizes. */
function moeGapEstimates(rows: readonly MoeModel[], { id, column }: MoeSize): Derivation {
  const candidates = once(() => candidatesOf(rows, true));
  const pairs = once(() => matched(candidates(), column, sameAge));
  const gaps = once(() => gapsOf(pairs(), score));
  const metered = rows.filter((row) => row.co2_kg > 0);
  const meteredPairs = () =>
    metered.length === rows.length ? pairs() : matched(candidatesOf(metered, true), column, sameAge);
  return {
    [`moe.gap.${id}.mean`]: () => clustered(gaps()),
    [`moe.gap.${id}.median`]: () =>
      medianEstimate(
        gaps().map(({ value }) => value),
        clustersOf(gaps().map(({ row }) => row)),
      ),
    [`moe.gap.${id}.official.mean`]: () => clustered(gaps().filter(by(true))),
    [`moe.gap.${id}.community.mean`]: () => clustered(gaps().filter(by(false))),
    [`moe.gap.${id}.any_age.mean`]: () =>
      clustered(gapsOf(matched(candidatesOf(rows, false), column, anyAge), score)),
    ...Object.fromEntries(
      otherWindows.map((other) => [
        `moe.gap.${id}.${other.id}.mean`,
        () => clustered(gapsOf(matched(candidates(), column, other.window), score)),
      ]),
    ),
    [`moe.co2_fold.${id}`]: () => exponential(clustered(gapsOf(meteredPairs(), logCo2))),
  };
}

const definitionsOf = ({ id, label }: MoeSize): Definition[] => {
  const peers = `dense models of the same ${label} and age`;
  return [
    estimated(`moe.gap.${id}.mean`, `mean score of MoE models above ${peers}`, units.points),
    estimated(`moe.gap.${id}.median`, `median score of MoE models above ${peers}`, units.points),
    estimated(
      `moe.gap.${id}.official.mean`,
      `mean score of official MoE models above ${peers}`,
      units.points,
    ),
    estimated(`moe.gap.${id}.community.mean`, `mean score of other MoE models above ${peers}`, units.points),
    estimated(
      `moe.gap.${id}.any_age.mean`,
      `mean score of MoE models above dense models of the same ${label} and any age`,
      units.points,
    ),
    ...otherWindows.map((other) =>
      estimated(
        `moe.gap.${id}.${other.id}.mean`,
        `mean score of MoE models above dense models ${other.label}, by ${label}, and of their age`,
        units.points,
      ),
    ),
    estimated(`moe.co2_fold.${id}`, `CO₂ of MoE models ÷ that of ${peers}, geometric mean`, units.fold),
  ];
};

/**
 * MoE models against dense models of their size and age: the median of the dense models within a
 * quarter of the size that were uploaded within half a year.  Active sizes are known on
 * review only, so that comparison is of the reviewed models under either preparation.
 */
export const moeGaps = moeSizes.map((size) =>
  family({
    query: moeModels[size.view],
    definitions: definitionsOf(size),
    derive: (rows) => moeGapEstimates(rows, size),
  }),
);
