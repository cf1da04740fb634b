import { sum, sumOver } from './sum.ts';

/** True when every value is the same number, also for one value and for none. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** Arithmetic mean; null for no values. Exact for constant data, where Σx / n can be off by a rounding. */
export function arithmeticMean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  return isConstant(values) ? values[0]! : sum(values) / values.length;
}

/** Deviations from a mean that is known, in the order of `values`. */
export function deviationsFrom(mean: number, values: ArrayLike<number>): Float64Array {
  const deviations = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) deviations[i] = values[i]! - mean;
  return deviations;
}

/** Deviations from the mean, in the order of `values`; empty for no values, zeros for constant ones. */
export const centred = (values: ArrayLike<number>): Float64Array =>
  deviationsFrom(arithmeticMean(values) ?? 0, values);

/** Σ a_i b_i of two arrays of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return sumOver(a.length, (i) => a[i]! * b[i]!);
}

/** Sample variance with the divisor n − 1, by deviations from the mean; null for fewer than two values. */
export function sampleVariance(values: ArrayLike<number>): number | null {
  if (values.length < 2) return null;
  const deviations = centred(values);
  return dot(deviations, deviations) / (values.length - 1);
}
