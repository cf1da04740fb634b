import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { settled } from './answers.ts';
import { axe } from './axe.ts';
import { queryOf } from './bar.ts';
import { expect, test } from './report.ts';
import { unzipped } from './saved.ts';

const explorer = 'explorer/';
const tally = (page: Page) => page.locator('.explorer-tally');
const names = (page: Page) => page.locator('.table-window tbody th .model-name');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Name contains' });
const relief = (page: Page) => page.locator('.explorer-relief');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(page.locator('.plot-drawing canvas')).toHaveCount(6);
  await settled(page);
}

async function saved(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  return unzipped(await readFile(await download.path()), 'models.csv');
}

test('the file holds what the page shows, axes and brush too, or all columns on request', async ({
  page,
  site,
}) => {
  await open(
    page,
    `${site.url}${explorer}?musr=15-&columns=average&plot1=ifeval.gpqa.moe&plot2=likes.average.none&histograms=bbh.average.average.average`,
  );
  const shown = await saved(page);
  expect(shown.csv.split('\n')[0]).toBe('model,average,ifeval,gpqa,moe,likes,bbh,musr');
  await page.getByRole('combobox', { name: 'Columns of the file' }).selectOption('all');
  const all = await saved(page);
  const header = all.csv.split('\n')[0]!.split(',');
  expect(header.length).toBeGreaterThan(45);
  for (const name of ['rank_low', 'model_sha', 'mmlu_pro']) expect(header).toContain(name);
  expect(all.csv.split('\n')).toHaveLength(shown.csv.split('\n').length);
});

test('the name field takes words in any order, and a regular expression between strokes', async ({
  page,
  site,
}) => {
  await open(page, site.url + explorer);
  await search(page).fill('instruct google gemma-2');
  await expect.poll(() => parameter(page, 'name')).toBe('instruct google gemma-2');
  await settled(page);
  await expect(tally(page)).toHaveText(/^0 of/);
  await search(page).fill('it google gemma-2');
  await expect(names(page).filter({ hasText: 'google/gemma-2-9b-it' })).toHaveCount(1);

  await search(page).fill('/^google\\/gemma-2-\\d+b(-it)?');
  await expect(page.getByRole('alert')).toHaveText('A regular expression ends with a second /.');
  await search(page).fill('/^google\\/gemma-2-\\d+b(-it)?$/');
  await expect.poll(() => parameter(page, 'pattern')).toBe('^google\\/gemma-2-\\d+b(-it)?$');
  expect(parameter(page, 'name')).toBeNull();
  await expect(tally(page)).toContainText('name matches /^google');
  for (const name of await names(page).allTextContents())
    expect(name).toMatch(/^google\/gemma-2-\d+b(-it)?$/);
  await page.reload();
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await settled(page);
  await expect(search(page)).toHaveValue('/^google\\/gemma-2-\\d+b(-it)?$/');

  const before = page.url();
  await search(page).fill('/(gemma/');
  await expect(page.getByRole('alert')).toHaveText(
    'The regular expression cannot be read: a ( is not closed by ).',
  );
  expect(page.url()).toBe(before);
  await page.goto(`${site.url}${explorer}?pattern=(%3F%3Da)`);
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(page.locator('.tool-state')).toContainText('“(?=a)” cannot be read as a pattern');
});

test('the bar names what the page alone filters by, and takes it back', async ({ page, site }) => {
  await open(page, `${site.url}${explorer}?license=apache-2.0&pattern=%5Eqwen%2F&within=rank_low.-900`);
  const own = page.getByRole('list', { name: 'Filters of this page alone' });
  await expect(own.getByRole('button')).toHaveText([
    'this page alone: best rank up to 900',
    'this page alone: name matches /^qwen//',
  ]);
  await expect(tally(page)).toContainText(
    'models in the slice and in the filters of this page alone: best rank up to 900, name matches /^qwen',
  );
  await own.getByRole('button', { name: 'Remove: this page alone: best rank up to 900' }).press('Enter');
  await expect.poll(() => queryOf(page)).toBe('license=apache-2.0&pattern=%5Eqwen/');
  await expect(own.getByRole('button')).toBeFocused();
  await own.getByRole('button').press('Enter');
  await expect(own).toBeHidden();
  await expect(page.locator('.reslice-toggle')).toBeFocused();
  await expect.poll(() => queryOf(page)).toBe('license=apache-2.0');
  await expect(search(page)).toHaveValue('');
  await page.goBack();
  await expect(own.getByRole('button')).toHaveCount(1);
});

test('an empty result says what to undo, with a button for each', async ({ page, site }) => {
  await open(page, `${site.url}${explorer}?size=900-&type=chat&pattern=%5Eqwen%2F`);
  await expect(tally(page)).toHaveText(/^0 of/);
  await expect(relief(page)).toContainText('No model is left. Without one of these there would be some:');
  await expect(relief(page).getByRole('button')).toHaveText([
    /^Undo “over 900 B”: \d+ models$/,
    'Undo all filters',
  ]);
  await expect(page.locator('.table-empty')).toContainText('what to undo stands above the plots');
  const found = await axe(page).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await relief(page).getByRole('button', { name: /900 B/ }).click();
  await settled(page);
  await expect(relief(page)).toHaveCount(0);
  await expect.poll(() => queryOf(page)).toBe('type=chat&pattern=%5Eqwen/');
  await expect(tally(page)).not.toHaveText(/^0 of/);

  await page.goBack();
  await settled(page);
  await relief(page).getByRole('button', { name: 'Undo all filters' }).click();
  await settled(page);
  await expect(tally(page)).toHaveText(/^(\S+) of \1 models in the slice$/);
  await expect(search(page)).toHaveValue('');
  await expect.poll(() => queryOf(page)).toBe('');

  // Only together do these leave none.
  await open(page, `${site.url}${explorer}?size=900-&name=nothing-is-called-so`);
  await expect(relief(page)).toContainText('No single filter is the reason.');
});

test('a wide screen is used: plots in one row, nothing beyond the edge', async ({ page, site }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  await open(page, site.url + explorer);
  const main = (await page.locator('main').boundingBox())!;
  expect(main.width).toBeGreaterThan(1700);
  const tops = await page
    .locator('.plot-frame')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  const [first, second, third] = tops;
  expect(second!.left).toBeGreaterThan(first!.right);
  expect(third!.left).toBeGreaterThan(second!.right);
  expect(third!.top).toBeLessThan(first!.bottom);
  for (const width of [390, 1440, 1920]) {
    await page.setViewportSize({ width, height: 1000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), String(width)).toBe(
      0,
    );
  }
});

test('in the reader’s own colours the keys keep theirs, and shapes stand beside them', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, `${site.url}${explorer}?plot1=parameters_b.average.type`);
  const marks = page.locator('.plot-legend').first().locator('.plot-dot path');
  await expect(marks).toHaveCount(7);
  for (const mark of await marks.all()) await expect(mark).toBeVisible();
  await expect(page.locator('.plot-legend .plot-dot circle').first()).toBeHidden();
  const looks = await marks.evaluateAll((all) =>
    all.slice(0, 6).map((path) => `${getComputedStyle(path).fill} ${path.getAttribute('d')}`),
  );
  expect(new Set(looks.map((look) => look.split(' M')[0])).size).toBe(6);
  expect(new Set(looks.map((look) => look.split(' M')[1])).size).toBe(6);
  const box = page.locator('.sort-mark');
  const [mark, behind] = await box.evaluate((each) => [
    getComputedStyle(each).backgroundColor,
    getComputedStyle(each.closest('th')!).backgroundColor,
  ]);
  expect(mark).not.toBe(behind);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect(page.locator('.plot-legend .plot-dot circle').first()).toBeVisible();
});

test('paper shows the plots with what is kept, the slice, the rows in sight and no control', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, `${site.url}${explorer}?type=chat&average=40-`);
  const fits = () =>
    page.locator('.plot-frame').evaluateAll((all) =>
      all.map((frame) => {
        const widths = [...frame.querySelectorAll('canvas')].map(
          (each) => each.getBoundingClientRect().right,
        );
        return Math.max(...widths) <= frame.getBoundingClientRect().right + 1 && frame.clientWidth <= 640;
      }),
    );
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await fits()).toEqual([true, true, true, true, true, true]);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 1000 });
  expect(await fits()).toEqual([true, true, true, true, true, true]);
  await expect(page.locator('.plot-name').first()).toBeVisible();
  await expect(page.locator('.brush-box:visible').first()).toBeVisible();
  await expect(tally(page)).toBeVisible();
  await expect(names(page).first()).toBeVisible();
  for (const hidden of ['.plot-controls', '.table-search', '.table-save', '.brush-clear', '.column-chooser'])
    await expect(page.locator(hidden).first(), hidden).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect
    .poll(async () => (await page.locator('.plot-frame').first().boundingBox())!.width)
    .toBeGreaterThan(500);
});
