import fc from 'fast-check';
import { fields, type FieldKey } from '../../src/slice/fields.ts';
import { formatSlice, parseSlice, wholeTable, type Slice } from '../../src/slice/slice.ts';

/** Sizes in billions: the edges of the classes and of the data, sizes in between, and one beyond all. */
const bound = fc.oneof(
  fc.constantFrom(0.5, 1, 3, 7, 8, 9, 13, 14, 32, 40, 70, 141, 900),
  fc.integer({ min: 1, max: 150_000 }).map((thousandths) => thousandths / 1000),
);

const dayAfterOpening = (count: number) =>
  new Date(Date.UTC(2024, 4, 1) + count * 86_400_000).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 365 }).map(dayAfterOpening);

/** A pair of which at least one is there, the smaller first. */
const range = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly [T | null, T | null]> =>
  fc.oneof(
    value.map((low) => [low, null] as const),
    value.map((high) => [null, high] as const),
    fc
      .tuple(value, value)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
  );

/** Some names of each column, written as the URL gives them back. */
const names = {
  architecture: ['llamaforcausallm', 'mistralforcausallm', 'none', 'qwen2forcausallm'],
  organisation: ['01-ai', 'google', 'jeffmeloy', "o'nobody", 'qwen'],
  license: ['apache-2.0', 'gemma', 'llama3.1', 'mit', 'none'],
  base: ['google/gemma-2-9b', 'meta-llama/llama-3.1-8b', 'none', 'qwen/qwen2.5-0.5b'],
  lineage: ['google/gemma-2-9b', 'llamaforcausallm 8b', 'meta-llama/meta-llama-3-8b'],
} as const;

/** A value of one field that filters something. */
function filtering(key: FieldKey): fc.Arbitrary<unknown> {
  const field = fields[key];
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ id }) => id));
    case 'choices': {
      const ids = field.options.map(({ id }) => id);
      return fc.subarray(ids, { minLength: 1, maxLength: ids.length - 1 });
    }
    case 'numbers':
      return range(bound).map(([above, upTo]) => ({ above, upTo }));
    case 'days':
      return range(day).map(([from, to]) => ({ from, to }));
    case 'names':
      return fc.subarray([...names[key as keyof typeof names]], { minLength: 1, maxLength: 3 });
    case 'words':
      return fc.constantFrom('qwen', 'instruct', '7b', 'é', "'");
  }
}

const filters = (Object.keys(fields) as FieldKey[]).filter((key) => key !== 'preparation');

/** As a URL would give it back, so that equal slices are equal objects. */
const normal = (slice: Slice): Slice => parseSlice(new URLSearchParams(formatSlice(slice))).slice;

/**
 * Any slice: either preparation, and from none to all of the fields filtering. Few fields keep many models,
 * all of them at once keep hardly any.
 */
export const anySlice: fc.Arbitrary<Slice> = fc
  .record({
    preparation: fc.constantFrom(null, 'prepared'),
    keys: fc.oneof<fc.WeightedArbitrary<FieldKey[]>[]>(
      { weight: 1, arbitrary: fc.constant<FieldKey[]>([]) },
      { weight: 4, arbitrary: fc.subarray(filters, { minLength: 1, maxLength: 1 }) },
      { weight: 3, arbitrary: fc.subarray(filters, { minLength: 2, maxLength: 2 }) },
      { weight: 2, arbitrary: fc.subarray(filters, { minLength: 3 }) },
    ),
  })
  .chain(({ preparation, keys }) =>
    fc
      .record(Object.fromEntries(keys.map((key) => [key, filtering(key)])))
      .map((values) => normal({ ...wholeTable, ...values, preparation } as Slice)),
  );

/** So many slices, no two the same: the same ones for the same seed. */
export function sampleSlices(count: number, seed: number): Slice[] {
  const slices = new Map<string, Slice>();
  for (const slice of fc.sample(anySlice, { numRuns: count * 4, seed })) {
    if (slices.size === count) break;
    slices.set(formatSlice(slice), slice);
  }
  if (slices.size < count) throw new Error(`only ${slices.size} different slices in ${count * 4} draws`);
  return [...slices.values()];
}
