import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { figures, findFigure } from '../../src/figures/figures.ts';
import { overSlice, viewsOf, type SliceViews } from '../../src/slice/views.ts';
import { askOf, report, rowsOf, sliceOf } from '../report.ts';
import { expectSame } from '../same.ts';
import { counted } from './counts.ts';
import { drawnRows, editions, type Edition } from './draw.ts';
import { sentenceFaults } from './sentence.ts';

test('ids are unique and found again', () => {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  for (const figure of figures) expect(findFigure(figure.id)).toBe(figure);
  expect(findFigure('no-such-figure')).toBeUndefined();
});

/** The views of each preparation over tables whose rows are stored in another order. */
const shuffled = new Map<Edition, SliceViews>();
const shuffledTable = ({ preparation }: Edition, view: string) => `shuffled_${preparation}_${view}`;

beforeAll(async () => {
  const engine = await report();
  for (const edition of editions) {
    const { selects } = viewsOf(sliceOf(edition.query));
    const moved = Object.entries(selects).map(async ([view, select]) => {
      const table = shuffledTable(edition, view);
      await engine.run(`CREATE TEMP TABLE ${table} AS SELECT * FROM (${select}) ORDER BY hash(row)`);
      return [view, `SELECT * FROM ${table}`];
    });
    shuffled.set(edition, { tables: [], selects: Object.fromEntries(await Promise.all(moved)) });
  }
});

afterAll(async () => {
  const engine = await report();
  for (const [edition, { selects }] of shuffled)
    for (const view of Object.keys(selects)) await engine.run(`DROP TABLE ${shuffledTable(edition, view)}`);
});

describe.each(figures)('$id', (figure) => {
  test('has a file and tests under its id, in kebab case', () => {
    expect(figure.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    expect(existsSync(`src/figures/${figure.id}.ts`)).toBe(true);
    expect(
      existsSync(`tests/figures/${figure.id}.test.ts`),
      'compute the figure a second time, independently, in a test of its name',
    ).toBe(true);
  });

  test('asks a question and says how to read the answer', () => {
    expect(figure.question).toMatch(/^\p{Lu}.*[^?]\?$/u);
    expect(sentenceFaults(figure.notes)).toEqual([]);
  });

  test('is one ordered SELECT', () => {
    expect(figure.sql).toMatch(/^(?:SELECT|WITH)\b/);
    expect(figure.sql).not.toMatch(/;|^SELECT \*/);
    const outermost = withoutBrackets(figure.sql);
    const oneRow = /^SELECT (?:CAST¤ AS \w+(?:, |(?= FROM)))+ FROM \w+$/.test(outermost);
    if (!oneRow || !/\b(?:count|sum|avg|max|min)\(/.test(figure.sql))
      expect(outermost).toMatch(/\bORDER BY \w+(?: DESC)?(?:, \w+(?: DESC)?)*$/);
  });

  test.each(editions)('answers the same however the rows are stored, on $preparation', async (edition) => {
    const before = await (await askOf(edition.query))(figure.sql);
    const engine = await report();
    expectSame(await engine.query(overSlice(shuffled.get(edition)!, figure.sql)), before);
  });

  describe.each(editions)('on $preparation', ({ query }) => {
    test('draws rows of one shape that holds every column of its table', async () => {
      const rows = await drawnRows(figure, query);
      expect(rows.length).toBeGreaterThan(0);
      const names = Object.keys(rows[0]!);
      for (const row of rows) expect(Object.keys(row)).toEqual(names);
      const columns = figure.columns.map(({ name }) => name);
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns.filter((name) => !names.includes(name))).toEqual([]);
      for (const { title } of figure.columns) expect(title).toMatch(/^(?:\p{Lu}|\p{N}).*[^.:\s]$/u);
    });

    test('draws no row value that nothing reads', async () => {
      const rows = await drawnRows(figure, query);
      const specs = JSON.stringify([figure.spec('desktop'), figure.spec('phone')]);
      const read = (name: string) =>
        figure.columns.some((column) => column.name === name) ||
        specs.includes(`"field":"${name}"`) ||
        specs.includes(`datum.${name}`);
      expect(Object.keys(rows[0]!).filter((name) => !read(name))).toEqual([]);
    });

    test('draws finite numbers, texts and blanks', async () => {
      for (const row of await drawnRows(figure, query))
        for (const [name, value] of Object.entries(row)) {
          if (typeof value === 'number') expect(Number.isFinite(value), name).toBe(true);
          else
            expect(value === null || typeof value === 'string' || typeof value === 'boolean', name).toBe(
              true,
            );
        }
    });

    test('answers and describes itself in complete sentences', async () => {
      const rows = await drawnRows(figure, query);
      expect(sentenceFaults(figure.takeaway(rows))).toEqual([]);
      expect(sentenceFaults(figure.alt(rows))).toEqual([]);
      expect(figure.takeaway(rows)).toMatch(/\p{N}/u);
      expect(figure.alt(rows)).toMatch(/\p{N}/u);
    });

    test('derives the same rows twice and leaves the query rows alone', async () => {
      const answered = await (await askOf(query))(figure.sql);
      const copies = answered.map((row) => Object.freeze({ ...row }));
      const first = figure.derive(Object.freeze(copies) as Row[]);
      expectSame(copies, answered);
      const drawn = structuredClone(first);
      const frozen = Object.freeze(first.map((row) => Object.freeze(row)));
      figure.takeaway(frozen);
      figure.alt(frozen);
      figure.n(frozen);
      expectSame(await drawnRows(figure, query), drawn);
    });

    test('counts the models or runs behind it', async () => {
      const [own] = await rowsOf(query, counted(figure));
      expect(figure.n(await drawnRows(figure, query))).toBe(own?.n);
    });
  });
});

/** The text of a query outside of all brackets, with a sign in place of each. */
function withoutBrackets(sql: string): string {
  const inner = /\([^()]*\)/g;
  let text = sql;
  while (text.search(inner) >= 0) text = text.replaceAll(inner, '¤');
  return text;
}
