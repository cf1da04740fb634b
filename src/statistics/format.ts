import { format } from 'd3-format';
import { clusteringOf } from './methods/clusters.ts';
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

/**
 * What stands behind a number, for its card: the interval, what it is clustered by, and the one that independent
 * rows would have. Blank where there is no interval.
 */
export function aboutInterval(
  { low, high, independent, clusters }: Estimate,
  { unit }: Definition,
  digits?: number,
): string {
  const between = (from: number, to: number) => formatInterval(from, to, unit, digits);
  const alone =
    independent && independent.low !== null && independent.high !== null
      ? `if the rows were independent, ${between(independent.low, independent.high)}`
      : undefined;
  const effective = (count: number) => count.toFixed(count < 10 ? 1 : 0);
  const grouped = clusters && {
    both: `organisations and lineages (effectively ${effective(clusters.organisations)} and ${effective(clusters.lineages)})`,
    organisations: `organisations alone (effectively ${effective(clusters.organisations)}), as lineages are effectively ${effective(clusters.lineages)}`,
    lineages: `lineages alone (effectively ${effective(clusters.lineages)}), as organisations are effectively ${effective(clusters.organisations)}`,
  };
  const clustering = clusters && clusteringOf(clusters);
  const interval =
    low === null || high === null
      ? clusters && clustering === null
        ? `no interval: effectively ${effective(clusters.organisations)} organisations and ${effective(clusters.lineages)} lineages`
        : undefined
      : `95\u00a0% interval ${between(low, high)}${grouped && clustering ? `, clustered by ${grouped[clustering]}` : ''}`;
  return [interval, alone].filter((part) => part !== undefined).join('; ');
}

/** Most digits more than usual that the end of an interval is written with. */
const mostMore = 4;

/** An end of an interval. One that would read as 0 and is not has the digits that show on which side of 0 it lies. */
function formatEnd(value: number, unit: Unit, digits: number): string {
  const enough = Array.from({ length: mostMore + 1 }, (_, more) => digits + more).find(
    (each) => !readsAsZero(value, { ...unit, digits: each }),
  );
  return formatNumber(value, unit, enough ?? digits);
}

/** An interval in words, its unit written once. */
export function formatInterval(low: number, high: number, unit: Unit, digits = unit.digits): string {
  return `${formatEnd(low, { ...unit, suffix: '' }, digits)} to ${formatEnd(high, unit, digits)}`;
}
