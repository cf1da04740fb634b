import { afterAll, beforeAll, expect, test } from 'vitest';
import { select } from '../../src/dataset/select.ts';
import { models } from '../../src/dataset/tables.ts';
import { prepareTables } from '../../src/engine/prepare.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { frameOf } from '../../src/explorer/frame.ts';
import { countOf, keptOf, maskOf } from '../../src/explorer/kept.ts';
import { parseOptions } from '../../src/explorer/options.ts';
import { baseQuery, cardQuery, frameQuery, tableQuery } from '../../src/explorer/queries.ts';
import { cardColumns, tableColumns } from '../../src/explorer/table-columns.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { parseSlice, preparationOf } from '../../src/slice/slice.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
});

afterAll(() => engine.close());

// Ranges that end on a value, that blanks would slip through, and fields that the page does not answer itself.
test.each([
  '',
  'size=1-9',
  'size=-7.242',
  'size=7.242-',
  'active=1-5&likes=-1',
  'likes=0-10',
  'co2=0.7-1.42&average=20.25-33',
  'ifeval=50-&math=-10&gpqa=5-9&bbh=10-40&musr=3-20&mmlu_pro=5-50',
  'submitted=2024-06-26..2024-06-26',
  'uploaded=..2024-01-01',
  'uploaded=2024-07-01..&submitted=..2024-12-31&size=3-30',
  'type=chat,merge&provider=community&name=qwen&license=apache-2.0,none&size=6-8',
  'preparation=prepared&co2=0.5-2&size=-9',
  'size=900-',
])('the page keeps under “%s” the models that the engine keeps', async (query) => {
  const { slice, problems } = parseSlice(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const ask = await askSlice(engine, slice);
  const frame = frameOf(preparationOf(slice), await frameQuery(preparationOf(slice)).askOf(ask));
  const base = maskOf(frame, await baseQuery(slice).askOf(ask));
  const rows = await select(models, ({ row }) => ({ rows: { row }, orderBy: [row] })).askOf(ask);
  const kept = keptOf(frame, base, slice);
  expect(countOf(kept)).toBe(rows.length);
  expect(kept).toEqual(maskOf(frame, rows));
});

test('the table is ordered in full, blanks last, text case aside', async () => {
  const ask = await askSlice(engine, parseSlice(new URLSearchParams('type=pretrained')).slice);
  for (const sort of ['license', '-license', 'upload_date', '-model', '-moe', 'parameters_b']) {
    const { options } = parseOptions(
      new URLSearchParams(`sort=${sort}&columns=license.upload_date.moe.parameters_b.row`),
    );
    const rows = await tableQuery(options).askOf(ask);
    const { column, descending } = options.sort;
    const key = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
    const way = descending ? -1 : 1;
    const sorted = rows.toSorted((one, other) => {
      const [a, b] = [key(one[column]), key(other[column])];
      if (a === b) return one.row - other.row;
      if (a === null || b === null) return a === null ? 1 : -1;
      return way * (a! < b! ? -1 : 1);
    });
    expect(rows.map(({ row }) => row)).toEqual(sorted.map(({ row }) => row));
    expect(rows.length).toBeGreaterThan(200);
  }
});

test('every column of the table can be shown and sorted', async () => {
  const ask = await askSlice(engine, parseSlice(new URLSearchParams('name=smollm')).slice);
  for (const { name, label, meaning } of tableColumns) {
    const { options, problems } = parseOptions(
      new URLSearchParams({ sort: name, ...(name === 'model' ? {} : { columns: name }) }),
    );
    expect(problems).toEqual([]);
    const rows = await tableQuery(options).askOf(ask);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toHaveProperty(name);
    expect(label).not.toBe('');
    expect(meaning).toMatch(/\.$/);
  }
});

test('the card holds the facts of the one model in a row, under either preparation', async () => {
  const ask = (sql: string) => engine.query(sql);
  for (const preparation of ['reviewed', 'prepared'] as const) {
    const [first] = await ask(
      `SELECT row, likes, license, CAST(submission_date AS VARCHAR) AS submission_date FROM ${preparation} ORDER BY row LIMIT 1`,
    );
    const { row, ...facts } = first!;
    const cards = await cardQuery(preparation, row as number).askOf(ask);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject(facts);
    expect(Object.keys(cards[0]!)).toEqual([...cardColumns]);
  }
});
