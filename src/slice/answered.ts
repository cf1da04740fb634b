import { declaredSlices } from './declared.ts';
import { fields } from './fields.ts';
import { presets } from './presets.ts';
import { formatSlice, parseSlice, type Slice } from './slice.ts';

const sizes = declaredSlices.find(({ group }) => group === 'Size')!.slices.map(({ query }) => query);

/** Filters that readers put beside a size class. */
const besides = (['provider', 'type', 'moe'] as const).flatMap((key) =>
  fields[key].options.map(({ id }) => `${key}=${id}`),
);

const queries = [
  ...presets.flatMap(({ presets: links }) => links.map(({ query }) => query)),
  ...declaredSlices.flatMap(({ slices }) => slices.map(({ query }) => query)),
  ...sizes.flatMap((size) => besides.map((beside) => `${size}&${beside}`)),
];

const slices = queries.map((query) => parseSlice(new URLSearchParams(query)).slice);

/**
 * The slices whose answers are computed at the build and published as files, by the address that makes them:
 * presets, declared slices, and each size class with each provider, type and design.
 */
export const answeredSlices: ReadonlyMap<string, Slice> = new Map(
  slices.map((slice) => [formatSlice(slice), slice]),
);

/** The name of a slice in the address of a file: letters, digits, points and dashes. */
export const fileNameOf = (slice: Slice): string => formatSlice(slice).replaceAll(/[^\w.-]+/g, '_');
