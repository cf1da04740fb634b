import fc from 'fast-check';
import { fields, type FieldKey } from '../../src/slice/fields.ts';
import type { DayRange } from '../../src/slice/kinds/days.ts';
import type { NumberRange } from '../../src/slice/kinds/numbers.ts';
import type { Slice } from '../../src/slice/slice.ts';

/** Both bounds, one or none, the smaller first; equal ones only where the range may hold one value. */
function bounds<T extends number | string>(
  values: fc.Arbitrary<T>,
  mayBeEqual: boolean,
): fc.Arbitrary<[T | null, T | null]> {
  const open = fc.option(values, { freq: 2 });
  return fc
    .tuple(open, open)
    .map(([a, b]): [T | null, T | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
    .map(([a, b]): [T | null, T | null] => (a === b && !mayBeEqual ? [a, null] : [a, b]));
}

// Sizes on which many models sit or a class ends, where a bound on the wrong side would show.
const knownSizes = [1, 1.5, 7.242, 7.248, 7.616, 8.03, 9, 14.766, 40, 70.554];

const numberRange: fc.Arbitrary<NumberRange> = bounds(
  fc.oneof(
    fc.constantFrom(...knownSizes),
    fc.integer({ min: 0, max: 150_000 }).map((thousandths) => thousandths / 1000),
    fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1_000_000),
    fc.integer({ min: 0, max: 999_999 }),
  ),
  false,
).map(([above, upTo]) => ({ above, upTo }));

const day = fc
  .integer({ min: 0, max: 300 })
  .map((offset) => new Date(Date.UTC(2024, 5, 1 + offset)).toISOString().slice(0, 10));

const dayRange: fc.Arbitrary<DayRange> = bounds(day, true).map(([from, to]) => ({ from, to }));

// Names of each column, of none, and such as would end a string or a list.
const knownNames = [
  'llamaforcausallm',
  'qwen2forcausallm',
  'qwen',
  'apache-2.0',
  'none',
  'other',
  'qwen/qwen2.5-7b',
  'meta-llama/llama-3.1-8b',
  "o'neill",
  '%',
];
const knownWords = ['qwen', 'instruct', "it's", '_', '7b, 8b', 'über'];

function valueOf(key: FieldKey): fc.Arbitrary<unknown> {
  const field = fields[key];
  switch (field.kind) {
    case 'choice':
      return fc.option(fc.constantFrom(...field.options.map(({ id }) => id)), { freq: 2 });
    case 'choices':
      return fc
        .subarray(field.options.map(({ id }) => id))
        .map((ids) => (ids.length === field.options.length ? [] : ids));
    case 'numbers':
      return numberRange;
    case 'days':
      return dayRange;
    case 'names':
      return fc.uniqueArray(fc.constantFrom(...knownNames), { maxLength: 4 }).map((list) => list.toSorted());
    case 'words':
      return fc.constantFrom('', ...knownWords);
  }
}

export const fieldKeys = Object.keys(fields) as FieldKey[];

/** Slices of every field, in the form in which they are read; some of their fields filter nothing. */
export const slices = fc.record(
  Object.fromEntries(fieldKeys.map((key) => [key, valueOf(key)])),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Slice>;

/** Slices that set at most two fields, so that most keep some models. */
export const looseSlices = fc
  .tuple(slices, fc.subarray(fieldKeys, { minLength: 1, maxLength: 2 }))
  .map(
    ([slice, kept]) =>
      Object.fromEntries(
        fieldKeys.map((key) => [key, kept.includes(key) ? slice[key] : fields[key].empty]),
      ) as unknown as Slice,
  );

/** Runs a property on the same 300 cases every time. */
export function holdsAlways<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { seed: 20240626, numRuns: 300 });
}
