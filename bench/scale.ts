import type { Browser } from 'playwright-core';
import { prepareTables } from '../src/engine/prepare.ts';
import { openNativeEngine } from '../src/engine/native.ts';
import { rawTables } from '../src/engine/raw-tables.ts';
import type { Row } from '../src/engine/engine.ts';
import { findFigure } from '../src/figures/figures.ts';
import { parseSlice } from '../src/slice/slice.ts';
import { sliceStatements } from '../src/slice/views.ts';
import { serveHarness } from '../tests/browser/harness/serve.ts';
import type { Measurement, Section } from './measurement.ts';
import { residentMegabytes } from './memory.ts';
import { repeat } from './repeat.ts';

/** How often the table stands one after another: as it is, about 10 and 100 thousand, and a million models. */
const copies = [1, 2, 22, 222];
/** About ten million models, for the native engine alone. */
const nativeAlone = 2225;

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

/** Texts that the questions ask or that a slice is likely to; the others would fill the memory that the page allows. */
const keptTexts = new Set([
  'model',
  'type',
  'organisation',
  'lineage',
  'architecture',
  'precision',
  'submission_date',
]);

/** Statements that add copies of the reviewed models, each with rows and names of its own; few at a time, to fit. */
function replicate(times: number, texts: readonly string[]): string[] {
  const blank = texts.filter((name) => !keptTexts.has(name)).map((name) => `NULL AS ${name}`);
  const statements = ['CREATE TEMP TABLE first AS SELECT * FROM reviewed'];
  for (let from = 1; from < times; from += 10)
    statements.push(
      `INSERT INTO reviewed SELECT first.* REPLACE (CAST(row + copy * 10000 AS INTEGER) AS row, model || copy AS model, ${blank.join(', ')}) FROM first, range(${from}, ${Math.min(from + 10, times)}) AS copies(copy)`,
    );
  return statements;
}

interface Asked {
  run(sql: string): Promise<void>;
  query(sql: string): Promise<Row[]>;
  /** Milliseconds until the rows of all queries have arrived. */
  time(sql: readonly string[]): Promise<number>;
  prepare(): Promise<void>;
  /** Megabytes that the process or the page holds. */
  memory(): Promise<number>;
}

async function measure(name: string, engine: Asked, times: number): Promise<Measurement[]> {
  const label = `${(4495 * times).toLocaleString('en')} models, ${name}`;
  const start = performance.now();
  await engine.prepare();
  const described = await engine.query('SELECT column_name, column_type FROM (DESCRIBE reviewed)');
  const texts = described
    .filter(({ column_type: type }) => type === 'VARCHAR')
    .map((row) => String(row.column_name));
  for (const statement of replicate(times, texts)) await engine.run(statement);
  const made = (performance.now() - start) / 1000;
  const ask = async (index: number, sql: readonly string[]) => {
    const { slice } = parseSlice(new URLSearchParams(slices[index % slices.length]));
    await engine.run(sliceStatements(slice).join(';\n'));
    return engine.time(sql);
  };
  const all = questions.flatMap(({ sql }) => sql);
  const measurements: Measurement[] = [
    { what: `${label}: tables are made`, unit: 's', values: [made] },
    { what: `${label}: first answer to all three`, unit: 'ms', values: [await ask(0, all)] },
  ];
  for (const { what, sql } of questions) {
    const values = await repeat(12, 25, (index) => ask(index, sql));
    measurements.push({ what: `${label}: ${what}`, unit: 'ms', values });
  }
  measurements.push({ what: `${label}: memory`, unit: 'MB', values: [await engine.memory()] });
  return measurements;
}

async function native(times: number): Promise<Measurement[]> {
  const engine = await openNativeEngine(rawTables());
  try {
    const asked: Asked = {
      run: (sql) => engine.run(sql),
      query: (sql) => engine.query(sql),
      prepare: () => prepareTables(engine),
      async time(queries) {
        const start = performance.now();
        for (const sql of queries) await engine.query(sql);
        return performance.now() - start;
      },
      memory: async () => process.memoryUsage.rss() / 1e6,
    };
    return await measure('native', asked, times);
  } finally {
    await engine.close();
  }
}

async function inThePage(browser: Browser, url: string, times: number): Promise<Measurement[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => window.harness.open());
    const session = await browser.newBrowserCDPSession();
    const asked: Asked = {
      run: (sql) => page.evaluate((text) => window.harness.run(text), sql),
      query: (sql) => page.evaluate((text) => window.harness.query(text), sql),
      // A page is given the finished tables.
      prepare: () => Promise.resolve(),
      time: (queries) =>
        page.evaluate(async (texts) => {
          const start = performance.now();
          for (const sql of texts) await window.harness.query(sql);
          return performance.now() - start;
        }, queries),
      memory: () => residentMegabytes(session),
    };
    return await measure('in the page', asked, times);
  } finally {
    await context.close();
  }
}

/** The same questions of both engines over a table of the real size and of larger ones. */
export async function measureScale(browser: Browser): Promise<Section> {
  const measurements: Measurement[] = [];
  const failures: string[] = [];
  const harness = await serveHarness();
  try {
    for (const times of copies) {
      measurements.push(...(await native(times)));
      try {
        measurements.push(...(await inThePage(browser, harness.url, times)));
      } catch (error) {
        // Where the page gives up is what is looked for.
        failures.push(
          `${(4495 * times).toLocaleString('en')} models in the page: ${String((error as Error).message).split('\n')[0]}.`,
        );
      }
    }
    measurements.push(...(await native(nativeAlone)));
  } finally {
    await harness.close();
  }
  return {
    id: 'scale',
    title: 'The same questions over larger tables',
    notes: [
      'The table of reviewed models put after itself, each copy with names of its own and without the texts that no question asks, in both engines in one run, each with one thread. ' +
        'A question is timed from asking to the last row in JavaScript, the views of its slice already made. Memory is that of the process of the build, or of the processes that draw pages.',
      ...failures,
    ],
    measurements,
  };
}
