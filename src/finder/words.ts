import { gigabyteWords } from '../choose/gigabytes.ts';
import { headingOf } from '../dataset/column.ts';
import { models } from '../dataset/tables.ts';
import { carbonLabelOf, carbonNoise, isSureLabel } from '../statistics/carbon-label.ts';
import { formatNumber } from '../statistics/format.ts';
import { units, type Unit } from '../statistics/statistic.ts';
import type { Places } from '../statistics/methods/rank-interval.ts';
import type { Cost, Gain } from './address.ts';
import type { Difference } from './difference.ts';
import type { Measure } from './profile.ts';

const kilograms: Unit = { ...units.kg, suffix: '\u00a0kg' };
const billions: Unit = { ...units.billions, suffix: '\u00a0B', digits: 2 };

export const measureTitle = (measure: Measure): string => models.columns[measure].label;

/** What the front is laid out by, with its unit, as it stands along an axis. */
export const axisTitle = (column: Cost | Gain): string => headingOf(models.columns[column]);

/** What the page writes along the axes of a front. */
export const axisWords = (cost: Cost, gain: Gain) => ({
  '{x}': `${axisTitle(cost)}, log scale`,
  '{y}': axisTitle(gain),
});

const blank = '–';
const number = (value: number | null, unit: Unit) => (value === null ? blank : formatNumber(value, unit));

export const points = (value: number | null): string => number(value, units.points);
/** A change in points, its sign written out. */
export const change = (value: number): string =>
  `${value > 0 ? '+' : ''}${formatNumber(value, units.points)}`;
/** A change with half of its 95 % interval. */
export const changeWithin = ({ change: by, reach }: Difference): string => `${change(by)} ± ${points(reach)}`;
/** The smallest have a third digit: there is a model of 0.002 B. */
const finer = (value: number | null, unit: Unit) =>
  number(value, value !== null && value < 0.1 ? { ...unit, digits: 3 } : unit);
export const kg = (value: number | null): string => finer(value, kilograms);
export const size = (value: number | null): string => finer(value, billions);
export const gigabytes = (value: number | null): string => (value === null ? blank : gigabyteWords(value));
export const measured = (measure: Measure, value: number): string =>
  measure === 'co2_kg' ? kg(value) : points(value);
export const count = (value: number): string => value.toLocaleString('en');
export const text = (value: string | null): string => (value === null || value === '' ? blank : value);

/** What the interval of a rank is called, beside its value. */
export const rankTitle = 'Rank, 95\u00a0% interval';
/** An interval of ranks; one rank where nothing else is left. */
export const ranks = ({ low, high }: Places): string =>
  low === high ? count(low) : `${count(low)} to ${count(high)}`;

/** A rank in words: 1st, 2nd, 3rd, 11th. */
export function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${count(value)}${suffix}`;
}

/** A percentile rank in words; the ends are kept for values that no peer lies beyond. */
export function percentile(value: number): string {
  const whole = Math.round(value);
  return ordinal(value > 0 && value < 100 ? Math.min(99, Math.max(1, whole)) : whole);
}

/** A carbon label in words, with whether noise could change it; see `carbonFolds`. */
export function carbonLabel(fold: number | null): string {
  if (fold === null) return 'none: no day of submission, or too few models of its architecture and size';
  const { letter, words } = carbonLabelOf(fold);
  const [best, worst] = [carbonLabelOf(fold / carbonNoise), carbonLabelOf(fold * carbonNoise)];
  const range = isSureLabel(fold, carbonNoise) ? 'sure' : `may be ${best.letter} to ${worst.letter}`;
  return `${letter}, ${words}: ${formatNumber(fold, units.fold)} times the median of its architecture and size; ${range}`;
}
