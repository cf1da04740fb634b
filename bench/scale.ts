import type { Browser } from 'playwright-core';
import { prepareTables } from '../src/engine/prepare.ts';
import { openNativeEngine } from '../src/engine/native.ts';
import { rawTables } from '../src/engine/raw-tables.ts';
import { findFigure } from '../src/figures/figures.ts';
import { parseSlice } from '../src/slice/slice.ts';
import { sliceStatements } from '../src/slice/views.ts';
import { serveHarness } from '../tests/browser/harness/serve.ts';
import type { Measurement, Section } from './measurement.ts';
import { repeat } from './repeat.ts';

/** How often the table stands one after another: as it is, about 100 thousand and about a million models. */
const copies = [1, 22, 222];

const slices = ['size=1-9', 'type=chat', 'provider=community&moe=no', 'submitted=2024-09-01..'];

/** What a page asks of a slice, from cheap to dear. */
const questions: readonly { what: string; sql: readonly string[] }[] = [
  {
    what: 'group by type with mean and median',
    sql: [
      'SELECT type, CAST(count(*) AS INTEGER) AS n, CAST(avg(average) AS DOUBLE) AS mean, CAST(median(average) AS DOUBLE) AS middle FROM models GROUP BY type ORDER BY type',
    ],
  },
  {
    what: 'the first 100 of the table, sorted by score',
    sql: ['SELECT row, model, average FROM models ORDER BY average DESC, row LIMIT 100'],
  },
  {
    what: 'the rows of two figures of a chapter',
    sql: ['score-per-parameter-by-size', 'score-by-size'].map((id) => findFigure(id)!.sql),
  },
];

/** Texts that no question asks; in a million copies they alone would fill the memory that the page allows. */
const blank = ['evaluation', 'model_sha', 'base_model'].map((column) => `NULL AS ${column}`).join(', ');

/** Statements that add copies of the reviewed models, each with rows and names of its own; few at a time, to fit. */
function replicate(times: number): string[] {
  const statements = ['CREATE TEMP TABLE first AS SELECT * FROM reviewed'];
  for (let from = 1; from < times; from += 10)
    statements.push(
      `INSERT INTO reviewed SELECT first.* REPLACE (CAST(row + copy * 10000 AS INTEGER) AS row, model || copy AS model, ${blank}) FROM first, range(${from}, ${Math.min(from + 10, times)}) AS copies(copy)`,
    );
  return statements;
}

interface Asked {
  run(sql: string): Promise<void>;
  /** Milliseconds until the rows of all queries have arrived. */
  time(sql: readonly string[]): Promise<number>;
  prepare(): Promise<void>;
}

async function measure(name: string, engine: Asked, times: number): Promise<Measurement[]> {
  await engine.prepare();
  for (const statement of replicate(times)) await engine.run(statement);
  const label = `${(4495 * times).toLocaleString('en')} models, ${name}`;
  const measurements: Measurement[] = [];
  for (const { what, sql } of questions) {
    const values = await repeat(12, 25, async (index) => {
      const { slice } = parseSlice(new URLSearchParams(slices[index % slices.length]));
      await engine.run(sliceStatements(slice).join(';\n'));
      return engine.time(sql);
    });
    measurements.push({ what: `${label}: ${what}`, unit: 'ms', values });
  }
  return measurements;
}

/** The same questions of both engines over a table of the real size and of larger ones. */
export async function measureScale(browser: Browser): Promise<Section> {
  const measurements: Measurement[] = [];
  const harness = await serveHarness();
  try {
    for (const times of copies) {
      const native = await openNativeEngine(rawTables());
      const asked: Asked = {
        run: (sql) => native.run(sql),
        prepare: () => prepareTables(native),
        async time(queries) {
          const start = performance.now();
          for (const sql of queries) await native.query(sql);
          return performance.now() - start;
        },
      };
      measurements.push(...(await measure('native', asked, times)));
      await native.close();

      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(harness.url);
      await page.evaluate(() => window.harness.open());
      measurements.push(
        ...(await measure(
          'in the page',
          {
            run: (sql) => page.evaluate((text) => window.harness.run(text), sql),
            prepare: () => Promise.resolve(),
            time: (queries) =>
              page.evaluate(async (texts) => {
                const start = performance.now();
                for (const sql of texts) await window.harness.query(sql);
                return performance.now() - start;
              }, queries),
          },
          times,
        )),
      );
      await context.close();
    }
  } finally {
    await harness.close();
  }
  return {
    id: 'scale',
    title: 'The same questions over larger tables',
    notes: [
      'The table of reviewed models put after itself, each copy with names of its own and without three long texts, in both engines in one run, each with one thread. ' +
        'A question is timed from asking to the last row in JavaScript, the views of its slice already made.',
    ],
    measurements,
  };
}
