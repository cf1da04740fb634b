import type { Field } from './field.ts';
import { fields, type FieldKey } from './fields.ts';
import { sameSlice, wholeTable, type Slice } from './slice.ts';

const entries = Object.entries(fields) as [FieldKey, Field<unknown>][];

/** The fields of which a slice asks something. */
const askedBy = (slice: Slice) => entries.filter(([key, field]) => field.format(slice[key]) !== '');

/** Whether a slice asks all that a preset asks; a preset that asks nothing is held by the whole table alone. */
export function holds(slice: Slice, preset: Slice): boolean {
  const asked = askedBy(preset);
  return asked.length === 0
    ? sameSlice(slice, wholeTable)
    : asked.every(([key, field]) => field.format(slice[key]) === field.format(preset[key]));
}

/**
 * What pressing a preset makes of a slice: its fields are set and all others stay, or they are taken back where the
 * slice holds the preset. One that asks nothing leaves the whole table.
 */
export function pressed(slice: Slice, preset: Slice): Slice {
  const asked = askedBy(preset);
  if (asked.length === 0) return wholeTable;
  const from = holds(slice, preset) ? wholeTable : preset;
  return { ...slice, ...Object.fromEntries(asked.map(([key]) => [key, from[key]])) };
}

/** One filter or choice of a slice in words, and the slice without it. */
export interface Filter {
  words: string;
  without: Slice;
}

/** What a slice asks, field by field, in the order of the fields. */
export const filtersOf = (slice: Slice): Filter[] =>
  askedBy(slice).map(([key, field]) => ({
    words: field.describe(slice[key]) ?? field.format(slice[key]),
    without: { ...slice, [key]: wholeTable[key] },
  }));
