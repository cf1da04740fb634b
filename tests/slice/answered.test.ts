import { expect, test } from 'vitest';
import { answeredSlices, fileNameOf } from '../../src/slice/answered.ts';
import { declaredSlices } from '../../src/slice/declared.ts';
import { presets } from '../../src/slice/presets.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';

test('every preset and every declared slice is answered at the build, and no slice that filters nothing', () => {
  const queries = [
    ...presets.flatMap((group) => group.presets),
    ...declaredSlices.flatMap((group) => group.slices),
  ].map(({ query }) => formatSlice(parseSlice(new URLSearchParams(query)).slice));
  for (const query of queries) expect([...answeredSlices.keys()]).toContain(query);
  expect(answeredSlices.has(formatSlice(wholeTable))).toBe(false);
});

test('so is each size class with a provider, a type or a design', () => {
  for (const query of ['size=-9&provider=official', 'size=9-40&type=merge', 'size=40-&moe=no'])
    expect(answeredSlices.has(query), query).toBe(true);
  expect(answeredSlices.has('size=2-7')).toBe(false);
});

test('a slice has a file name of its own, of letters that no server reads otherwise', () => {
  const names = [...answeredSlices.values()].map(fileNameOf);
  expect(new Set(names).size).toBe(answeredSlices.size);
  for (const name of names) expect(name).toMatch(/^[\w.-]+$/);
  expect(fileNameOf(parseSlice(new URLSearchParams('size=-9&type=chat')).slice)).toBe('size_-9_type_chat');
});
