import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

import { sqlTypes } from '../../src/dataset/column.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { policy, serveHarness } from './harness/serve.ts';
import type { HarnessOptions, ServedHarness } from './harness/serve.ts';

const servers: ServedHarness[] = [];
let served: ServedHarness;
let native: Engine;

async function serve(options?: HarnessOptions): Promise<ServedHarness> {
  const server = await serveHarness(options);
  servers.push(server);
  return server;
}

test.beforeAll(async () => {
  served = await serve();
  native = await openNativeEngine(served.tables);
});

test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await native.close();
});

/** The page of the harness, and the addresses it has asked for since, those of its worker included. */
async function visit(page: Page, server = served): Promise<string[]> {
  await page.goto(server.url);
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  return requests;
}

const open = (page: Page) => page.evaluate(() => window.harness.open());
const query = (page: Page, sql: string) => page.evaluate((text) => window.harness.query(text), sql);

/** The message with which opening fails. */
const openingError = (page: Page) =>
  page.evaluate(() =>
    window.harness.open().then(
      () => 'opened',
      (error: Error) => error.message,
    ),
  );

const isCompressed = (url: string) => url.endsWith('.zst');

test('answers as the native engine does: rows, doubles to the last bit, and what it refuses', async ({
  page,
}) => {
  await visit(page);
  await open(page);
  const queries = [
    ...served.tables.map(
      ({ name, columns }) =>
        `SELECT ${columns.map(({ name: column, type }) => `CAST("${column}" AS ${type === 'date' ? 'VARCHAR' : sqlTypes[type]}) AS "${column}"`).join(', ')} FROM ${name}`,
    ),
    'SELECT type, CAST(count(*) AS INTEGER) AS n, avg(average) AS mean FROM all_runs GROUP BY type ORDER BY type',
    `SELECT median(average) AS middle, quantile_cont(co2_kg, 0.9) AS high, stddev(average) AS spread,
      regr_slope(average, log2(parameters_b)) AS slope, sum(co2_kg) / sum(parameters_b) AS pooled
      FROM all_runs WHERE parameters_b > 0`,
    'SELECT row, ln(co2_kg) AS l, sqrt(average) AS s, average / co2_kg AS q FROM all_runs WHERE co2_kg > 0 ORDER BY row',
    "SELECT 0.1::DOUBLE + 0.2::DOUBLE AS x, 'é🤝' AS t, NULL::VARCHAR AS nothing, 'nan'::DOUBLE AS nan, '-inf'::DOUBLE AS low",
    'SELECT row FROM all_runs WHERE average > 1000 ORDER BY row',
  ];
  for (const sql of queries) {
    const [browser, expected] = [await query(page, sql), await native.query(sql)];
    // Strict: 0 is not -0, and a missing column is not an undefined one.
    expect(browser, sql).toStrictEqual(expected);
  }

  for (const [expression, type] of [
    ['count(*)', 'BIGINT'],
    ["DATE '2024-06-12'", 'DATE'],
  ] as const) {
    const sql = `SELECT ${expression} AS v FROM all_runs`;
    const told = await native.query(sql).then(
      () => 'answered',
      (error: Error) => error.message,
    );
    expect(told).toContain(`is of type ${type}. Cast it`);
    await expect(query(page, sql), sql).rejects.toThrow(told);
  }
  await expect(query(page, 'SELEC 1')).rejects.toThrow('Parser Error: syntax error at or near "SELEC"');
  for (const sql of [
    'SET enable_external_access = true',
    "SET memory_limit = '100GB'",
    'RESET autoload_known_extensions',
  ])
    await expect(query(page, sql), sql).rejects.toThrow('the configuration has been locked');
});

test('progress starts at nothing, never falls, passes the total of the files and ends with the start', async ({
  page,
}) => {
  await visit(page);
  await open(page);
  const { progress, total } = await page.evaluate(async () => {
    const manifest = await (await fetch('engine/manifest.json')).json();
    const sizes = [manifest.wasm, manifest.tables].map(({ bytes }: { bytes: number }) => bytes);
    return { progress: window.harness.progress, total: sizes.reduce((sum, size) => sum + size, 0) };
  });
  expect(progress[0]).toMatchObject({ loaded: 0, total, step: 0 });
  const loaded = progress.map((each) => each.loaded);
  expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
  // Once all has arrived the start goes step by step: compiled, running, with a database, locked.
  const starting = progress.filter(({ step }) => step > 0);
  expect(starting).toEqual(
    Array.from({ length: 4 }, (_, at) => ({ loaded: total, total, step: at + 1, steps: 4 })),
  );
});

test('a server that declares the compression of its files serves as well', async ({ page }) => {
  await visit(page, await serve({ declareEncoding: true }));
  await open(page);
  const last = await page.evaluate(() => window.harness.progress.at(-1)!);
  expect(last.loaded).toBe(last.total);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
});

test('the engine is compiled while it arrives', async ({ page }) => {
  await page.addInitScript(() => {
    const { compileStreaming } = WebAssembly;
    WebAssembly.compileStreaming = (source) => {
      begun = window.harness.progress.at(-1);
      return compileStreaming(source);
    };
    let begun: unknown;
    Object.defineProperty(window, 'begun', { get: () => begun });
  });
  await visit(page);
  await open(page);
  const { loaded, total } = await page.evaluate(
    () => (window as unknown as { begun: { loaded: number; total: number } }).begun,
  );
  expect(loaded).toBeLessThan(total / 2);
});

test('works where WebAssembly cannot be compiled on the way', async ({ page }) => {
  await page.addInitScript(() => {
    delete (WebAssembly as { compileStreaming?: unknown }).compileStreaming;
  });
  await visit(page);
  await open(page);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
});

test('works where the worker is slow to fetch what it is told to start from', async ({ page }) => {
  await page.addInitScript(() => {
    const { createObjectURL } = URL;
    const slow = `const { fetch } = self;
      self.fetch = (...asked) => new Promise((resolve) => setTimeout(resolve, 1500)).then(() => fetch(...asked));`;
    URL.createObjectURL = (content: Blob) =>
      createObjectURL(
        content.type === 'text/javascript' ? new Blob([slow, content], { type: content.type }) : content,
      );
  });
  await visit(page);
  await open(page);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
  // The failure of such a fetch would end a worker that has started already.
  await page.waitForTimeout(2000);
  expect(await query(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

/** Runs in the page: the addresses in Cache Storage that the pattern finds. */
async function storedFiles(pattern: string): Promise<string[]> {
  const names = await caches.keys();
  const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return files
    .flat()
    .map(({ url }) => url)
    .filter((url) => new RegExp(pattern).test(url));
}

/** Waits until the compressed files lie in Cache Storage, which happens behind the opening. */
async function stored(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const caches = await window.caches.keys();
        const files = await Promise.all(
          caches.map(async (name) => (await (await window.caches.open(name)).keys()).length),
        );
        return files.reduce((sum, count) => sum + count, 0);
      }),
    )
    .toBe(2);
}

test('a second visit asks for no engine and no table', async ({ page }) => {
  const first = await visit(page);
  await open(page);
  expect(first.filter(isCompressed)).toHaveLength(2);
  await stored(page);

  const second = await visit(page);
  await open(page);
  expect(second.filter(isCompressed)).toEqual([]);
  const last = await page.evaluate(() => window.harness.progress.at(-1)!);
  expect(last.loaded).toBe(last.total);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
});

test('a damaged file in the cache is replaced', async ({ page }) => {
  await visit(page);
  await open(page);
  await stored(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) await cache.put(request, new Response('half a file'));
    }
  });
  await visit(page);
  await open(page);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
});

test('caches of older versions of ours go, those of others stay', async ({ page }) => {
  await visit(page);
  await page.evaluate(async () => {
    await caches.open('leaderboard-engine /report/engine/ 0.0.1');
    await caches.open('leaderboard-engine /elsewhere/engine/ 0.0.1');
    await caches.open('something else');
  });
  await open(page);
  const names = await page.evaluate(() => caches.keys());
  expect(names).not.toContain('leaderboard-engine /report/engine/ 0.0.1');
  expect(names).toContain('leaderboard-engine /elsewhere/engine/ 0.0.1');
  expect(names).toContain('something else');
});

test('works where Cache Storage throws', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'caches', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await visit(page);
  await open(page);
  expect(await query(page, 'SELECT row FROM all_runs ORDER BY row LIMIT 1')).toEqual([{ row: 1 }]);
});

test('loading stops when it is aborted, with the reason, and can begin again', async ({ page }) => {
  await visit(page);
  const message = await page.evaluate(async () => {
    const abort = new AbortController();
    return window.harness
      .open({
        signal: abort.signal,
        onProgress: ({ loaded }) => {
          if (loaded > 0) abort.abort(new Error('left the page'));
        },
      })
      .then(
        () => 'opened',
        (error: Error) => error.message,
      );
  });
  expect(message).toBe('left the page');
  await open(page);
  expect(await query(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a query that is aborted rejects while the engine still works on it; those that wait never run', async ({
  page,
}) => {
  await visit(page);
  await open(page);
  const outcome = await page.evaluate(async () => {
    const abort = new AbortController();
    const told = (promise: Promise<unknown>) =>
      promise.then(
        () => 'answered',
        (error: Error) => error.message,
      );
    const sql = 'SELECT sum(a.average * b.average * c.average) AS s FROM all_runs a, all_runs b, all_runs c';
    const long = 'SELECT sum(a.average * b.average) AS s FROM all_runs a, all_runs b';
    const running = told(window.harness.query(long, abort.signal));
    // So many the worker may have at a time.
    const beside = [1, 2, 3].map((n) => told(window.harness.query(`SELECT ${n} AS n`, abort.signal)));
    // Would run for hours.
    const waiting = told(window.harness.query(sql, abort.signal));
    const next = window.harness.query('SELECT 2 AS two');
    setTimeout(() => abort.abort(new Error('no longer wanted')), 0);
    return [await Promise.all([running, ...beside, waiting]), await next];
  });
  expect(outcome).toEqual([new Array(5).fill('no longer wanted'), [{ two: 2 }]]);
});

test('a closed engine says so, and another can be opened', async ({ page }) => {
  await visit(page);
  await open(page);
  const long = page.evaluate(() =>
    window.harness
      .query('SELECT sum(a.average * b.average * c.average) AS s FROM all_runs a, all_runs b, all_runs c')
      .catch((error: Error) => error.message),
  );
  await page.evaluate(() => window.harness.close());
  expect(await long).toBe('The SQL engine of this page is closed.');
  await expect(query(page, 'SELECT 1 AS one')).rejects.toThrow('The SQL engine of this page is closed.');
  await open(page);
  expect(await query(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test.describe('what fails is said, and a retry can succeed', () => {
  const failures: [name: string, pattern: RegExp, fault: object | 'abort' | 'half', message: RegExp][] = [
    [
      'manifest missing',
      /manifest\.json$/,
      { status: 404 },
      /answered 404.* for \/report\/engine\/manifest\.json/,
    ],
    [
      'manifest not JSON',
      /manifest\.json$/,
      { body: '<html>' },
      /list of the engine's files .* cannot be read/,
    ],
    [
      'engine missing',
      /\.wasm\.zst$/,
      { status: 404 },
      /answered 404.* for \/report\/engine\/duckdb-eh-.*\.wasm\.zst/,
    ],
    [
      'no connection',
      /\.wasm\.zst$/,
      'abort',
      /No answer from the server for .*\.wasm\.zst\. Check the connection/,
    ],
    [
      'another engine, though it compiles',
      /\.wasm\.zst$/,
      { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
      /wasm\.zst is not the file that was announced/,
    ],
    ['half an engine', /\.wasm\.zst$/, 'half', /wasm\.zst is not the file that was announced/],
    ['another file', /\.packed\.zst$/, { body: '<html>' }, /packed\.zst is not the file that was announced/],
    ['no worker script', /\.worker\.js$/, { status: 404 }, /No answer from the server for \S+\.worker\.js/],
  ];
  for (const [name, pattern, fault, message] of failures) {
    test(name, async ({ page }) => {
      await visit(page);
      await page.context().route(pattern, async (route) => {
        if (fault === 'abort') return route.abort();
        if (fault !== 'half') return route.fulfill(fault);
        const body = await (await route.fetch()).body();
        return route.fulfill({ body: body.subarray(0, body.length / 2) });
      });
      expect(await openingError(page)).toMatch(message);
      expect(await page.evaluate(storedFiles, pattern.source)).toEqual([]);
      await page.context().unroute(pattern);
      await open(page);
      expect(await query(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  }

  for (const [name, allowed, forbidden] of [
    ['WebAssembly', " 'wasm-unsafe-eval'", ''],
    ['workers', "worker-src 'self' blob:", "worker-src 'none'"],
  ] as const) {
    test(`a page that forbids ${name}`, async ({ page }) => {
      await visit(page, await serve({ policy: policy.replace(allowed, forbidden) }));
      expect(await openingError(page)).toMatch(
        /^The SQL engine could not start in this browser\. Reload the page, or try a current browser\.$/,
      );
    });
  }
});

test('nothing is ever asked of another server', async ({ page }) => {
  // Under a policy that would let it, so that it is the engine that does not ask.
  const server = await serve({ policy: policy.replace("connect-src 'self' blob:", 'connect-src * blob:') });
  const requests = await visit(page, server);
  await open(page);
  // The list holds what the worker asks for, too.
  expect(requests.some((url) => url.endsWith('.worker.js'))).toBe(true);
  for (const sql of [
    "SELECT * FROM read_parquet('https://example.org/a.parquet')",
    "SELECT * FROM 'https://example.org/a.csv'",
    "ATTACH 'https://example.org/a.duckdb'",
    'LOAD httpfs',
    'SELECT current_date AS today',
  ]) {
    await expect(query(page, sql), sql).rejects.toThrow(/Error/);
    const elsewhere = requests.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'));
    expect(elsewhere, sql).toEqual([]);
    expect(await query(page, 'SELECT 1 AS one'), sql).toEqual([{ one: 1 }]);
  }
});
