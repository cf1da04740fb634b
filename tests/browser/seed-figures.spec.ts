import type { Page } from '@playwright/test';
import { wholeTable } from '../../src/slice/slice.ts';
import { expectAnswer, figuresOf, read } from './answers.ts';
import { bar, sliceOf } from './bar.ts';
import { expect, test } from './report.ts';

const chapter = 'size-and-score/';
const query = 'type=chat';
const fold = (page: Page) => page.locator('.fold').first();
const press = (page: Page) => fold(page).locator(':scope > summary').click();

test('a figure of the seed answers a slice when it is unfolded, and not before', async ({
  page,
  site,
  oracle,
}) => {
  const expected = await oracle.expected(sliceOf(query));
  await page.goto(`${site.url}${chapter}?${query}`);
  await expectAnswer(page, expected, oracle);
  await expect(page.locator('.fold [data-figure].is-sliced')).toHaveCount(0);
  const shown = await figuresOf(page).count();
  await press(page);
  await expect(fold(page).locator('.is-sliced')).toHaveCount(1);
  await expect(figuresOf(page)).toHaveCount(shown + 1);
  await expectAnswer(page, expected, oracle);
});

test('a figure of the seed that was folded away again shows what is published after a reset', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(`${site.url}${chapter}?${query}`);
  await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
  await press(page);
  await expect(fold(page).locator('.is-sliced')).toHaveCount(1);
  await press(page);
  await bar(page).reset.click();
  await expect(page.locator('article .is-sliced')).toHaveCount(0);
  await press(page);
  const place = { id: 'score-per-parameter-by-size', preparation: 'prepared' } as const;
  const { takeaway } = await (await oracle.expected(wholeTable)).figure(place);
  const { figures } = await read(page);
  expect(figures.find(({ preparation }) => preparation === 'prepared')).toMatchObject({ takeaway });
});

test('an older slice does not come back with a figure of the seed', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?${query}`);
  await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
  await press(page);
  await expect(fold(page).locator('.is-sliced')).toHaveCount(1);
  await press(page);
  await bar(page).toggle.click();
  await bar(page).preset('9 to 40 B').click();
  await expectAnswer(page, await oracle.expected(sliceOf(`${query}&size=9-40`)), oracle);
  await expect(fold(page).locator('.is-sliced')).toHaveCount(0);
  await press(page);
  await expect(fold(page).locator('.is-sliced')).toHaveCount(1);
  await expectAnswer(page, await oracle.expected(sliceOf(`${query}&size=9-40`)), oracle);
});
