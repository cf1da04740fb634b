import { choicesBesideFilters } from '../choices/choices.ts';
import type { Chosen } from '../dataset/chosen.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Field } from './field.ts';
import { fields, type FieldKey } from './fields.ts';
import { queryOf, readParameters, textsOf } from './parameters.ts';

/** The reader's filter on models: one value per field. */
export type Slice = {
  readonly [K in FieldKey]: (typeof fields)[K] extends Field<infer T> ? T : never;
};

const entries = Object.entries(fields) as [FieldKey, Field<unknown>][];

/** The slice that filters nothing, on the reviewed preparation: what the published page shows. */
export const wholeTable: Slice = readParameters<Slice>(fields, new URLSearchParams()).values;

/** Reads a slice from a URL query; what cannot be read is named in `problems`, and the rest is kept. */
export function parseSlice(query: URLSearchParams): { slice: Slice; problems: string[] } {
  const { values, problems } = readParameters<Slice>(fields, query);
  return { slice: values, problems };
}

/** The slice as URL parameters: one text for one slice, fields in their order, empty ones left out. */
export const formatSlice = (slice: Slice): string => queryOf(textsOf<Slice>(fields, slice));

/** The preparation that a slice asks. */
export const preparationOf = (slice: Slice): PreparationId =>
  slice.preparation === 'prepared' ? 'prepared' : 'reviewed';

/** A slice as it is answered: the notebook's preparation leaves no choices. */
export const answeredAs = (slice: Slice): Slice =>
  preparationOf(slice) === 'prepared'
    ? { ...slice, ...Object.fromEntries(choicesBesideFilters.map(({ id }) => [id, null])) }
    : slice;

/** The choices of what the table says, as a slice makes them. */
export const chosenOf = (slice: Slice): Chosen => answeredAs(slice) as Chosen;

/** The predicate over `models`, or null where the slice keeps every model. */
export function predicateOf(slice: Slice): string | null {
  const parts = entries.flatMap(([key, field]) => field.predicate(slice[key]) ?? []);
  return parts.length > 0 ? parts.join(' AND ') : null;
}

/** The filters and choices in words, without the preparation; empty where the slice keeps every model as it is. */
export function describeSlice(slice: Slice): string[] {
  const said = answeredAs(slice);
  return entries.flatMap(([key, field]) => (key === 'preparation' ? [] : (field.describe(said[key]) ?? [])));
}

/** Whether two slices are the same slice. */
export const sameSlice = (a: Slice, b: Slice): boolean => formatSlice(a) === formatSlice(b);
