import type { PreparationId } from '../dataset/grouping.ts';
import { FieldProblem, type Field } from './field.ts';
import { fields, type FieldKey } from './fields.ts';

/** The reader's filter on models: one value per field. */
export type Slice = {
  readonly [K in FieldKey]: (typeof fields)[K] extends Field<infer T> ? T : never;
};

const entries = Object.entries(fields) as [FieldKey, Field<unknown>][];

const build = (value: (key: FieldKey, field: Field<unknown>) => unknown): Slice =>
  Object.fromEntries(entries.map(([key, field]) => [key, value(key, field)])) as unknown as Slice;

/** The slice that filters nothing, on the reviewed preparation: what the published page shows. */
export const wholeTable: Slice = build((_, field) => field.empty);

/**
 * Reads a slice from a URL query. Parameters that are no field of the slice are left alone; what cannot be
 * read of a value is named in `problems`, and the rest is kept. Of a repeated parameter the first counts.
 */
export function parseSlice(query: URLSearchParams): { slice: Slice; problems: string[] } {
  const problems: string[] = [];
  const slice = build((_, field) => {
    const [text = '', ...more] = query.getAll(field.key);
    if (more.some((other) => other !== text))
      problems.push(`“${field.key}” stands more than once; the first counts`);
    if (text === '') return field.empty;
    try {
      return field.parse(text);
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      problems.push(error.message);
      return error.kept ?? field.empty;
    }
  });
  return { slice, problems };
}

/** The slice as URL parameters: one text for one slice, fields in their order, empty ones left out. */
export function formatSlice(slice: Slice): string {
  const query = new URLSearchParams();
  for (const [key, field] of entries) {
    const text = field.format(slice[key]);
    if (text !== '') query.set(field.key, text);
  }
  return query.toString().replaceAll('%2C', ',');
}

/** The preparation that a slice asks. */
export const preparationOf = (slice: Slice): PreparationId =>
  slice.preparation === 'prepared' ? 'prepared' : 'reviewed';

/** The predicate over `models`, or null where the slice keeps every model. */
export function predicateOf(slice: Slice): string | null {
  const parts = entries.flatMap(([key, field]) => field.predicate(slice[key]) ?? []);
  return parts.length > 0 ? parts.join(' AND ') : null;
}

/** The filters in words, without the preparation; empty where the slice keeps every model. */
export function describeSlice(slice: Slice): string[] {
  return entries.flatMap(([key, field]) => (key === 'preparation' ? [] : (field.describe(slice[key]) ?? [])));
}

/** Whether two slices are the same slice. */
export const sameSlice = (a: Slice, b: Slice): boolean => formatSlice(a) === formatSlice(b);
