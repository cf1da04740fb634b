import { fields } from '../slice/fields.ts';
import type { NumberRange } from '../slice/kinds/numbers.ts';
import type { DayRange } from '../slice/kinds/days.ts';
import type { Slice } from '../slice/slice.ts';
import type { Axis } from './axes.ts';

/** A stroke along one axis in values of its column; null where it reaches the end of the axis. */
export interface Stroke {
  axis: Axis;
  low: number | null;
  high: number | null;
  /** Values that one pixel spans at either end: what the stroke can tell apart. */
  lowStep: number;
  highStep: number;
}

const mostDecimals = 6;
const largest = 999_999;

/** The value with no more decimals than tell two pixels apart, moved outwards so that nothing stroked is lost. */
function rounded(value: number, step: number, outwards: (value: number) => number): number {
  const decimals = Math.min(mostDecimals, Math.max(0, Math.ceil(-Math.log10(step))));
  const scale = 10 ** decimals;
  // The product of a decimal and a power of ten misses whole numbers by a hair.
  const scaled = Number((value * scale).toPrecision(12));
  return Number(Math.min(largest, outwards(scaled) / scale).toFixed(decimals));
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayLength = 86_400_000;

function numbersOf({ low, high, lowStep, highStep }: Stroke): NumberRange {
  const above = low === null ? null : rounded(low, lowStep, Math.floor);
  const upTo = high === null ? null : rounded(high, highStep, Math.ceil);
  if (above !== null && above < 0) return { above: null, upTo: upTo !== null && upTo < 0 ? 0 : upTo };
  return above !== null && upTo !== null && above >= upTo
    ? { above, upTo: Number((above + 10 ** -mostDecimals).toFixed(mostDecimals)) }
    : { above, upTo };
}

const daysOf = ({ low, high }: Stroke): DayRange => ({
  from: low === null ? null : day(Math.floor(low / dayLength) * dayLength),
  to: high === null ? null : day(Math.floor(high / dayLength) * dayLength),
});

/** The slice in which the strokes set the ranges of their columns, and everything else stays. */
export function withStrokes(slice: Slice, strokes: readonly Stroke[]): Slice {
  const set = strokes.map((stroke) => [
    stroke.axis.field,
    stroke.axis.kind === 'days' ? daysOf(stroke) : numbersOf(stroke),
  ]);
  return { ...slice, ...Object.fromEntries(set) };
}

/** The slice without the ranges of these axes. */
export const withoutStrokes = (slice: Slice, along: readonly Axis[]): Slice => ({
  ...slice,
  ...Object.fromEntries(along.map(({ field }) => [field, fields[field].empty])),
});

/** The ends of a slice's range along an axis, in values of its column; null for an open end. */
export function strokeOf(slice: Slice, { field }: Axis): { low: number | null; high: number | null } {
  const value = slice[field];
  if ('above' in value) return { low: value.above, high: value.upTo };
  // The last day belongs to the range to its end.
  const end = value.to === null ? null : Date.parse(`${value.to}T00:00:00Z`) + dayLength - 1;
  return { low: value.from === null ? null : Date.parse(`${value.from}T00:00:00Z`), high: end };
}

/** Whether a slice keeps a range along an axis. */
export function isBrushed(slice: Slice, axis: Axis): boolean {
  const { low, high } = strokeOf(slice, axis);
  return low !== null || high !== null;
}
