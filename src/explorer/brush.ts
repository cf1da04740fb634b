import { fields } from '../slice/fields.ts';
import type { NumberRange } from '../slice/kinds/numbers.ts';
import type { DayRange } from '../slice/kinds/days.ts';
import { estimates } from '../dataset/tables.ts';
import type { Axis } from './axes.ts';
import { boundsAlong, withBounds, type Bounds, type Ranges } from './bounds.ts';
import type { BoundedColumn } from './table-columns.ts';

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
function rounded(value: number, step: number, outwards: (value: number) => number, most: number): number {
  const decimals = Math.min(most, Math.max(0, Math.ceil(-Math.log10(step))));
  const scale = 10 ** decimals;
  // The product of a decimal and a power of ten misses whole numbers by a hair.
  const scaled = Number((value * scale).toPrecision(12));
  return Number(Math.min(largest, outwards(scaled) / scale).toFixed(decimals));
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayLength = 86_400_000;

/** The ends of a stroke as numbers of the address, which are not negative. */
function endsOf({ low, high, lowStep, highStep }: Stroke, most: number) {
  const from = low === null ? null : rounded(low, lowStep, Math.floor, most);
  const to = high === null ? null : rounded(high, highStep, Math.ceil, most);
  return from !== null && from < 0 ? { from: null, to: to !== null && to < 0 ? 0 : to } : { from, to };
}

function numbersOf(stroke: Stroke): NumberRange {
  const { from, to } = endsOf(stroke, mostDecimals);
  return from !== null && to !== null && from >= to
    ? { above: from, upTo: Number((from + 10 ** -mostDecimals).toFixed(mostDecimals)) }
    : { above: from, upTo: to };
}

const daysOf = ({ low, high }: Stroke): DayRange => ({
  from: low === null ? null : day(Math.floor(low / dayLength) * dayLength),
  to: high === null ? null : day(Math.floor(high / dayLength) * dayLength),
});

/** Decimals of a bound of an estimate in the address. */
const boundDecimals = 4;

function boundsOf(column: BoundedColumn, stroke: Stroke): Bounds {
  const most = estimates.columns[column].type === 'integer' ? 0 : boundDecimals;
  return { column, ...endsOf(stroke, most) };
}

/** The ranges with those of the strokes set, while everything else stays. */
export function withStrokes({ slice, within }: Ranges, strokes: readonly Stroke[]): Ranges {
  const set = strokes.flatMap((stroke) => {
    const { field, kind } = stroke.axis;
    return field ? [[field, kind === 'days' ? daysOf(stroke) : numbersOf(stroke)]] : [];
  });
  return {
    slice: { ...slice, ...Object.fromEntries(set) },
    within: strokes
      .filter(({ axis }) => !axis.field)
      .reduce(
        (all, stroke) => withBounds(all, boundsOf(stroke.axis.column as BoundedColumn, stroke)),
        within,
      ),
  };
}

/** The ranges without those of these axes. */
export const withoutStrokes = ({ slice, within }: Ranges, along: readonly Axis[]): Ranges => ({
  slice: {
    ...slice,
    ...Object.fromEntries(along.flatMap(({ field }) => (field ? [[field, fields[field].empty]] : []))),
  },
  within: within.filter(({ column }) => along.every((axis) => axis.column !== column)),
});

/** The ends of a range along an axis, in values of its column; null for an open end. */
export function strokeOf({ slice, within }: Ranges, axis: Axis): { low: number | null; high: number | null } {
  if (!axis.field) {
    const bounds = boundsAlong(within, axis);
    return { low: bounds?.from ?? null, high: bounds?.to ?? null };
  }
  const value = slice[axis.field];
  if ('above' in value) return { low: value.above, high: value.upTo };
  // The last day belongs to the range to its end.
  const end = value.to === null ? null : Date.parse(`${value.to}T00:00:00Z`) + dayLength - 1;
  return { low: value.from === null ? null : Date.parse(`${value.from}T00:00:00Z`), high: end };
}

/** Whether the models are kept by a range along an axis. */
export function isBrushed(ranges: Ranges, axis: Axis): boolean {
  const { low, high } = strokeOf(ranges, axis);
  return low !== null || high !== null;
}
