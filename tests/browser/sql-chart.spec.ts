import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, requestsOf, test } from './report.ts';
import { unzipped } from './saved.ts';
import { ask } from './sql-ask.ts';

const root = (page: Page) => page.locator('sql-box');
const drawing = (page: Page) => root(page).locator('.sql-drawing svg');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

const ran = (page: Page, said = / in [\d.]+ m?s\./) =>
  expect(root(page).locator('.sql-status')).toHaveText(said);

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    root(page).getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const byType =
  'SELECT type, count(*)::INTEGER AS models, avg(average) AS mean FROM models GROUP BY type ORDER BY models DESC';

test('a chart is part of the address: a link opens it, a step back finds it, another query drops it', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}sql/`);
  await ask(page, byType);
  await ran(page);
  expect(parameter(page, 'chart')).toBeNull();
  await root(page).getByText('Chart', { exact: true }).click();
  await expect(drawing(page)).toBeVisible();
  await expect.poll(() => parameter(page, 'chart')).toBe('bars.1.2');
  await root(page).getByLabel('Lengths').selectOption('mean');
  await expect.poll(() => parameter(page, 'chart')).toBe('bars.1.3');
  await root(page).getByLabel('Form').selectOption('Points');
  await expect.poll(() => parameter(page, 'chart')).toBe('points.2.3');
  const link = page.url();

  await ask(page, 'SELECT 1 AS one');
  await ran(page);
  expect(parameter(page, 'chart')).toBeNull();
  await page.goBack();
  await expect(page).toHaveURL(link);
  await expect(root(page).getByRole('img', { name: /^Points of mean by models/ })).toBeVisible();

  // Whoever opens the link runs the query first.
  await page.goto('about:blank');
  await page.goto(link);
  await expect(root(page).locator('textarea')).toHaveValue(byType);
  await expect(drawing(page)).toHaveCount(0);
  await root(page).locator('.sql-run').click();
  await expect(root(page).getByRole('img', { name: /^Points of mean by models/ })).toBeVisible();
  await expect(drawing(page)).toContainText('models');
  await expect(page).toHaveURL(link);
  await root(page).getByText('Chart', { exact: true }).click();
  await expect.poll(() => parameter(page, 'chart')).toBeNull();
});

test('a chart of a link that cannot be, or cannot be read, is said and another stands there', async ({
  page,
  site,
}) => {
  const query = encodeURIComponent("SELECT 'a' AS name, 1 AS n");
  await page.goto(`${site.url}sql/?q=${query}&chart=line.1.2`);
  await root(page).locator('.sql-run').click();
  await expect(root(page).getByText('The chart of the link does not fit this result.')).toBeVisible();
  await expect(root(page).getByRole('img', { name: /^Bars of n by name/ })).toBeVisible();
  await page.goto(`${site.url}sql/?q=${query}&chart=pie.1.2`);
  await root(page).locator('.sql-run').click();
  await ran(
    page,
    /^1 row in .* Left out: the chart of the link cannot be read; one is written like “bars.1.2”/,
  );
});

test('a chart is saved as a picture, as a drawing and as its values, each with what it is', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}sql/?size=9-40&q=${encodeURIComponent(byType)}&chart=bars.1.3`);
  await root(page).locator('.sql-run').click();
  await expect(drawing(page)).toBeVisible();

  const svg = await saved(page, 'Save SVG');
  expect(svg.name).toBe('query-chart.svg');
  const text = svg.bytes.toString();
  expect(text).toContain('<title>mean by type</title>');
  expect(text).toContain('Slice: over 9 to 40 B.');
  expect(text).not.toContain('var(--');
  const isWellFormed = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return parsed.querySelector('parsererror') === null;
  }, text);
  expect(isWellFormed).toBe(true);

  const png = await saved(page, 'Save PNG');
  expect(png.name).toBe('query-chart.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(600);

  const values = await saved(page, 'Save its CSV');
  expect(values.name).toBe('query-chart.zip');
  const { csv, metadata } = unzipped(values.bytes, 'query-chart.csv');
  expect(csv).toMatch(/^type,mean\n(?:[a-z-]+,[\d.]+\n)+$/);
  expect(metadata).toMatchObject({ 'schema:isBasedOn': { 'schema:text': byType } });
});

test('different names are never cut to the same', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(`${site.url}sql/`);
  await ask(
    page,
    "SELECT 'an-organisation-of-long-name/A-Model-Of-Some-Size-' || n || 'B-instruct' AS name, n FROM range(1, 30) t(n)",
  );
  await ran(page);
  await root(page).getByText('Chart', { exact: true }).click();
  await expect(drawing(page)).toBeVisible();
  const labels = await drawing(page).locator('text').allTextContents();
  // What tells the names apart is left of each.
  const sizes = labels.flatMap((label) => /-(\d+)B/.exec(label)?.[1] ?? []);
  expect(sizes.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 29 }, (_, at) => at + 1));
});

test('a query too long for an address travels behind the #, and one too long for that says so', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  const long = `SELECT 'long' AS it -- ${'x'.repeat(9000)}`;
  await page.goto(`${site.url}sql/`);
  await ask(page, long);
  await ran(page);
  expect(new URL(page.url()).hash.length).toBeGreaterThan(9000);
  await root(page).getByText('Chart', { exact: true }).waitFor({ state: 'detached' });
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(root(page).locator('textarea')).toHaveValue(long);
  // What a server would be sent is short.
  expect(requests.filter((url) => url.split('#')[0]!.length > 2000)).toEqual([]);

  await ask(page, `SELECT 'longer' AS it -- ${'x'.repeat(20_000)}`);
  await ran(
    page,
    /^1 row in .* This query is too long for an address, so it cannot be a link, and a reload loses it\.$/,
  );
  await root(page).getByRole('button', { name: 'Copy link' }).click();
  await ran(page, /^This query is too long for an address/);
});
