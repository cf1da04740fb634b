import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filtersOf, holds, pressed } from '../../src/slice/facets.ts';
import { presets } from '../../src/slice/presets.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { slices } from './made-slices.ts';

const sliceOf = (query: string) => parseSlice(new URLSearchParams(query)).slice;
const all = presets.flatMap((group) => group.presets);

/** The address after some presets have been pressed one after the other. */
const after = (...queries: string[]) =>
  formatSlice(queries.reduce((slice, query) => pressed(slice, sliceOf(query)), wholeTable));

describe('presets are facets', () => {
  test('of different facets they combine, in any order', () => {
    expect(after('type=chat', 'size=1-9')).toBe('size=1-9&type=chat');
    expect(after('size=1-9', 'type=chat')).toBe('size=1-9&type=chat');
    expect(after('moe=yes', 'provider=official', 'family=qwen')).toBe(
      'provider=official&moe=yes&family=qwen',
    );
  });

  test('of one facet they replace each other', () => {
    expect(after('type=chat', 'size=1-9', 'size=9-40')).toBe('size=9-40&type=chat');
    expect(after('provider=official', 'provider=community')).toBe('provider=community');
    expect(after('type=merge,other', 'type=chat')).toBe('type=chat');
  });

  test('pressed again they are taken back, and the others stay', () => {
    expect(after('type=chat', 'size=1-9', 'type=chat')).toBe('size=1-9');
    expect(after('moe=yes', 'moe=yes')).toBe('');
  });

  test('all models leaves nothing else', () => {
    expect(after('type=chat', 'size=1-9', '')).toBe('');
    expect([holds(wholeTable, wholeTable), holds(sliceOf('moe=yes'), wholeTable)]).toEqual([true, false]);
  });

  test('one is held where the slice asks just that of its fields', () => {
    expect(holds(sliceOf('type=chat&size=1-9'), sliceOf('type=chat'))).toBe(true);
    expect(holds(sliceOf('type=chat,merge'), sliceOf('type=chat'))).toBe(false);
    expect(holds(wholeTable, sliceOf('type=chat'))).toBe(false);
  });

  test('of a group of presets at most one is held, of any slice', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        for (const group of presets) {
          const held = group.presets.filter(({ query }) => holds(slice, sliceOf(query)));
          expect(held.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a press sets or takes back, of any slice', () => {
    fc.assert(
      fc.property(slices, fc.constantFrom(...all), (slice, { query }) => {
        const preset = sliceOf(query);
        expect(holds(pressed(slice, preset), preset)).toBe(!holds(slice, preset));
      }),
    );
  });
});

describe('the filters of a slice', () => {
  test('each in words, with the slice without it', () => {
    const filters = filtersOf(sliceOf('preparation=prepared&size=1-9&type=chat,merge&name=instruct'));
    expect(filters.map(({ words, without }) => [words, formatSlice(without)])).toEqual([
      ['the notebook’s preparation', 'name=instruct&size=1-9&type=chat,merge'],
      ['named “instruct”', 'preparation=prepared&size=1-9&type=chat,merge'],
      ['over 1 to 9 B', 'preparation=prepared&name=instruct&type=chat,merge'],
      ['chat or merge', 'preparation=prepared&name=instruct&size=1-9'],
    ]);
    expect(filtersOf(wholeTable)).toEqual([]);
  });

  test('taken away one after the other they leave the whole table', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        let left = slice;
        for (let [filter] = filtersOf(left); filter; [filter] = filtersOf(left)) left = filter.without;
        expect(formatSlice(left)).toBe('');
      }),
    );
  });
});
