import type { Clustering, EffectiveClusters } from './estimate.ts';

/** What a row is clustered by: who made the model, and the pretrained model that it descends from. */
export interface Clustered {
  organisation: string | number;
  lineage: string | number;
}

/** A partition of rows: of[i] numbers the group of row i, from 0 in the order of their first rows. */
export interface Grouping {
  of: Int32Array;
  count: number;
  /** The groupings that this one crosses, where it does. */
  crosses?: readonly Grouping[];
}

/** Rows grouped two ways, and by both together. */
export interface Clusters {
  rows: readonly Clustered[];
  organisations: Grouping;
  lineages: Grouping;
  both: Grouping;
  effective: EffectiveClusters;
}

/** Fewest effective clusters that an interval may rest on. */
export const fewestClusters = 3;

function grouped(rows: readonly Clustered[], of: (row: Clustered) => string | number): Grouping {
  const keys = new Int32Array(rows.length);
  let i = 0;
  for (; i < rows.length; i++) {
    const key = of(rows[i]!);
    if (typeof key !== 'number' || key !== (key | 0)) break;
    keys[i] = key;
  }
  return i === rows.length ? groupedKeys(keys) : groupedNames(rows, of);
}

/** The groups of whole numbers, as the queries have them: a table finds them several times as fast as a map. */
function groupedKeys(keys: Int32Array): Grouping {
  // At most half full, so that few keys meet.
  const size = 1 << (33 - Math.clz32(keys.length));
  const groupAt = new Int32Array(size).fill(-1);
  const keyAt = new Int32Array(size);
  const groups = new Int32Array(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    let at = key & (size - 1);
    while (groupAt[at]! >= 0 && keyAt[at] !== key) at = (at + 1) & (size - 1);
    if (groupAt[at]! < 0) {
      groupAt[at] = count++;
      keyAt[at] = key;
    }
    groups[i] = groupAt[at]!;
  }
  return { of: groups, count };
}

function groupedNames(rows: readonly Clustered[], of: (row: Clustered) => string | number): Grouping {
  const numbers = new Map<string | number, number>();
  const groups = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const name = of(rows[i]!);
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    groups[i] = number;
  }
  return { of: groups, count: numbers.size };
}

/** Numbers of cells plus 1, all 0 between two uses: a table is quicker than a map, and making one anew is not. */
let numbered = new Int32Array(0);

function crossed(first: Grouping, second: Grouping): Grouping {
  const cells = first.count * second.count;
  if (numbered.length < cells) numbered = new Int32Array(cells);
  let count = 0;
  const of = new Int32Array(first.of.length);
  for (let i = 0; i < of.length; i++) {
    const cell = first.of[i]! * second.count + second.of[i]!;
    if (numbered[cell] === 0) numbered[cell] = ++count;
    of[i] = numbered[cell]! - 1;
  }
  for (let i = 0; i < of.length; i++) numbered[first.of[i]! * second.count + second.of[i]!] = 0;
  return { of, count, crosses: [first, second] };
}

/** Rows in each group; of those that are `chosen`, where some are. */
export function sizesOf({ of, count }: Grouping, chosen?: readonly boolean[]): Int32Array {
  const sizes = new Int32Array(count);
  for (let i = 0; i < of.length; i++) if (!chosen || chosen[i]!) sizes[of[i]!]! += 1;
  return sizes;
}

/**
 * 1 ÷ Σ share² of the groups over the rows, or the `chosen` of them: the number of equal groups that would be as
 * uneven; 0 for no rows.
 */
export function effectiveNumber(grouping: Grouping, chosen?: readonly boolean[]): number {
  let rows = 0;
  let squares = 0;
  for (const size of sizesOf(grouping, chosen)) {
    rows += size;
    squares += size * size;
  }
  return squares === 0 ? 0 : rows ** 2 / squares;
}

/** Effective numbers of clusters of the rows, or the `chosen` of them. */
export const effectiveOf = (
  { organisations, lineages }: Pick<Clusters, 'organisations' | 'lineages'>,
  chosen?: readonly boolean[],
): EffectiveClusters => ({
  organisations: effectiveNumber(organisations, chosen),
  lineages: effectiveNumber(lineages, chosen),
});

type Shared = ReadonlyMap<Grouping, Int32Array>;
const shared = new WeakMap<Grouping, Shared>();

/** For each grouping that a grouping crosses, by group: the group there that is the same rows, or −1. */
export function sharedWith(grouping: Grouping): Shared {
  let found = shared.get(grouping);
  if (!found) {
    const sizes = sizesOf(grouping);
    found = new Map(
      grouping.crosses?.map((other) => {
        const others = sizesOf(other);
        const same = new Int32Array(grouping.count).fill(-1);
        // A group lies within one group of what it crosses, so that the same number of rows are the same rows.
        for (let i = 0; i < grouping.of.length; i++) {
          const [group, around] = [grouping.of[i]!, other.of[i]!];
          if (sizes[group] === others[around]) same[group] = around;
        }
        return [other, same];
      }),
    );
    shared.set(grouping, found);
  }
  return found;
}

const found = new WeakMap<readonly Clustered[], Clusters>();

/** The clusters of rows, in their order; found once for an array of rows, which several statistics share. */
export function clustersOf(rows: readonly Clustered[]): Clusters {
  let clusters = found.get(rows);
  if (!clusters) found.set(rows, (clusters = clustered(rows)));
  return clusters;
}

const unions = new WeakMap<readonly Clustered[], WeakMap<readonly Clustered[], Clusters>>();

/** The clusters of two arrays of rows together, those of the first before those of the second; found once for both. */
export function clustersOfBoth(first: readonly Clustered[], second: readonly Clustered[]): Clusters {
  let withFirst = unions.get(first);
  if (!withFirst) unions.set(first, (withFirst = new WeakMap()));
  let clusters = withFirst.get(second);
  if (!clusters) withFirst.set(second, (clusters = clustered([...first, ...second])));
  return clusters;
}

function clustered(rows: readonly Clustered[]): Clusters {
  const organisations = grouped(rows, (row) => row.organisation);
  const lineages = grouped(rows, (row) => row.lineage);
  return {
    rows,
    organisations,
    lineages,
    both: crossed(organisations, lineages),
    effective: effectiveOf({ organisations, lineages }),
  };
}

/** The clustering that the effective numbers allow; null where neither way has enough of them. */
export function clusteringOf({ organisations, lineages }: EffectiveClusters): Clustering | null {
  if (lineages >= fewestClusters && organisations >= fewestClusters) return 'both';
  if (organisations >= fewestClusters) return 'organisations';
  return lineages >= fewestClusters ? 'lineages' : null;
}

/** Degrees of freedom of Student's t: the smaller effective number of what is clustered by, less 1. */
export const freedomOf = ({ effective }: Pick<Clusters, 'effective'>): number | null =>
  freedomLeftBy(effective);

/** Of the two sides of a difference, the effective numbers of the one that leaves less freedom. */
export const scarcerOf = ([a, b]: readonly [EffectiveClusters, EffectiveClusters]): EffectiveClusters =>
  (freedomLeftBy(b) ?? 0) < (freedomLeftBy(a) ?? 0) ? b : a;

function freedomLeftBy(effective: EffectiveClusters): number | null {
  switch (clusteringOf(effective)) {
    case 'both':
      return Math.min(effective.organisations, effective.lineages) - 1;
    case 'organisations':
      return effective.organisations - 1;
    case 'lineages':
      return effective.lineages - 1;
    case null:
      return null;
  }
}

/**
 * A variance with rows clustered two ways: that between organisations plus that between lineages less that between
 * the groups of both (Cameron, Gelbach and Miller 2011, doi:10.1198/jbes.2010.07136), and at least the larger of
 * the first two. `within` answers the variance that one grouping gives. null where neither way has clusters enough.
 */
export function clusteredVariance(clusters: Clusters, within: (grouping: Grouping) => number): number | null {
  const clustering = clusteringOf(clusters.effective);
  if (clustering === null) return null;
  if (clustering !== 'both') return within(clusters[clustering]);
  const organisations = within(clusters.organisations);
  const lineages = within(clusters.lineages);
  return Math.max(organisations + lineages - within(clusters.both), organisations, lineages);
}
