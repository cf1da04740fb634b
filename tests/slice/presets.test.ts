import { describe, expect, test } from 'vitest';
import { presets } from '../../src/slice/presets.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { rowsOf } from '../report.ts';

const all = presets.flatMap((group) => group.presets);

describe.each(all)('$label', ({ query }) => {
  test('is read without problems and written as it stands', () => {
    const { slice, problems } = parseSlice(new URLSearchParams(query));
    expect(problems).toEqual([]);
    expect(formatSlice(slice)).toBe(query);
  });

  test('keeps models', async () => {
    expect((await rowsOf(query, 'SELECT row FROM models')).length).toBeGreaterThan(0);
  });
});

test('no two presets share a label or a slice', () => {
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
  expect(new Set(all.map(({ query }) => query)).size).toBe(all.length);
});

test('the sizes part the models between them', async () => {
  const sizes = presets.find(({ group }) => group === 'Size')!.presets;
  const parts = await sizes.reduce(
    async (before, { query }) => [...(await before), ...(await rowsOf(query, 'SELECT row FROM models'))],
    Promise.resolve<unknown[]>([]),
  );
  expect(parts).toHaveLength(4494);
});
