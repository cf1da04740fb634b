import type { Axis } from './axes.ts';
import type { Stroke } from './brush.ts';
import type { PlotScaleFunction } from './plot-view.ts';

/** A stretch of pixels along one direction, or none. */
export type Span = readonly [from: number, to: number] | null;

/** An axis as it lies on the page: `up` where greater values lie at smaller pixels. */
export interface LaidAxis {
  axis: Axis;
  scale: PlotScaleFunction;
  length: number;
  up: boolean;
}

/** Pixels from an end of the axis within which a stroke is open there. */
const reach = 1;

/** The stroke that a span of pixels means; open at an end of the axis, and along all of it where there is none. */
export function strokeAt({ axis, scale, length, up }: LaidAxis, span: Span): Stroke {
  const value = (pixel: number) => Number(scale.invert(pixel));
  const step = (pixel: number) => Math.abs(value(pixel + 0.5) - value(pixel - 0.5));
  const [from, to] = span ?? [0, length];
  const [lowAt, highAt] = up ? [to, from] : [from, to];
  const isEnd = (pixel: number) => pixel <= reach || pixel >= length - reach;
  return {
    axis,
    low: isEnd(lowAt) ? null : value(lowAt),
    high: isEnd(highAt) ? null : value(highAt),
    lowStep: step(lowAt),
    highStep: step(highAt),
  };
}

/** The span of pixels of a range of values; null where the range is open at both ends. */
export function spanAt(
  { scale, length, up }: LaidAxis,
  { low, high }: { low: number | null; high: number | null },
): Span {
  if (low === null && high === null) return null;
  const pixel = (value: number | null, open: number) => {
    const at = value === null ? open : scale(value);
    // A log axis has no place for zero, which lies below all of it.
    return Number.isFinite(at) ? Math.min(length, Math.max(0, at)) : open;
  };
  const [a, b] = [pixel(low, up ? length : 0), pixel(high, up ? 0 : length)];
  return [Math.min(a, b), Math.max(a, b)];
}
