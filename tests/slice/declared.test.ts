import { describe, expect, test } from 'vitest';
import { declaredSlices } from '../../src/slice/declared.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { rowsOf } from '../report.ts';

const all = declaredSlices.flatMap(({ group, slices }) => slices.map((slice) => ({ group, ...slice })));

describe.each(all)('$group: $label', ({ query, slice }) => {
  test('is read without problems and written as it stands', () => {
    expect(parseSlice(new URLSearchParams(query))).toEqual({ slice, problems: [] });
    expect(formatSlice(slice)).toBe(query);
  });
});

test('no two declared slices share an address', () => {
  expect(new Set(all.map(({ query }) => query)).size).toBe(all.length);
});

test.each(declaredSlices.map(({ group, slices }) => ({ group, queries: slices.map(({ query }) => query) })))(
  '$group parts the models',
  async ({ group, queries }) => {
    const parts = [];
    for (const query of queries)
      parts.push(...(await rowsOf(query, 'SELECT row FROM models')).map(({ row }) => row));
    expect(new Set(parts).size).toBe(parts.length);
    // Twelve models have no day of submission; every model has the others.
    const without =
      group === 'Submitted' ? await rowsOf('', 'SELECT row FROM models WHERE submission_date IS NULL') : [];
    expect(parts.length + without.length).toBe(4494);
  },
);
