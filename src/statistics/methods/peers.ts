import { bisectLeft } from 'd3-array';

/** Those that a point may be compared with, in logarithms of size to base 2, in ascending order. */
export interface PeerPool {
  sizes: Float64Array;
  /** Day of each, on any common count of days. */
  days: Float64Array;
}

/** How near a peer must be. A window does not stretch with the models that happen to share a size. */
export interface PeerWindow {
  /** Largest ratio of sizes. */
  factor: number;
  /** Largest distance in days. */
  days: number;
}

/** Fewest peers, and fewest of them at or below the size and at or above it, that a comparison may rest on. */
export const fewestPeers = { all: 10, aside: 3 };

/**
 * Positions in the pool of the peers of a point: all whose size and day lie within the window, its ends included, in
 * the order of the pool. null where they are too few, or nearly all on one side of the size, because the comparison
 * would then be one of size. The point itself must not be in the pool.
 */
export function peersOf(
  point: { size: number; day: number },
  pool: PeerPool,
  { factor, days }: PeerWindow,
): number[] | null {
  // Sizes are recorded to a thousandth; at the end of the window rounding must not decide.
  const reach = Math.log2(factor) + 1e-9;
  const peers: number[] = [];
  let below = 0;
  let above = 0;
  for (let i = bisectLeft(pool.sizes, point.size - reach); i < pool.sizes.length; i++) {
    const distance = pool.sizes[i]! - point.size;
    if (distance > reach) break;
    if (!(Math.abs(pool.days[i]! - point.day) <= days)) continue;
    peers.push(i);
    if (distance <= 0) below += 1;
    if (distance >= 0) above += 1;
  }
  return peers.length < fewestPeers.all || Math.min(below, above) < fewestPeers.aside ? null : peers;
}
