import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { settled } from './answers.ts';
import { axe } from './axe.ts';
import { expect, requestsOf, test } from './report.ts';
import { unzipped } from './saved.ts';
import { rootSite } from './sites.ts';

const explorer = 'explorer/';
const tally = (page: Page) => page.locator('.explorer-tally');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const drawing = (page: Page, plot: number) => page.locator('.plot-drawing').nth(plot);
const group = (value: number) => value.toLocaleString('en');

/** The reviewed models as they are published. */
const published = async (): Promise<Record<string, string>[]> =>
  parse(await readFile(join(rootSite.folder, 'data/models.csv'), 'utf8'), { columns: true });

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(page.locator('.plot-drawing canvas')).toHaveCount(6);
  await settled(page);
}

/** Strokes over a plot, by shares of its width and height from the upper left. */
async function stroke(page: Page, plot: number, from: [number, number], to: [number, number]) {
  const pad = page.locator('.brush-pad').nth(plot);
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  await page.mouse.move(x + from[0] * width, y + from[1] * height);
  await page.mouse.down();
  await page.mouse.move(x + to[0] * width, y + to[1] * height, { steps: 3 });
  return () => page.mouse.up();
}

test('published ranks stand on an axis, are stroked, saved and taken back', async ({ page, site }) => {
  const requests = requestsOf(page);
  const fetched = () => requests.filter((url) => url.includes('tables-estimates'));
  const chat = (await published()).filter(({ type }) => type === 'chat');
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, `${site.url}${explorer}?type=chat&columns=none`);
  await expect(tally(page)).toContainText(`${group(chat.length)} of `);
  expect(fetched()).toEqual([]);

  const plot = page.getByRole('region', { name: 'Scatter plot 1' });
  await plot.getByRole('combobox', { name: 'Up' }).selectOption({ label: 'Worst rank' });
  await plot.getByRole('combobox', { name: 'Across' }).selectOption({ label: 'Rank' });
  await expect.poll(() => parameter(page, 'plot1')).toBe('rank.rank_high.provider');
  await expect(drawing(page, 0)).toHaveAttribute(
    'aria-label',
    /: Published worst rank among all models, against Published rank among all models\. /,
  );
  await expect(plot.locator('.plot-note')).toContainText(
    'Rank, Worst rank: among all models of the preparation, as published. A slice does not compute them anew. Best and worst rank are the ends of a 95\u00a0% interval for the error of the questions alone, not for other weights of the benchmarks.',
  );
  expect(fetched()).toHaveLength(1);

  const release = await stroke(page, 0, [0.1, 0.05], [0.5, 0.9]);
  await expect(tally(page)).not.toContainText(`${group(chat.length)} of `);
  expect(parameter(page, 'within')).toBeNull();
  const live = (await tally(page).textContent())!.split(' ')[0]!;
  await release();
  await expect
    .poll(() => parameter(page, 'within'))
    .toMatch(/^rank_high\.\d+-\d+,rank\.\d+-\d+$|^rank\.\d+-\d+,rank_high\.\d+-\d+$/);
  // The slice, which the chapters share, stays.
  expect(parameter(page, 'type')).toBe('chat');
  const bounds = parameter(page, 'within')!
    .split(',')
    .map((each) => /^(\w+)\.(\d+)-(\d+)$/.exec(each)!.slice(1) as [string, string, string]);
  const kept = chat.filter((model) =>
    bounds.every(
      ([column, from, to]) => Number(model[column]) >= Number(from) && Number(model[column]) <= Number(to),
    ),
  );
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(chat.length);
  await expect(tally(page)).toContainText(`${group(kept.length)} of `);
  expect(live).toBe(group(kept.length));
  await expect(page.locator('.table-count')).toContainText(`${group(kept.length)} models`);
  await expect(page.locator('.brush-box').first()).toBeVisible();

  // The same bounds can be read and typed.
  const within = page.locator('.within');
  await expect(within.locator('summary')).toContainText('Kept: ');
  await within.getByLabel('Column').selectOption({ label: 'Rank' });
  const [, from, to] = bounds.find(([column]) => column === 'rank')!;
  await expect(within.getByLabel('from', { exact: true })).toHaveValue(from);
  await expect(within.getByLabel('to', { exact: true })).toHaveValue(to);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const file = unzipped(await readFile(await download.path()), 'models.csv');
  const rows: Record<string, string>[] = parse(file.csv, { columns: true });
  expect(Object.keys(rows[0]!).slice(0, 3)).toEqual(['model', 'rank', 'rank_high']);
  expect(rows).toHaveLength(kept.length);
  const rankOf = new Map(kept.map((model) => [model.model, model.rank]));
  for (const row of rows) expect(row.rank).toBe(rankOf.get(row.model));

  // An address opens as it was left.
  await page.reload();
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(tally(page)).toContainText(`${group(kept.length)} of `);
  await expect(page.locator('.brush-box').first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear the range of Rank and Worst rank' }).click();
  await expect.poll(() => parameter(page, 'within')).toBeNull();
  await expect(tally(page)).toContainText(`${group(chat.length)} of `);
  await page.goBack();
  await expect(tally(page)).toContainText(`${group(kept.length)} of `);
});

test('a stroke along a rank and a score sets the bounds of one and the slice of the other at once', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, `${site.url}${explorer}?plot1=rank-log.average.none`);
  const release = await stroke(page, 0, [0.2, 0.1], [0.7, 0.8]);
  await release();
  await expect.poll(() => parameter(page, 'within')).toMatch(/^rank\.\d+-\d+$/);
  await expect.poll(() => parameter(page, 'average')).toMatch(/^[\d.]+-[\d.]+$/);
  await page.goBack();
  await expect.poll(() => parameter(page, 'within')).toBeNull();
  expect(parameter(page, 'average')).toBeNull();
});

test('where the ranks do not come the page says so, keeps what it drew, and asks again', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/net::ERR_FAILED/);
  await page.route(/tables-estimates/, (route) => route.abort());
  await open(page, site.url + explorer);
  const plot = page.getByRole('region', { name: 'Scatter plot 1' });
  await plot.getByRole('combobox', { name: 'Across' }).selectOption({ label: 'Best rank' });
  await expect(page.locator('.tool-state')).toContainText('The page still shows the answer before');
  await expect(page.locator('.plot-drawing canvas')).toHaveCount(6);
  await page.unroute(/tables-estimates/);
  await plot.getByRole('combobox', { name: 'Across' }).selectOption({ label: 'Rank' });
  await expect(drawing(page, 0)).toHaveAttribute('aria-label', /against Published rank among all models/);
  await expect(page.locator('.tool-state')).not.toContainText('The page still shows the answer before');
});

for (const [width, colours] of [
  [390, 'none'],
  [360, 'active'],
] as const)
  test(`ranks fit a telephone of ${width} pixels, colours forced: ${colours}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ forcedColors: colours });
    await open(
      page,
      `${site.url}${explorer}?plot1=rank.rank_high.type&histograms=rank.rank_low.rank_high.carbon_fold&within=rank.1-500,rank_high.-2000`,
    );
    await expect(drawing(page, 2)).toHaveAttribute(
      'aria-label',
      /^Histogram of Published rank among all models:/,
    );
    await expect(page.locator('.brush-box').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    if (colours === 'none') expect((await axe(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });
