import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { parseOptions } from '../../src/explorer/options.ts';
import { relieving, withoutFilters, waysOut } from '../../src/explorer/ways-out.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { report } from '../report.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await report();
});

const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return { slice: parseSlice(parameters).slice, options: parseOptions(parameters).options };
};

test('every filter of the slice and of the page is a way out; the choices are none', () => {
  const { slice, options } = read(
    'type=chat&size=40-&carbon=step-corrected&pattern=^qwen&within=rank.-10,carbon_fold.2-',
  );
  expect(waysOut(slice, options).map(({ filter }) => filter)).toEqual([
    'over 40 B',
    'chat',
    'rank up to 10',
    'carbon among peers from 2',
    'name matches /^qwen/',
  ]);
  expect(formatSlice(withoutFilters(slice))).toBe('carbon=step-corrected');
});

test('those come that leave models, the most first, with their number', async () => {
  const { slice, options } = read('size=900-&type=chat&pattern=^Qwen/');
  const ways = await relieving(await askSlice(engine, slice), slice, options);
  const [row] = await engine.query<{ n: number }>(
    "SELECT CAST(count(*) AS INTEGER) AS n FROM reviewed WHERE type = 'chat' AND model LIKE 'Qwen/%'",
  );
  expect(ways.map(({ filter, count }) => ({ filter, count }))).toEqual([
    { filter: 'over 900 B', count: row!.n },
  ]);
  expect(formatSlice(ways[0]!.slice)).toBe('type=chat');
  expect(ways[0]!.own).toEqual({ within: [], pattern: '^Qwen/' });
});

test('where only several together leave none, none is named', async () => {
  const { slice, options } = read('size=900-&name=nothing-has-this-name');
  expect(await relieving(await askSlice(engine, slice), slice, options)).toEqual([]);
});
