import { format } from 'd3-format';
import { clusteringOf } from './methods/clusters.ts';
import type { EffectiveClusters, Estimate } from './methods/estimate.ts';
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

const effectively = (count: number) => count.toFixed(count < 10 ? 1 : 0);

/** What an interval is clustered by, in words; of a difference with the clusters of the side that leaves it less freedom. */
function clusteredBy({ organisations, lineages, together }: EffectiveClusters): string | null {
  const [some, others] = [effectively(organisations), effectively(lineages)];
  if (together !== undefined) {
    const ways = { both: 'organisations and lineages', organisations: 'organisations', lineages: 'lineages' };
    return together && `${ways[together]} (on the side with fewer effectively ${some} and ${others})`;
  }
  const clustering = clusteringOf({ organisations, lineages });
  const ways = {
    both: `organisations and lineages (effectively ${some} and ${others})`,
    organisations: `organisations alone (effectively ${some}), as lineages are effectively ${others}`,
    lineages: `lineages alone (effectively ${others}), as organisations are effectively ${some}`,
  };
  return clustering && ways[clustering];
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
  const by = clusters && clusteredBy(clusters);
  const few = clusters && clusteringOf(clusters) === null ? clusters : null;
  const side = few?.together === undefined ? '' : ' on the side with fewer';
  const interval =
    low === null || high === null
      ? few
        ? `no interval: effectively ${effectively(few.organisations)} organisations and ${effectively(few.lineages)} lineages${side}`
        : undefined
      : `95\u00a0% interval ${between(low, high)}${by ? `, clustered by ${by}` : ''}`;
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
