import { expect, test } from 'vitest';
import { basesOf } from '../../../src/statistics/named/bases.ts';
import { report, rootOf } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

test.each(samples)('“$query”: roots, counted from identity.csv', async (sample) => {
  const models = await (
    await report()
  ).query(`SELECT model, split_part(model, '/', 1) AS organisation FROM ${modelsOf(sample)}`);
  const found = new Map<string, { models: number; organisations: Set<unknown> }>();
  for (const { model, organisation } of models) {
    const base = rootOf(String(model));
    if (base === '') continue;
    const entry = found.get(base) ?? { models: 0, organisations: new Set() };
    entry.models += 1;
    entry.organisations.add(organisation);
    found.set(base, entry);
  }
  const counts = [...found.values()].map((entry) => entry.models).sort((a, b) => b - a);
  const total = counts.reduce((a, b) => a + b, 0);
  const value = async (id: string) => (await statistic(sample, `bases.${id}`)).value;
  expect(await value('models')).toBe(total);
  expect(await value('count')).toBe(found.size);
  expect(await value('first.models')).toBe(counts[0] ?? 0);
  const first = [...found.values()].filter((entry) => entry.models === counts[0]);
  expect([...first.map(({ organisations }) => organisations.size), 0]).toContain(
    await value('first.organisations'),
  );
  expectEqual(
    await value('top10_share'),
    total === 0 ? null : counts.slice(0, 10).reduce((a, b) => a + b, 0) / total,
    'top10_share',
  );
});

test('bases by hand: case aside, most models first, then by name', () => {
  const rows = [
    { base: 'b/two', organisation: 'x', caution: 'flagged', models: 2 },
    { base: 'a/one', organisation: 'x', caution: null, models: 1 },
    { base: 'A/One', organisation: 'y', caution: null, models: 1 },
    { base: 'c/three', organisation: 'x', caution: null, models: 5 },
  ];
  expect(basesOf(rows)).toEqual([
    { base: 'c/three', models: 5, organisations: 1, caution: null },
    { base: 'a/one', models: 2, organisations: 2, caution: null },
    { base: 'b/two', models: 2, organisations: 1, caution: 'flagged' },
  ]);
  expect(basesOf([])).toEqual([]);
});
