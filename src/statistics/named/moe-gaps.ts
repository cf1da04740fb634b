import { clustersOf } from '../methods/clusters.ts';
import { exponential, type Estimate } from '../methods/estimate.ts';
import { meanEstimate } from '../methods/mean.ts';
import { peersOf, type PeerWindow } from '../methods/peers.ts';
import { medianEstimate, sortedQuantile } from '../methods/quantile.ts';
import { estimated, units, type Definition, family } from '../statistic.ts';
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
  day !== null ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : null;

/** A design: MoE models of one total size, to a tenth of a billion, mostly descend from one base. */
export const designOf = (row: { parameters_b: number }): string => row.parameters_b.toFixed(1);

/** An MoE model and its dense peers, both as rows. */
interface Matched {
  row: MoeModel;
  peers: readonly MoeModel[];
}

/**
 * The MoE models that have dense peers at one of their sizes. Left out: models of unknown size, and those with
 * too few dense models on either side of it. Where age counts, so do models of unknown upload date, on both
 * sides.
 */
function matched(rows: readonly MoeModel[], column: MoeSize['column'], window: PeerWindow): Matched[] {
  const day = (row: MoeModel) => (Number.isFinite(window.days) ? dayOf(row) : 0);
  const dense = rows
    .filter((row) => !row.moe && day(row) !== null)
    .sort((a, b) => a.parameters_b - b.parameters_b);
  const pool = {
    sizes: Float64Array.from(dense, (row) => Math.log2(row.parameters_b)),
    days: Float64Array.from(dense, (row) => day(row)!),
  };
  return rows.flatMap((row) => {
    const size = row[column];
    const when = day(row);
    if (!row.moe || size === null || size <= 0 || when === null) return [];
    const peers = peersOf({ size: Math.log2(size), day: when }, pool, window);
    return peers ? [{ row, peers: peers.map((index) => dense[index]!) }] : [];
  });
}

/** An MoE model's value minus the median of its peers. */
interface Gap {
  row: MoeModel;
  value: number;
}

const gapsOf = (pairs: readonly Matched[], of: (row: MoeModel) => number): Gap[] =>
  pairs.map(({ row, peers }) => ({
    row,
    value: of(row) - sortedQuantile(Float64Array.from(peers, of).sort(), 0.5)!,
  }));

const score = (row: MoeModel) => row.average;
const logCo2 = (row: MoeModel) => Math.log(row.co2_kg);

const clustered = (gaps: readonly Gap[]): Estimate =>
  meanEstimate(
    gaps.map(({ value }) => value),
    clustersOf(gaps.map(({ row }) => row)),
  );
const by = (official: boolean) => (gap: Gap) => gap.row.official_provider === official;

/** Mean points of score of MoE models above dense ones of the same size, one of the two, and age. */
export const moeScoreGap = (rows: readonly MoeModel[], { column }: MoeSize): Estimate =>
  clustered(gapsOf(matched(rows, column, sameAge), score));

/** Every comparison of MoE models with their dense peers at one of the two sizes. */
function moeGapEstimates(rows: readonly MoeModel[], { id, column }: MoeSize): Record<string, Estimate> {
  const pairs = matched(rows, column, sameAge);
  const gaps = gapsOf(pairs, score);
  const metered = rows.filter((row) => row.co2_kg > 0);
  const meteredPairs = metered.length === rows.length ? pairs : matched(metered, column, sameAge);
  return {
    [`moe.gap.${id}.mean`]: clustered(gaps),
    [`moe.gap.${id}.median`]: medianEstimate(
      gaps.map(({ value }) => value),
      clustersOf(gaps.map(({ row }) => row)),
    ),
    [`moe.gap.${id}.official.mean`]: clustered(gaps.filter(by(true))),
    [`moe.gap.${id}.community.mean`]: clustered(gaps.filter(by(false))),
    [`moe.gap.${id}.any_age.mean`]: clustered(gapsOf(matched(rows, column, anyAge), score)),
    ...Object.fromEntries(
      otherWindows.map((other) => [
        `moe.gap.${id}.${other.id}.mean`,
        clustered(gapsOf(matched(rows, column, other.window), score)),
      ]),
    ),
    [`moe.co2_fold.${id}`]: exponential(clustered(gapsOf(meteredPairs, logCo2))),
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
