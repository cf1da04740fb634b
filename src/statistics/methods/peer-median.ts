import { requireSameLength } from './numeric-input.ts';
import { selectedQuantile } from './quantile.ts';

/** What a row's peers are: those of its class, from `factor` smaller to `factor` larger. */
export interface PeerMedians {
  /** Largest ratio of two sizes, above 1. */
  factor: number;
  /** Fewest rows, itself among them, whose median is given. */
  fewest: number;
}

/** Room for the rounding of sizes, so that a size exactly a factor away is a peer whichever is divided. */
const ROUNDING = 1 + 1e-12;

/**
 * For each row the median of `values` over its peers, itself among them, in their unit; null where they are too few or
 * the row has no class. A window in size takes all of the peers of one size or none, so that ties cannot stretch it.
 * Throws a RangeError for columns of different length.
 */
export function peerMedians(
  values: readonly number[],
  sizes: readonly number[],
  classes: readonly (string | null)[],
  { factor, fewest }: PeerMedians,
): (number | null)[] {
  requireSameLength('sizes', sizes, 'values', values);
  requireSameLength('classes', classes, 'values', values);
  const medians = new Array<number | null>(values.length).fill(null);
  const members = Map.groupBy(values.keys(), (row) => classes[row]!);
  for (const [name, rows] of members) {
    if (name === null) continue;
    rows.sort((a, b) => sizes[a]! - sizes[b]!);
    let [from, to] = [0, 0];
    let known: { size: number; median: number | null } | undefined;
    for (const row of rows) {
      const size = sizes[row]!;
      if (known?.size !== size) {
        while (sizes[rows[from]!]! * factor * ROUNDING < size) from++;
        while (to < rows.length && sizes[rows[to]!]! <= size * factor * ROUNDING) to++;
        const peers = Float64Array.from(rows.slice(from, to), (peer) => values[peer]!);
        known = { size, median: peers.length < fewest ? null : selectedQuantile(peers, 0.5) };
      }
      medians[row] = known.median;
    }
  }
  return medians;
}
