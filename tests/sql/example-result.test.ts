import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReaderEngine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { markupOf } from '../../src/rendering/markup.ts';
import { exampleResult } from '../../src/sql/example-result.ts';

let engine: ReaderEngine;
beforeAll(async () => {
  engine = await openNativeEngine([]);
});
afterAll(() => engine.close());

const cells = (markup: string) => [...markup.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);

test('the result of an example stands in a table, its text as text', async () => {
  const markup = markupOf(
    await exampleResult(
      engine,
      'Two “rows”',
      "SELECT '<b>' AS name, 0.5::DOUBLE AS half, NULL::VARCHAR AS none",
    ),
  );
  expect(markup).toContain('aria-label="Result of: Two “rows”"');
  expect(cells(markup)).toEqual(['&lt;b>', '0.5', 'NULL']);
  expect(markup).not.toContain('The first');
});

test('of a long result the first rows stand there, and how many there are', async () => {
  const markup = markupOf(await exampleResult(engine, 'Many', 'SELECT range AS n FROM range(12) ORDER BY n'));
  expect(cells(markup)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(markup).toContain('The first 8 of 12 rows.');
});
