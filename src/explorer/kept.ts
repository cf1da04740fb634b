import { fields } from '../slice/fields.ts';
import type { Slice } from '../slice/slice.ts';
import { axes, slicedAxes, type Axis } from './axes.ts';
import { boundsAlong, type Ranges } from './bounds.ts';
import type { Frame } from './frame.ts';

/** Which models of a frame a slice keeps: 1 or 0 by position. */
export type Mask = Uint8Array;

/** The slice without the ranges that the page answers by itself. */
export const withoutRanges = (slice: Slice): Slice => ({
  ...slice,
  ...Object.fromEntries(slicedAxes.map(({ field }) => [field, fields[field].empty])),
});

/** The mask of models that the engine answered. */
export function maskOf(frame: Frame, answer: readonly { row: number }[]): Mask {
  const mask = new Uint8Array(frame.length);
  for (const { row } of answer) {
    const position = frame.positions.get(row);
    if (position !== undefined) mask[position] = 1;
  }
  return mask;
}

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The ends of a range along an axis as numbers, with whether the lower one belongs to it. */
function boundsOf({ slice, within }: Ranges, axis: Axis) {
  if (!axis.field) {
    const bounds = boundsAlong(within, axis);
    return { low: bounds?.from ?? null, high: bounds?.to ?? null, closed: true };
  }
  const value = slice[axis.field];
  if ('above' in value) return { low: value.above, high: value.upTo, closed: false };
  const { from, to } = value;
  return {
    low: from === null ? null : time(from),
    high: to === null ? null : time(to),
    closed: axis.kind === 'days',
  };
}

/** What the ranges keep, given what everything besides them keeps: the same as their predicates in SQL. */
export function keptOf(frame: Frame, base: Mask, ranges: Ranges): Mask {
  const kept = base.slice();
  for (const axis of axes) {
    const { low, high, closed } = boundsOf(ranges, axis);
    if (low === null && high === null) continue;
    const values = frame.values[axis.column]!;
    const from = low ?? Number.NEGATIVE_INFINITY;
    const to = high ?? Number.POSITIVE_INFINITY;
    for (let i = 0; i < kept.length; i++) {
      const value = values[i]!;
      // A blank compares with nothing, and so no range keeps it.
      if (!((closed ? value >= from : value > from) && value <= to)) kept[i] = 0;
    }
  }
  return kept;
}

/** How many models a mask keeps. */
export function countOf(mask: Mask): number {
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i]!;
  return count;
}
