// Whatever a reader's query tries, the box refuses it in words or answers it; the tables are as they were, and the next
// query is answered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReaderEngine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { QueryProblem } from '../../src/engine/query-problem.ts';
import { describeQuery, streamQuery } from '../../src/engine/reader-query.ts';
import { exampleRows, exampleText, withExample } from '../engine/example.ts';
import { hostileQueries } from './attacks.ts';

let engine: ReaderEngine;
let settings: unknown;
const settingsNow = () => engine.query('SELECT name, value FROM duckdb_settings() ORDER BY ALL');

beforeAll(async () => {
  engine = await withExample(exampleText, (table) => openNativeEngine([{ ...table, name: 'reviewed' }]));
  settings = await settingsNow();
});
afterAll(() => engine.close());

/** What a query is answered, or the problem that it meets; at most some thousand rows. */
async function ask(sql: string): Promise<QueryProblem | number> {
  try {
    let count = 0;
    await streamQuery(engine, sql, await describeQuery(engine, sql), (rows) => (count += rows.length) < 3000);
    return count;
  } catch (error) {
    if (error instanceof QueryProblem) return error;
    throw error;
  }
}

const kinds = Map.groupBy(hostileQueries, ({ kind }) => kind);

describe.each([...kinds])('%s', (_, queries) => {
  test.each(queries.map((each) => [each.sql.slice(0, 80), each] as const))(
    '%j',
    async (__, { sql, mayAnswer }) => {
      const answer = await ask(sql);
      if (typeof answer === 'number') expect(mayAnswer).toBe(true);
      else {
        const { message, broken } = answer;
        expect(broken, message).toBe(false);
        expect(message).not.toMatch(/node:|\.ts:\d|\n\s+at |\bundefined\b|\[object|\bc\d+\b.*query\(/);
        // No advice that the box does not take; what is quoted is the reader's.
        expect(message.replaceAll(/".*"/gs, '""')).not.toMatch(/\bINSTALL \w+;|\bLOAD \w+;|\bSET \w+ ?=/);
        expect(message.length).toBeGreaterThan(10);
      }
      expect(await engine.query('SELECT * FROM reviewed')).toEqual(exampleRows);
      expect(await engine.query("SELECT name FROM (SHOW ALL TABLES) WHERE name <> 'reviewed'")).toEqual([]);
      expect(await settingsNow()).toEqual(settings);
    },
  );
});
