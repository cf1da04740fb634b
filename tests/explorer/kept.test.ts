import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofEstimates } from '../../src/dataset/estimates.ts';
import { select } from '../../src/dataset/select.ts';
import { models } from '../../src/dataset/tables.ts';
import { prepareTables } from '../../src/engine/prepare.ts';
import type { Engine, Row } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { answerOf, rangesOf } from '../../src/explorer/answer.ts';
import { frameOf, holdsPublished, type Frame } from '../../src/explorer/frame.ts';
import { countOf, keptOf, maskOf } from '../../src/explorer/kept.ts';
import { parseOptions } from '../../src/explorer/options.ts';
import { baseQuery, cardQuery, frameQuery, groupsQuery, tableQuery } from '../../src/explorer/queries.ts';
import { cardColumns, tableColumns } from '../../src/explorer/table-columns.ts';
import { askSlice, type Ask } from '../../src/slice/ask.ts';
import { parseSlice, preparationOf } from '../../src/slice/slice.ts';
import { giveEstimates } from './estimates-table.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  await giveEstimates(engine);
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
  const kept = keptOf(frame, base, { slice, within: [] });
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

/** What the table shows of an address, with what the published estimates say of its rows. */
async function shown(query: string) {
  const { slice } = parseSlice(new URLSearchParams(query));
  const { options, problems } = parseOptions(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const preparation = preparationOf(slice);
  const ask = await askSlice(engine, slice);
  const rows = await tableQuery(options, preparation).askOf(ask);
  const grouped = await groupsQuery(options.groups, options, preparation).askOf(ask);
  const kept = await select(models, ({ row }) => ({ rows: { row }, orderBy: [row] })).askOf(ask);
  const published = new Map(
    (await engine.query(`FROM estimates WHERE preparation = '${preparation}' ORDER BY row`)).map((each) => [
      Number(each.row),
      each,
    ]),
  );
  return { rows, grouped, kept, published };
}

/** What the page answers of an address, over an engine that notes what it is asked. */
async function answered(query: string, known?: Frame) {
  const parameters = new URLSearchParams(query);
  const { slice } = parseSlice(parameters);
  const ask = await askSlice(engine, slice);
  const asked: string[] = [];
  const noting: Ask = (sql) => {
    asked.push(sql);
    return ask(sql);
  };
  const answer = await answerOf(noting, slice, parseOptions(parameters).options, known);
  return { answer, asked: asked.filter((text) => text.includes('estimates')) };
}

test('published ranks stand on an axis, and are asked for once when one shows them', async () => {
  const plain = await answered('type=chat');
  expect(plain.asked).toEqual([]);
  expect(holdsPublished(plain.answer.frame)).toBe(false);
  for (const query of ['plot1=parameters_b.rank.moe', 'histograms=rank_low.average.average.average']) {
    const { answer, asked } = await answered(`type=chat&${query}`, plain.answer.frame);
    expect(asked).toHaveLength(1);
    const { frame } = answer;
    const [one] = await engine.query<Record<string, number>>(
      `SELECT rank, rank_low, rank_high, average_error, carbon_fold FROM estimates WHERE preparation = 'reviewed' AND row = ${frame.rows[7]}`,
    );
    for (const [column, value] of Object.entries(one!)) expect(frame.values[column]![7]).toBe(value ?? NaN);
    // Once there, it serves every later answer.
    expect((await answered(`type=chat&${query}`, frame)).asked).toEqual([]);
    expect((await answered(`preparation=prepared&${query}`, frame)).asked).toHaveLength(1);
  }
});

test('bounds of several columns keep what lies within all of them', async () => {
  const { rows, published } = await shown('within=rank_low.-10,rank_high.50-');
  const expected = [...published.values()].filter(
    (each) => Number(each.rank_low) <= 10 && Number(each.rank_high) >= 50,
  );
  expect(rows).toHaveLength(expected.length);
  expect(rows.length).toBeGreaterThan(3);
});

test.each(['reviewed', 'prepared'])('estimates are those of the %s models', async (preparation) => {
  const { rows, published } = await shown(
    `preparation=${preparation}&type=pretrained&columns=${Object.keys(ofEstimates).join('.')}&sort=rank_high`,
  );
  expect(rows.length).toBeGreaterThan(200);
  for (const row of rows) {
    const expected = published.get(row.row)!;
    expect(expected.preparation).toBe(preparation);
    for (const name of Object.keys(ofEstimates) as (keyof typeof ofEstimates)[])
      expect(row[name], name).toBe(expected[name]);
  }
  const order = rows.map(({ rank_high }) => rank_high!);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test.each([
  ['rank_low.-10', (each: Row) => Number(each.rank_low) <= 10],
  ['rank_high.100-', (each: Row) => Number(each.rank_high) >= 100],
  ['rank.5-50', (each: Row) => Number(each.rank) >= 5 && Number(each.rank) <= 50],
  ['carbon_fold.1.6-', (each: Row) => each.carbon_fold !== null && Number(each.carbon_fold) >= 1.6],
] as const)('%s keeps the models whose estimate lies within, bounds included', async (within, isWithin) => {
  const query = `size=7-80&within=${within}`;
  const { rows, grouped, kept, published } = await shown(query);
  const expected = kept.map(({ row }) => row).filter((row) => isWithin(published.get(row)!));
  expect(expected.length).toBeGreaterThan(3);
  expect(rows.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(expected);
  expect(grouped).toHaveLength(expected.length);
  // The page answers the sizes and the bounds by itself.
  const { answer } = await answered(query);
  expect(keptOf(answer.frame, answer.base, rangesOf(answer))).toEqual(answer.kept);
  expect(countOf(answer.kept)).toBe(expected.length);
});

test('a run that the preparation does not keep has no estimates', async () => {
  const { rows, published } = await shown('run=chat&columns=rank.average');
  const others = rows.filter(({ row }) => !published.has(row));
  expect(others.length).toBeGreaterThan(5);
  expect(rows).toHaveLength(published.size);
  for (const { rank } of others) expect(rank).toBeNull();
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
