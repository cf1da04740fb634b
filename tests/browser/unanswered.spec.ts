import type { Page } from '@playwright/test';
import { settled } from './answers.ts';
import { expect, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';

/** A page of each kind that answers its address, an address that asks something of it, and what it then shows. */
const kinds = [
  ['front', '', 'type=chat', /shows all models\./],
  ['chapter', 'size-and-score/', 'size=9-40', /shows all models\./],
  ['two slices', 'size-and-score/', 'vs=type%3Dchat', /shows all models\./],
  ['conclusion', 'conclusion/', 'provider=official', /shows all models\./],
  ['explorer', 'explorer/', 'type=chat', /shows all models\./],
  ['finder', 'models/', 'size=-9', /shows all models\./],
  ['SQL', 'sql/', 'type=chat', /shows all models\./],
  ['choose', 'choose/', 'licence=free', /shows the answer for 24\sGB/],
] as const;

const words = (page: Page) => page.locator('.unanswered:visible');
const late = (page: Page) => page.locator('.unanswered.is-late');

/** Lets the time pass that a page gives its scripts, before which nothing is said. */
const passTime = (page: Page) =>
  page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [kind, path, query, shows] of kinds)
    test(`${kind}: the page says that it answers no address, with one and without`, async ({
      page,
      site,
    }) => {
      for (const address of [`${site.url}${path}?${query}`, site.url + path]) {
        await page.goto(address);
        await expect(words(page)).toHaveCount(1);
        await expect(words(page)).toHaveText(shows);
        await expect(words(page)).toContainText('Without JavaScript');
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
      }
    });
});

for (const [kind, path, query, shows] of kinds)
  test(`${kind}: where scripts do not come, an address that asks something is said to be unanswered`, async ({
    page,
    site,
    faults,
  }) => {
    faults.allow(/Failed to load resource/);
    await page.context().route(/\/_astro\/.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await watchShifts(page);
    await page.goto(`${site.url}${path}?${query}`);
    // A chapter waits as its reader does.
    if (kind !== 'chapter') await passTime(page);
    await expect(late(page)).toBeVisible();
    await expect(late(page)).toHaveText(shows);
    // What is published is read again.
    for (const view of await page.locator('.first-view').all()) await expect(view).toBeVisible();
    expect(await shifted(page)).toBeLessThan(0.02);
  });

test('where not even the first script comes, the page says so whatever is asked', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  await page.context().route(/\.js$/, (route) => route.abort());
  await page.goto(`${site.url}size-and-score/`);
  await passTime(page);
  await expect(late(page)).toBeVisible();
});

test('a page whose scripts come never says it, nor one of which nothing is asked', async ({ page, site }) => {
  await page.addInitScript(() => {
    const told = Object.assign(window, { said: [] as string[] });
    addEventListener('animationend', ({ animationName, target }) =>
      told.said.push(`${animationName} ${(target as Element).className}`),
    );
  });
  for (const [, path, query] of kinds) {
    await page.goto(`${site.url}${path}?${query}`);
    await settled(page);
    await expect(late(page)).toBeHidden();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([]);
  }
  await page
    .context()
    .route(/\/_astro\/.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript' }));
  await page.goto(`${site.url}size-and-score/`);
  expect(await late(page).evaluate((line) => getComputedStyle(line).display)).toBe('none');
});
