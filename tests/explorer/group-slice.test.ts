import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { groupSlice } from '../../src/explorer/group-slice.ts';
import { findGrouping, groupings } from '../../src/explorer/groupings.ts';
import { groupsOf } from '../../src/explorer/groups.ts';
import { groupsQuery } from '../../src/explorer/queries.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { report } from '../report.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await report();
});

test.each(groupings.map(({ id, ...rest }) => [id, { id, ...rest }] as const))(
  'the slice of each group by %s keeps as many models as the group has',
  async (_, by) => {
    const { slice } = parseSlice(new URLSearchParams('likes=1-&size=3-70&submitted=2024-07-10..2025-02-20'));
    const choice = { by, aggregate: 'count', column: 'average' } as const;
    const { groups } = groupsOf(choice, await groupsQuery(choice).askOf(await askSlice(engine, slice)));
    const own = groups.flatMap(({ name, models }) => {
      const narrowed = groupSlice(slice, by, name);
      return narrowed ? [{ name, models, narrowed }] : [];
    });
    expect(own.length).toBeGreaterThan(1);
    for (const { name, models, narrowed } of own) {
      const ask = await askSlice(engine, narrowed);
      const [row] = await ask('SELECT CAST(count(*) AS INTEGER) AS n FROM models');
      expect(row!.n, name).toBe(models);
      expect(parseSlice(new URLSearchParams(formatSlice(narrowed))).problems).toEqual([]);
    }
  },
);

test('a group that no field tells apart has no slice', () => {
  const of = (by: string, name: string) => groupSlice(wholeTable, findGrouping(by)!, name);
  expect(of('type', 'multimodal')).toBeNull();
  expect(of('size_class', '')).toBeNull();
  expect(of('month', '')).toBeNull();
  // A comma would make two names of it.
  expect(of('license', 'a,b')).toBeNull();
  expect(of('organisation', 'x'.repeat(200))).toBeNull();
  expect(formatSlice(of('month', '2024-02')!)).toBe('submitted=2024-02-01..2024-02-29');
});
