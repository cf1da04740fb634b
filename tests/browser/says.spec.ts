import type { Locator, Page } from '@playwright/test';
import { article, expectAnswer, settled } from './answers.ts';
import { axe } from './axe.ts';
import { bar, sliceOf } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';

const chapter = 'size-and-score/';

/** Words of the chapter by a part of their test. */
const says = (page: Page, part: string): Locator => page.locator(`[data-says*="${part}"]`).first();
const higher = 'low(scaling.points_per_doubling) > 0';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('tested words are plain words', async ({ page, site }) => {
    await page.goto(`${site.url}${chapter}?size=9-40`);
    await expect(says(page, higher)).toHaveText('A bigger model does score higher on average');
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

const changes = (page: Page): Locator => page.locator('.sliced-note');

for (const query of ['size=9-40', 'size=9-39'])
  test(`a chapter opens with what changed under ${query}, each with a link to its place`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}${chapter}?${query}`);
    await expect(changes(page).getByRole('listitem')).not.toHaveCount(0);
    await settled(page);
    const count = (selector: string) => page.locator(`article ${selector}`).count();
    const fallen = await count('[data-outcome="no"]');
    expect(fallen).toBeGreaterThan(0);
    await expect(changes(page).getByRole('status')).toContainText(
      `${fallen} ${fallen === 1 ? 'sentence no longer holds' : 'sentences no longer hold'} in this slice.`,
    );
    await expect(changes(page).getByRole('status')).toContainText(
      `${await count('[data-claim][data-changed]')} of ${await count('[data-claim].is-sliced')} verdicts`,
    );
    const links = changes(page).getByRole('link');
    const shown =
      fallen + (await count('[data-outcome="open"]')) + (await count('[data-claim][data-changed]'));
    await expect(links).toHaveCount(shown + 3);
    for (const link of await links.all())
      // A chart that is drawn late may move a place that has been reached.
      await expect(async () => {
        await link.click();
        const target = page.locator(new URL(page.url()).hash);
        await expect(target).toHaveCount(1);
        await expect(target).toBeInViewport({ timeout: 3000 });
      }).toPass({ timeout: 30_000 });
    expect((await axe(page).analyze()).violations).toEqual([]);
  });

test('without what is published the numbers that moved are left out', async ({ page, site, faults }) => {
  faults.allow(/Failed to load resource.*published/);
  await page.route('**/published/**', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site.url}${chapter}?size=9-40`);
  await expect(changes(page).getByRole('listitem')).not.toHaveCount(0);
  await settled(page);
  await expect(changes(page)).not.toContainText('Largest moves');
});

for (const width of [390, 1440])
  test(`what changed arrives without moving the page, at ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 });
    await watchShifts(page);
    await page.goto(`${site.url}conclusion/?family=qwen`, { waitUntil: 'commit' });
    const text = page.locator('article > .prose').last();
    // Before the page is painted it is not laid out as a reader sees it.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const before = (await text.boundingBox())!.y;
    await expect(changes(page).getByRole('listitem')).not.toHaveCount(0);
    await settled(page);
    expect((await text.boundingBox())!.y).toBe(before);
    expect(await shifted(page)).toBeLessThan(0.02);
  });

test('the conclusion can show the changed claims only, until the slice is taken back', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}conclusion/`);
  const published = await article(page);
  await page.goto(`${site.url}conclusion/?family=qwen`);
  const only = changes(page).getByRole('checkbox', { name: /^Changed only/ });
  await only.check();
  const entries = page.locator('.ledger-entry');
  const changed = await page.locator('.ledger-entry:has([data-changed])').count();
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(await entries.count());
  await expect(entries.filter({ visible: true })).toHaveCount(changed);
  await bar(page).reset.click();
  await expect.poll(() => article(page)).toEqual(published);
  await expect(entries.filter({ visible: true })).toHaveCount(await entries.count());
});
