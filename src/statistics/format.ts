import { format } from 'd3-format';
import type { Estimate } from './methods/estimate.ts';
import type { Definition, Unit } from './statistic.ts';

/** What a number that cannot be given is written as. */
export const tooFew = 'too few';

/** A number in its unit: grouped thousands, fixed digits, a real minus sign, its suffix. */
export function formatNumber(value: number, unit: Unit, digits = unit.digits): string {
  const scaled = value * (unit.scale ?? 1);
  const text = format(`,.${digits}f`)(scaled);
  return `${/^−0(\.0*)?$/.test(text) ? text.slice(1) : text}${unit.suffix}`;
}

/** Whether a number in its unit is written as 0. */
export const readsAsZero = (value: number, unit: Unit): boolean =>
  !/[1-9]/.test(formatNumber(value, { ...unit, suffix: '' }));

/** Whether the estimate rests on enough values to be shown under a slice. */
export const isShown = (estimate: Estimate, definition: Definition): boolean =>
  estimate.value !== null && estimate.n >= definition.minimum;

export interface Style {
  /** Fixed digits instead of the unit's. */
  digits?: number;
  /** Whether the 95 % interval follows the value. */
  interval?: boolean;
}

/** A statistic as it stands in prose; “too few” where it rests on fewer values than its minimum. */
export function formatEstimate(estimate: Estimate, definition: Definition, style: Style = {}): string {
  if (!isShown(estimate, definition) || estimate.value === null) return tooFew;
  const write = (value: number) => formatNumber(value, definition.unit, style.digits);
  const value = write(estimate.value);
  if (!style.interval || estimate.low === null || estimate.high === null) return value;
  return `${value} (${formatInterval(estimate.low, estimate.high, definition.unit, style.digits)})`;
}

/** An interval in words, its unit written once. */
export function formatInterval(low: number, high: number, unit: Unit, digits = unit.digits): string {
  const bare = { ...unit, suffix: '' };
  return `${formatNumber(low, bare, digits)} to ${formatNumber(high, unit, digits)}`;
}
