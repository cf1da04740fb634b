import type { Ask } from '../slice/ask.ts';
import type { Field } from '../slice/field.ts';
import { fields } from '../slice/fields.ts';
import type { Slice } from '../slice/slice.ts';
import { wholeTable } from '../slice/slice.ts';
import type { Options } from './options.ts';
import { boundsWords, ownWords } from './words.ts';

type Own = Pick<Options, 'within' | 'pattern'>;
/** The page without filters of its own. */
export const unfiltered: Own = { within: [], pattern: '' };

/** A filter that could be undone, and what the page would be asked then. */
export interface WayOut {
  /** The filter in words. */
  filter: string;
  slice: Slice;
  own: Own;
  /** How many models there would be. */
  count: number;
}

/** Each filter of the page itself, with what it filters by without it. */
export function ownFilters({ within, pattern }: Own): { filter: string; without: Own }[] {
  const own = { within, pattern };
  return [
    ...within.map((bounds) => ({
      filter: boundsWords(bounds),
      without: { ...own, within: within.filter((each) => each !== bounds) },
    })),
    ...ownWords({ ...unfiltered, pattern }).map((filter) => ({ filter, without: { ...own, pattern: '' } })),
  ];
}

/** Each filter of the slice and of the page, with what is asked without it. */
export function waysOut(slice: Slice, { within, pattern }: Own): Omit<WayOut, 'count'>[] {
  const own = { within, pattern };
  const ofSlice = (Object.entries(fields) as [keyof Slice, Field<unknown>][]).flatMap(([key, field]) =>
    field.predicate(slice[key]) === null
      ? []
      : [
          {
            filter: field.describe(slice[key]) ?? key,
            slice: { ...slice, [key]: field.empty } as Slice,
            own,
          },
        ],
  );
  const ofPage = ownFilters(own).map(({ filter, without }) => ({ filter, slice, own: without }));
  return [...ofSlice, ...ofPage];
}

/** The filters without any one of which there would be models, those first that leave most. */
export async function relieving(ask: Ask, slice: Slice, own: Own): Promise<WayOut[]> {
  const { keptQuery } = await import('./queries.ts');
  const ways = await Promise.all(
    waysOut(slice, own).map(async (way) => ({
      ...way,
      count: (await keptQuery(way.slice, way.own).askOf(ask)).length,
    })),
  );
  return ways.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}

/** The slice without filters, on the preparation and with the choices that it has. */
export const withoutFilters = (slice: Slice): Slice => ({
  ...slice,
  ...Object.fromEntries(
    (Object.entries(fields) as [keyof Slice, Field<unknown>][])
      .filter(([key, field]) => field.predicate(slice[key]) !== null)
      .map(([key]) => [key, wholeTable[key]]),
  ),
});
