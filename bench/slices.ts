import { answeredSlices } from '../src/slice/answered.ts';
import { fields } from '../src/slice/fields.ts';
import { formatSlice, parseSlice } from '../src/slice/slice.ts';
import { seededRandom } from '../src/statistics/methods/random.ts';

const sizes = [0.5, 1, 2, 4, 7, 9, 15, 33, 72];
const days = ['2024-06-01', '2024-08-01', '2024-10-01', '2024-12-01', '2025-02-01'];

/** Query of one slice as a reader might set it: one to three fields, each wide enough to keep models. */
function randomQuery(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const range = (ends: readonly (number | string)[], separator: string) => {
    const from = Math.floor(random() * (ends.length - 2));
    const to = from + 2 + Math.floor(random() * (ends.length - 2 - from));
    return `${ends[from]}${separator}${random() < 0.3 ? '' : ends[to]}`;
  };
  const values: Record<string, () => string> = {
    size: () => range(sizes, '-'),
    submitted: () => range(days, '..'),
    type: () => [pick(fields.type.options).id, pick(fields.type.options).id].join(','),
    provider: () => pick(fields.provider.options).id,
    moe: () => 'no',
  };
  const query = new URLSearchParams();
  const keys = Object.keys(values);
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const key = pick(keys);
    query.set(key, values[key]!());
  }
  const { slice, problems } = parseSlice(query);
  if (problems.length > 0) throw new Error(`bench/slices.ts made “${query}”: ${problems.join('; ')}`);
  return formatSlice(slice);
}

/** Queries of `count` different seeded random slices that the engine answers: none has a file of the build. */
export function sliceQueries(count: number): string[] {
  const random = seededRandom('bench');
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < 100 * count; tries++) {
    const query = randomQuery(random);
    if (query !== '' && !answeredSlices.has(query)) queries.add(query);
  }
  return [...queries].slice(0, count);
}
