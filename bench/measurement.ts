import { sortedQuantile } from '../src/statistics/methods/quantile.ts';

/** One thing that was measured, with every single value. */
export interface Measurement {
  what: string;
  unit: 's' | 'ms' | 'KB' | 'MB' | 'requests' | 'count';
  values: number[];
  /** The median should lie below. */
  target?: number;
}

/** A part of the benchmark: what it measured, how to read it, and a table of its own where rows would be many. */
export interface Section {
  id: string;
  title: string;
  notes: string[];
  measurements: Measurement[];
  table?: { head: string[]; rows: string[][] };
}

/** Quantile at p (type 7) of values in any order; NaN for no values. */
export function quantileOf(values: readonly number[], p: number): number {
  return (
    sortedQuantile(
      values.toSorted((a, b) => a - b),
      p,
    ) ?? Number.NaN
  );
}

/** Median of values in any order; NaN for no values. */
export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);
