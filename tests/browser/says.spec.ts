import type { Locator, Page } from '@playwright/test';
import { article, expectAnswer, settled } from './answers.ts';
import { axe } from './axe.ts';
import { bar, sliceOf } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';

const chapter = 'size-and-score/';

/** Words of the chapter by a part of their test. */
const says = (page: Page, part: string): Locator => page.locator(`[data-says*="${part}"]`).first();
const higher = 'low(scaling.points_per_doubling) > 0';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('tested words are plain words', async ({ page, site }) => {
    await page.goto(`${site.url}${chapter}?size=9-40`);
    await expect(says(page, higher)).toHaveText('does score higher on average');
    await expect(page.locator('article del, article ins, .says-why')).toHaveCount(0);
  });
});

// The first is answered from a file, the others by the engine.
for (const [query, asks] of [
  ['size=9-40', false],
  ['size=2-2.2', true],
  ['family=qwen&size=9-40&preparation=prepared', true],
] as const)
  test(`words are judged under ${query}, and put back`, async ({ page, site, oracle }) => {
    const requests = requestsOf(page);
    await page.goto(site.url + chapter);
    const published = await article(page);
    await page.goto(`${site.url}${chapter}?${query}`);
    await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
    expect(requests.some(isEngine)).toBe(asks);
    await expect(page.locator('[data-says]:is([data-outcome="no"], [data-outcome="open"])')).not.toHaveCount(
      0,
    );
    await bar(page).reset.click();
    await settled(page);
    await expect.poll(() => article(page)).toEqual(published);
  });

test('words that are struck, and those in their place, say why by keyboard and pass axe', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}${chapter}?size=9-40`);
  const struck = page.locator('[data-outcome="no"]').first();
  await expect(struck.locator('del')).toBeVisible();
  await struck.getByRole('button', { name: 'why' }).focus();
  await page.keyboard.press('Enter');
  const card = struck.locator('.term-definition');
  await expect(card).toBeVisible();
  await expect(card).toContainText('is false.');
  const { violations } = await axe(page).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});
