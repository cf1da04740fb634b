import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { queryOf } from '../../src/slice/parameters.ts';
import { examples } from '../../src/sql/examples.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { attacks } from '../engine/attacks.ts';
import { axe } from './axe.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';
import { unzipped } from './saved.ts';
import { shifted, watchShifts } from './shifts.ts';
import { rootSite } from './sites.ts';
import { ask } from './sql-ask.ts';

/** The parts of the box as a reader finds them. */
const box = (page: Page) => {
  const root = page.locator('sql-box');
  return {
    root,
    plain: root.locator('textarea'),
    editor: root.getByRole('textbox', { name: /^Query/ }),
    run: root.getByRole('button', { name: 'Run', exact: true }),
    cancel: root.getByRole('button', { name: 'Cancel', exact: true }),
    status: root.locator('.sql-status'),
    problem: root.getByRole('alert'),
    table: root.getByRole('region', { name: 'Result of the query' }),
    mark: root.locator('.cm-lintRange-error'),
  };
};

const link = (query: string, slice = '') => `sql/?${slice}${slice && '&'}${queryOf([['q', query]])}`;

/** What the button under a result hands the reader. */
async function save(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    box(page).root.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('query.zip');
  return unzipped(await readFile(await download.path()), 'query.csv');
}

/** The texts of a result, a row each. */
const rowsOf = async (page: Page): Promise<string[][]> => {
  const rows = await box(page).table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
};

for (const width of [390, 1440])
  test(`nothing moves at ${width} pixels while the page comes`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await watchShifts(page);
    // The page is painted before what makes the box work has come.
    await page.route(/sql\.astro.*\.js$/, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await route.continue();
    });
    await page.goto(`${site.url}sql/`);
    await page.waitForFunction(() => customElements.get('sql-box') !== undefined);
    await expect(box(page).run).toBeVisible();
    expect(await shifted(page)).toBeLessThan(0.02);
  });

test('the keyboard alone writes a query, runs it and leaves the field', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { editor, run, status, table, root } = box(page);
  // The plain field gives the focus to the editor in its shadow, which takes its place at any moment.
  const reached = () =>
    editor.evaluate((each) => (each.getRootNode() as Document | ShadowRoot).activeElement === each);
  for (let presses = 0; presses < 30 && !(await reached()); presses++) await page.keyboard.press('Tab');
  await expect(root.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('SELECT count(*) AS n, NULL AS nothing FROM reviewed');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status).toHaveText(/^1 row in \d/);
  await expect(table.locator('th')).toHaveText(['nBIGINT', 'nothingINTEGER']);
  expect(await rowsOf(page)).toEqual([['4494', 'NULL']]);

  await page.keyboard.type(' WHERE aver');
  await expect(root.getByRole('option', { name: 'average' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(run).toBeFocused();
});

test('each example gives the published numbers', async ({ page, site }) => {
  const file = await readFile(join(rootSite.folder, 'data/statistics.json'), 'utf8');
  const { reviewed } = JSON.parse(file) as { reviewed: Record<string, Estimate> };
  await page.goto(`${site.url}sql/`);
  const { root, table, status } = box(page);
  for (const { title, sql, published } of examples) {
    await root.getByRole('link', { name: `Run: ${title}` }).click();
    await expect(root.locator('.cm-content')).toHaveText(sql.replaceAll('\n', ''), { useInnerText: false });
    const columns = published.map(({ column }) => column);
    for (const column of columns)
      await expect(table.locator('th .sql-name', { hasText: column })).toBeVisible();
    await expect(status).toHaveText(/rows in/);
    const names = await table.locator('th .sql-name').allTextContents();
    const rows = await rowsOf(page);
    for (const { statistic, row, column } of published) {
      const cells = rows.find((each) => each[0] === row)!;
      expect(Number(cells[names.indexOf(column)]) / reviewed[statistic]!.value!, statistic).toBeCloseTo(1, 9);
    }
  }
});

test('a table on demand is fetched by the first query that names it, and by no other', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  const fetched = () => requests.filter((url) => url.includes('tables-estimates'));
  await page.goto(`${site.url}sql/`);
  const { root, status, table } = box(page);
  await expect(root.locator('[data-table="estimates"] [data-column="rank_low"]')).toHaveCount(1);
  await ask(page, 'SELECT count(*) AS n FROM models');
  await expect(status).toHaveText(/^1 row in/);
  expect(fetched()).toEqual([]);

  const file = await readFile(join(rootSite.folder, 'data/models.csv'), 'utf8');
  const models: Record<string, string>[] = parse(file, { columns: true });
  const expected = models
    .filter(({ rank }) => Number(rank) <= 3)
    .toSorted((a, b) => Number(a.rank) - Number(b.rank))
    .map(({ model, rank, rank_low, rank_high, carbon_label }) => [
      model!,
      rank!,
      rank_low!,
      rank_high!,
      carbon_label || 'NULL',
    ]);
  const query =
    "SELECT model, rank, rank_low, rank_high, carbon_label FROM models JOIN estimates USING (row) WHERE preparation = 'reviewed' AND rank <= 3 ORDER BY rank";
  await ask(page, query);
  await expect(table.locator('th .sql-name')).toHaveText([
    'model',
    'rank',
    'rank_low',
    'rank_high',
    'carbon_label',
  ]);
  expect(await rowsOf(page)).toEqual(expected);
  expect(fetched()).toHaveLength(1);

  await ask(page, 'SELECT max(rank) AS most FROM estimates');
  await expect(table.locator('th .sql-name')).toHaveText(['most']);
  expect(fetched()).toHaveLength(1);
});

test('a table on demand that does not come is told, and comes with the next query', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/net::ERR_FAILED/);
  await page.route(/tables-estimates/, (route) => route.abort(), { times: 1 });
  await page.goto(`${site.url}sql/`);
  const { problem, status, table } = box(page);
  await ask(page, 'SELECT count(*) AS n FROM estimates');
  await expect(problem).toHaveText(
    /^No answer from the server for \/engine\/tables-estimates-\w+\.packed\.zst\. Check the connection and try again\.$/,
  );
  await ask(page, 'SELECT count(*) AS n FROM estimates -- again');
  await expect(status).toHaveText(/^1 row in/);
  await expect(problem).toBeHidden();
  await expect(table.locator('th .sql-name')).toHaveText(['n']);
});

test('a query in a link is shown and not run until it is asked for; the slice of the link holds', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}${link("SELECT '<img src=x>' AS t, count(*) AS n\nFROM models", 'size=9-40')}`);
  const { plain, status, run, root } = box(page);
  await expect(plain).toHaveValue("SELECT '<img src=x>' AS t, count(*) AS n\nFROM models");
  await expect(status).toHaveText('This query is from the link. Read it, then run it.');
  await expect(root.locator('.sql-slice-words')).toHaveText('over 9 to 40 B');
  // What the bar asks, it asks of an engine of its own.
  await expect(page.locator('.reslice-state')).toContainText(' of ');
  await expect(box(page).table).toHaveCount(0);
  expect(requests.filter(isEngine).filter((url) => url.endsWith('manifest.json'))).toHaveLength(1);

  await run.click();
  await expect(status).toHaveText(/^1 row in/);
  expect(await rowsOf(page)).toEqual([['<img src=x>', '1279']]);
  await page.locator('.reslice-reset').click();
  await expect(status).toHaveText(/^The slice has changed/);
  await run.click();
  await expect(status).toHaveText(/^1 row in/);
  expect(await rowsOf(page)).toEqual([['<img src=x>', '4494']]);
});

test('a result of a slice that changed while the query ran says so', async ({ page, site }) => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.context().route(/\.wasm\.zst$/, (route) => opened.then(() => route.continue()));
  await page.goto(`${site.url}${link('SELECT count(*) AS n FROM models', 'size=9-40')}`);
  const { run, status } = box(page);
  await run.click();
  await expect(status).toHaveText(/^Loading the engine/);
  await page.locator('.reslice-reset').click();
  await expect(page.locator('.sql-slice-words')).toHaveText('all models');
  open();
  await expect(status).toHaveText(/^1 row in .* The slice has changed/);
  expect(await rowsOf(page)).toEqual([['1279']]);
  await run.click();
  await expect(status).toHaveText(/^1 row in [\d.]+ m?s\.$/);
  expect(await rowsOf(page)).toEqual([['4494']]);
});

test('a problem is marked at its place, with the names that are meant', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { mark, problem, status, table } = box(page);
  await ask(page, 'SELECT model,\n  averag\nFROM models ORDER BY row');
  await expect(problem).toContainText('Referenced column "averag" not found');
  await expect(problem).toContainText('Line 2, column 3.');
  await expect(mark).toHaveText('averag');
  await expect(problem.getByRole('button')).toHaveText(['Use average']);
  await expect(problem).not.toContainText('Candidate');
  await problem.getByRole('button', { name: 'Use average' }).click();
  await expect(mark).toHaveCount(0);
  await expect(problem).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status).toHaveText(/^4,494 rows in/);
  await expect(table.locator('tbody tr')).toHaveCount(100);
  await box(page).root.getByRole('button', { name: 'Next rows' }).click();
  await expect(box(page).root.getByText('Rows 101 to 200 of 4,494')).toBeVisible();
});

test('only names of the report are suggested, and only near ones', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { editor, mark, problem } = box(page);
  for (const { query, marked } of [
    { query: 'SELECT xyzzy FROM models', marked: 'xyzzy' },
    { query: 'SELECT * FROM tabels', marked: 'tabels' },
    { query: 'SELECT frobnicate(1)', marked: 'frobnicate' },
  ]) {
    await ask(page, query);
    await expect(mark).toHaveText(marked);
    await expect(problem.getByRole('button'), query).toHaveCount(0);
    await expect(problem, query).not.toContainText(/Did you mean|Candidate/);
  }
  await ask(page, 'SELECT m.averag FROM models m');
  await expect(mark).toHaveText('averag');
  await problem.getByRole('button', { name: 'Use average' }).click();
  await expect(editor).toHaveText('SELECT m.average FROM models m');
});

test('a name from the schema is set apart from the words beside it', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { editor, plain, root } = box(page);
  await root.locator('[data-table="models"] summary').click();
  const insert = (name: string) => root.getByRole('button', { name, exact: true }).first().click();
  await plain.focus();
  await expect(root.locator('.cm-content')).toBeVisible();
  await editor.fill('SELECT');
  await insert('model');
  await expect(editor).toHaveText('SELECT model');
  await page.keyboard.type(', max(');
  await insert('average');
  await expect(editor).toHaveText('SELECT model, max(average)');
  await page.keyboard.press('End');
  await page.keyboard.type('FROM');
  await insert('Insert models');
  await expect(editor).toHaveText('SELECT model, max(average)FROM models');
});

test('what goes wrong while a query runs is told and marked at its place too', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { mark, problem } = box(page);
  for (const { query, marked, line, column } of [
    { query: "SELECT\n  CAST('x' AS INT)", marked: 'CAST', line: 2, column: 3 },
    { query: "SELECT '🤝',\n  model::DOUBLE\nFROM models", marked: '::', line: 2, column: 8 },
    // Rows have come by then.
    {
      query: 'SELECT CASE WHEN row < 4000 THEN 1 ELSE CAST(model AS INT) END FROM models',
      marked: 'CAST',
      line: 1,
      column: 41,
    },
    { query: 'SELECT *\nFROM modls', marked: 'modls', line: 2, column: 6 },
    { query: 'SELECT 1 +', marked: '+', line: 1, column: 10 },
  ]) {
    await ask(page, query);
    await expect(problem, query).toContainText(`Line ${line}, column ${column}.`);
    await expect(mark, query).toHaveText(marked);
  }
  await ask(page, 'SELECT sqrt(-average) FROM models');
  await expect(problem).toContainText(
    'cannot take square root of a negative number' + 'The engine does not say where in the query.',
  );
  await expect(mark).toHaveCount(0);
});

test('a step back or forward shows a query with its own result, or says that it has none', async ({
  page,
  site,
}) => {
  const { editor, plain, problem, status, table, root } = box(page);
  const notRun = 'This query has not been run here. Run it to see its result.';
  const start = 'SELECT count(*) AS n FROM models';
  await page.goto(`${site.url}${link(start, 'size=9-40')}`);
  await expect(plain).toHaveValue(start);
  await ask(page, "SELECT 'one' AS a");
  await expect(table.locator('td')).toHaveText(['one']);
  await ask(page, 'SELECT averag FROM models');
  await expect(problem).toContainText('averag');
  await ask(page, "SELECT 'two' AS b");
  await expect(table.locator('td')).toHaveText(['two']);

  await page.goBack();
  await expect(editor).toHaveText('SELECT averag FROM models');
  await expect(problem).toContainText('averag');
  await expect(table).toBeHidden();
  await page.goBack();
  await expect(editor).toHaveText("SELECT 'one' AS a");
  await expect(table.locator('td')).toHaveText(['one']);
  await expect(problem).toBeHidden();
  // The link's own query was never run: it is not run now either.
  await page.goBack();
  await expect(editor).toHaveText(start);
  await expect(status).toHaveText(notRun);
  await expect(table).toBeHidden();
  await page.goForward();
  await expect(table.locator('td')).toHaveText(['one']);

  // The slice is a part of what was asked.
  await ask(page, start);
  await expect(table.locator('td')).toHaveText(['1279']);
  await page.locator('.reslice-reset').click();
  await expect(status).toHaveText(/^The slice has changed/);
  await box(page).run.click();
  await expect(table.locator('td')).toHaveText(['4494']);
  await page.goBack();
  await expect(root.locator('.sql-slice-words')).toHaveText('over 9 to 40 B');
  await expect(table.locator('td')).toHaveText(['1279']);

  // What still runs gives way, and what was given up is not begun again by a step.
  const endless = 'SELECT a.row FROM runs a, runs b, runs c WHERE a.average + b.average + c.average < -1';
  await ask(page, endless);
  await expect(status).toHaveText('Running.');
  await page.goBack();
  await expect(editor).toHaveText(start);
  await expect(table.locator('td')).toHaveText(['1279']);
  await page.goForward();
  await expect(editor).toHaveText(endless);
  await expect(status).toHaveText(notRun);
  await expect(table).toBeHidden();
});

test('a step back to the page without a query shows the query it came with', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { editor, status, table } = box(page);
  await ask(page, "SELECT 'one' AS a");
  await expect(table.locator('td')).toHaveText(['one']);
  await page.goBack();
  await expect(editor).toHaveText(examples[0]!.sql.replaceAll('\n', ''), { useInnerText: false });
  await expect(status).toHaveText(/^This query has not been run here/);
  await expect(table).toBeHidden();
});

test('queries that would never end, or fill the memory, leave the page alive', async ({
  page,
  site,
  faults,
}) => {
  // The worker of a cancelled query may be ended while the next one starts, and says so.
  faults.allow(/ErrorEvent|Failed to execute 'importScripts'/);
  await page.goto(`${site.url}sql/`);
  const { cancel, problem, status, run } = box(page);
  await ask(page, 'SELECT a.row FROM runs a, runs b, runs c WHERE a.average + b.average + c.average < -1');
  await expect(status).toHaveText('Running.');
  await cancel.press('Enter');
  await expect(status).toHaveText('Cancelled.');
  await expect(run).toBeEnabled();
  await expect(run).toBeFocused();
  await ask(page, 'SELECT 41 + 1 AS n');
  await expect(status).toHaveText(/^1 row in/);
  await run.press('Enter');
  await expect(status).toHaveText(/^1 row in/);
  await expect(run).toBeFocused();
  expect(await rowsOf(page)).toEqual([['42']]);
  for (const heavy of [
    'SELECT list(x) FROM range(1000000000) t(x)',
    "SELECT length(repeat('x', 900000000))",
  ]) {
    await ask(page, heavy);
    await expect(problem).toContainText('Out of memory');
  }
  await ask(page, 'SELECT a.*, b.* FROM runs a, runs b');
  await expect(status).toHaveText(/^The first [\d,]+ rows; there are more than the box takes in/, {
    timeout: 30_000,
  });
  await ask(page, 'SELECT count(*) AS n FROM reviewed');
  await expect(status).toHaveText(/^1 row in/);
});

test('what is no SELECT is refused, nothing leaves the page, and the tables stay', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}sql/`);
  const { problem, status } = box(page);
  await ask(page, 'SELECT 1');
  await expect(status).toHaveText(/^1 row/);
  for (const { sql, told } of attacks.filter(({ sql }) => sql !== '')) {
    await ask(page, sql);
    await expect(problem, sql).toHaveText(told);
  }
  await ask(page, ' ');
  await expect(status).toHaveText('Write a query first.');
  // Sets the engine off its feet; the box takes another.
  await ask(page, "SELECT * FROM enable_logging(storage := 'file', storage_path := '/log')");
  await expect(status).toHaveText(/^0 rows/);
  await ask(page, 'SELECT 1');
  await expect(problem).toContainText('operations are disabled by configuration. The box reads');
  await ask(page, "SELECT count(*) AS n, current_setting('lock_configuration') AS locked FROM reviewed");
  await expect(status).toHaveText(/^1 row/);
  expect(await rowsOf(page)).toEqual([['4494', 'true']]);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'))).toEqual([]);
});

test('strangers’ text stays text, and the file holds what was asked', async ({ page, site }) => {
  const query = `SELECT '<b onclick="alert(1)">"x"</b>,\n2' AS "<i>name</i>", NULL AS nothing, [1, 2] AS list`;
  await page.goto(`${site.url}${link(query, 'type=chat')}`);
  const { run, table } = box(page);
  await run.click();
  await expect(table.locator('th .sql-name').first()).toHaveText('<i>name</i>');
  expect(await rowsOf(page)).toEqual([['<b onclick="alert(1)">"x"</b>,\n2', 'NULL', '[1, 2]']]);
  const { csv, metadata, readme } = await save(page);
  expect(metadata).toMatchObject({
    'dc:description': '1 row.',
    'dc:provenance': 'Slice: chat.',
    'schema:url': page.url(),
    'schema:isBasedOn': { 'schema:text': query },
  });
  expect(readme).toContain(`\n    ${query.replace('\n', '\n    ')}\n`);
  expect(csv).toBe('<i>name</i>,nothing,list\n"<b onclick=""alert(1)"">""x""</b>,\n2",,"[1, 2]"\n');
});

test('the file of a stranger’s query begins no formula', async ({ page, site }) => {
  const query =
    'SELECT model, average FROM models --,=HYPERLINK("http://evil.example/")\nORDER BY average DESC LIMIT 2';
  await page.goto(`${site.url}${link(query, '')}`);
  const { run, status } = box(page);
  await run.click();
  await expect(status).toHaveText(/^2 rows in/);
  const { csv, metadata } = await save(page);
  expect(csv).toMatch(/^model,average\n[^\n]+,[\d.]+\n[^\n]+,[\d.]+\n$/);
  expect(csv).not.toContain('HYPERLINK');
  expect(metadata).toMatchObject({ 'schema:isBasedOn': { 'schema:text': query } });

  await ask(
    page,
    `SELECT '=HYPERLINK("http://evil.example/")' AS "=1+1", 'a;=1' AS b, -5 AS number, '-5' AS "@sum"`,
  );
  await expect(status).toHaveText(/^1 row in/);
  expect((await save(page)).csv).toBe(
    `'=1+1,b,number,'@sum\n"'=HYPERLINK(""http://evil.example/"")",a;'=1,-5,-5\n`,
  );
});

test('the file has long values whole, and says where the result was limited', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const { root, status, table } = box(page);
  const cut = root.getByText('Values end after 300 characters in this table');
  await ask(page, "SELECT string_agg(model, ' ' ORDER BY row) AS names, 7 AS n FROM models, range(2)");
  await expect(status).toHaveText(/^1 row in/);
  await expect(table.locator('td').first()).toHaveText(/^.{300}…$/);
  await expect(cut).toBeVisible();
  const names = (await save(page)).csv.split('\n').at(-2)!;
  expect(names.length).toBeGreaterThan(200_000);
  expect(names.endsWith(',7')).toBe(true);
  expect(names).not.toContain('…');

  await ask(page, "SELECT repeat('x', 6000000) AS x, row FROM models LIMIT 5");
  await expect(status).toHaveText(/^The first 3 rows; there are more than the box takes in/);
  const limited = await save(page);
  expect(limited.metadata['dc:description']).toBe('The first 3 rows; there are more than the box takes.');
  const lines = limited.csv.split('\n').slice(-4, -1);
  expect(lines.map((line) => line.replace(/^x+/, ({ length }) => String(length)))).toEqual(
    ['1', '2', '3'].map((row) => `6000000,${row}`),
  );

  await ask(page, "SELECT repeat('x', 10000001) AS x");
  await expect(box(page).problem).toContainText('longer than 10,000,000 characters');
  await ask(page, 'SELECT 1 AS one');
  await expect(status).toHaveText(/^1 row in/);
  await expect(cut).toHaveCount(0);
});

test('a result with its chart fits a telephone, and axe finds nothing, light and dark', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(`${site.url}sql/`);
  const { root, table } = box(page);
  await ask(
    page,
    'SELECT submission_date, average, co2_kg, model FROM models WHERE average > 40 ORDER BY row',
  );
  await expect(table).toBeVisible();
  await root.getByText('Chart', { exact: true }).click();
  await expect(root.locator('.sql-drawing svg')).toBeVisible();
  await root.getByLabel('Form').selectOption('Points');
  await root.getByLabel('Across').selectOption('co2_kg');
  const chart = root.getByRole('img', { name: /^Points of average by co2_kg/ });
  await expect(chart.locator('svg')).toContainText('co2_kg');
  await root.locator('[data-table="models"] summary').click();
  await root.getByRole('button', { name: 'size_class', exact: true }).first().click();
  await expect(root.locator('.cm-content')).toContainText('size_class');
  for (const width of [320, 1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, String(width)).toBe(0);
  }
  expect(await violations(page)).toEqual([]);
  await ask(page, 'SELECT averag FROM models');
  await expect(box(page).mark).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
});

/** What axe finds in the page. */
async function violations(page: Page): Promise<string[]> {
  const found = await axe(page).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('where the editor does not come, the plain field does the same', async ({ page, site, faults }) => {
  faults.allow(/Failed to load resource/);
  await page.route(/_astro\/editor\./, (route) => route.abort());
  await page.goto(`${site.url}sql/`);
  const { plain, problem, status } = box(page);
  await plain.fill('SELECT averag FROM models');
  await plain.press('ControlOrMeta+Enter');
  await expect(problem).toContainText('averag');
  expect(
    await plain.evaluate(
      (area: HTMLTextAreaElement) =>
        getSelection()!.toString() || area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('averag');
  await problem.getByRole('button', { name: 'Use average' }).click();
  await plain.press('ControlOrMeta+Enter');
  await expect(status).toHaveText(/^4,494 rows in/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs, links the files and shows schema and examples', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}sql/`);
    await expect(page.locator('main noscript p')).toContainText('The box needs JavaScript.');
    await expect(page.locator('main noscript p')).toBeVisible();
    await expect(page.getByRole('link', { name: 'all runs as CSV' })).toBeVisible();
    await expect(box(page).plain).toBeHidden();
    await page.locator('[data-table="pairs"] summary').click();
    await expect(page.getByText('Child minus root, in the average.').first()).toBeVisible();
    await expect(page.getByText(examples[0]!.sentence)).toBeVisible();
    const result = page.getByRole('region', { name: `Result of: ${examples[1]!.title}` });
    await expect(result.locator('.sql-name')).toHaveText(['position', 'title', 'rows_kept']);
    await expect(result.locator('tbody tr').first().locator('td')).toHaveText(['0', /./, '4576']);
  });
});
