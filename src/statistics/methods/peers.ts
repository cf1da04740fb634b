/** Those that a point may be compared with: sizes in ascending order, on a scale on which nearness is a difference. */
export interface PeerPool {
  sizes: Float64Array;
  /** Day of each, on any common count of days. */
  days: Float64Array;
}

export interface PeerOptions {
  /** Number of nearest peers. */
  k: number;
  /** Largest distance in days. */
  days: number;
}

/**
 * Positions in the pool of the peers of a point: of those at most `days` away in time, the k nearest in size
 * and every other as near as the last of them, in ascending order. null unless at least ⌊k / 2⌋ in time lie at
 * or below the size and as many at or above it, because with peers on one side alone the comparison would be
 * one of size. The point itself must not be in the pool.
 */
export function peersOf(
  point: { size: number; day: number },
  pool: PeerPool,
  { k, days }: PeerOptions,
): number[] | null {
  const near: number[] = [];
  let below = 0;
  let above = 0;
  for (let i = 0; i < pool.sizes.length; i++) {
    if (!(Math.abs(pool.days[i]! - point.day) <= days)) continue;
    near.push(i);
    if (pool.sizes[i]! <= point.size) below += 1;
    if (pool.sizes[i]! >= point.size) above += 1;
  }
  const half = Math.floor(k / 2);
  if (near.length < k || below < half || above < half) return null;
  const distance = (at: number): number =>
    at < 0 || at >= near.length ? Infinity : Math.abs(pool.sizes[near[at]!]! - point.size);
  // The first of the near ones that is not below the point: all others are on its left.
  let end = near.length - above;
  let start = end;
  while (end - start < k) {
    if (distance(start - 1) <= distance(end)) start -= 1;
    else end += 1;
  }
  const reach = Math.max(distance(start), distance(end - 1));
  while (distance(start - 1) <= reach) start -= 1;
  while (distance(end) <= reach) end += 1;
  return near.slice(start, end);
}
