import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { figures, findFigure } from '../../src/figures/figures.ts';
import { viewsOf } from '../../src/slice/views.ts';
import { report, rowsOf, sliceOf } from '../report.ts';
import { counted } from './counts.ts';
import { drawnRows, editions } from './draw.ts';
import { sentenceFaults } from './sentence.ts';

test('ids are unique and found again', () => {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  for (const figure of figures) expect(findFigure(figure.id)).toBe(figure);
  expect(findFigure('no-such-figure')).toBeUndefined();
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
    const before = await rowsOf(edition.query, figure.sql);
    const engine = await report();
    const shuffled = Object.entries(viewsOf(sliceOf(edition.query)).selects).map(
      ([name, select]) =>
        `CREATE OR REPLACE TEMP VIEW ${name} AS SELECT * FROM (${select}) ORDER BY hash(row)`,
    );
    await engine.run(shuffled.join(';\n'));
    expect(await engine.query(figure.sql)).toEqual(before);
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
      const answered = await rowsOf(query, figure.sql);
      const copies = answered.map((row) => Object.freeze({ ...row }));
      const first = figure.derive(Object.freeze(copies) as Row[]);
      expect(copies).toEqual(answered);
      const drawn = structuredClone(first);
      const frozen = Object.freeze(first.map((row) => Object.freeze(row)));
      figure.takeaway(frozen);
      figure.alt(frozen);
      figure.n(frozen);
      // Derived from rows that were asked at another time.
      expect(await drawnRows(figure, query)).toEqual(drawn);
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
