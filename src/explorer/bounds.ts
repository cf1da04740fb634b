import type { Slice } from '../slice/slice.ts';
import type { Axis } from './axes.ts';
import type { BoundedColumn } from './table-columns.ts';

/** Bounds of a published estimate, both included; null for an open end. */
export interface Bounds {
  column: BoundedColumn;
  from: number | null;
  to: number | null;
}

/** What strokes set: ranges of the slice, and the bounds that the page itself filters by, a column once. */
export interface Ranges {
  slice: Slice;
  within: readonly Bounds[];
}

/** The bounds with those of one column set, or taken away where both ends are open. */
export function withBounds(within: readonly Bounds[], set: Bounds): readonly Bounds[] {
  const isOpen = set.from === null && set.to === null;
  const at = within.findIndex(({ column }) => column === set.column);
  if (at < 0) return isOpen ? within : [...within, set];
  return isOpen ? within.toSpliced(at, 1) : within.with(at, set);
}

/** The bounds along an axis; undefined where there are none. */
export const boundsAlong = (within: readonly Bounds[], axis: Axis): Bounds | undefined =>
  within.find(({ column }) => column === axis.column);
