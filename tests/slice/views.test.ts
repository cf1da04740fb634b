import { describe, expect, test } from 'vitest';
import { facts, identityOf, report, rowsOf } from '../report.ts';

const runs = facts('runs');
const rows = async (query: string, sql: string) => (await rowsOf(query, sql)).map(({ row }) => Number(row));

const queries = [
  'size=40-',
  'moe=yes',
  'type=merge&submitted=2025-01-01..',
  'preparation=prepared&moe=no',
  'preparation=prepared&provider=official&size=9-40',
];

describe('the whole table', () => {
  test.each(['', 'preparation=prepared'])('“%s” keeps every run and step', async (query) => {
    expect(await rows(query, 'SELECT row FROM runs')).toHaveLength(4576);
    const preparation = query === '' ? 'reviewed' : 'prepared';
    const all = await (
      await report()
    ).query(
      `SELECT position, step, title, row FROM run_steps WHERE preparation = '${preparation}' ORDER BY position, row`,
    );
    expect(await rowsOf(query, 'SELECT * FROM steps ORDER BY position, row')).toEqual(all);
  });

  test('the preparation decides which models there are', async () => {
    expect(await rows('', 'SELECT row FROM models')).toHaveLength(4494);
    expect(await rows('preparation=prepared', 'SELECT row FROM models')).toHaveLength(4523);
    expect(await rows('preparation=prepared', 'SELECT row FROM reviewed_models')).toHaveLength(4494);
  });
});

describe.each(queries)('under “%s”', (query) => {
  test('runs are every run of the models that are kept', async () => {
    const kept = new Set(await rows(query, 'SELECT row FROM models'));
    const names = new Set(
      runs.filter(({ row }) => kept.has(Number(row))).map(({ model }) => identityOf(model!)),
    );
    const expected = runs.filter(({ model }) => names.has(identityOf(model!))).map(({ row }) => Number(row));
    expect(kept.size).toBeGreaterThan(0);
    expect(expected.length).toBeGreaterThan(kept.size);
    expect(await rows(query, 'SELECT row FROM runs ORDER BY row')).toEqual(expected);
  });

  test('pairs are those whose child is a model that is kept', async () => {
    const kept = new Set(await rows(query, 'SELECT row FROM models'));
    const all = await (
      await report()
    ).query(
      `SELECT row FROM all_pairs WHERE preparation = '${query.includes('preparation=prepared') ? 'prepared' : 'reviewed'}' ORDER BY row`,
    );
    const expected = all.map(({ row }) => Number(row)).filter((row) => kept.has(row));
    expect(await rows(query, 'SELECT row FROM pairs ORDER BY row')).toEqual(expected);
  });

  test('steps follow the runs that are kept', async () => {
    const kept = await rows(query, 'SELECT row FROM runs ORDER BY row');
    expect(await rows(query, 'SELECT row FROM steps WHERE position = 0 ORDER BY row')).toEqual(kept);
    const strangers = 'SELECT row FROM steps WHERE row NOT IN (SELECT row FROM runs)';
    expect(await rows(query, strangers)).toEqual([]);
    const last = 'SELECT row FROM steps WHERE position = (SELECT max(position) FROM steps)';
    const models = await rows(query, 'SELECT row FROM models');
    expect(new Set(models).difference(new Set(await rows(query, last)))).toEqual(new Set());
  });
});

test('a pair is left out with a caution of either of its two', async () => {
  const all = await (
    await report()
  ).query(`SELECT row, caution, base_caution FROM all_pairs WHERE preparation = 'reviewed' ORDER BY row`);
  const roots = all.filter(({ caution, base_caution }) => caution === null && base_caution !== null);
  expect(roots.length).toBeGreaterThan(10);
  expect(await rows('caution=none', 'SELECT row FROM pairs ORDER BY row')).toEqual(
    all.flatMap(({ row, caution, base_caution }) =>
      caution === null && base_caution === null ? [Number(row)] : [],
    ),
  );
  // Those with one are asked of the child.
  expect(await rows('caution=any', 'SELECT row FROM pairs ORDER BY row')).toEqual(
    all.flatMap(({ row, caution }) => (caution === null ? [] : [Number(row)])),
  );
});

test('reviewed models follow the filters of a slice that asks the other preparation', async () => {
  expect(await rows('preparation=prepared&size=40-', 'SELECT row FROM reviewed_models ORDER BY row')).toEqual(
    await rows('size=40-', 'SELECT row FROM models ORDER BY row'),
  );
});
