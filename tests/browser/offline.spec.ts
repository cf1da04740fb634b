import type { Page } from '@playwright/test';
import { findFigure } from '../../src/figures/figures.ts';
import { article, expectAnswer, figuresOf, notice, settled, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, test } from './report.ts';

const chapter = 'size-and-score/';

/** How many figures of the page answer a slice that leaves none too few. */
async function answering(page: Page): Promise<number> {
  const ids = await figuresOf(page).evaluateAll((all) =>
    all.map((each) => (each as HTMLElement).dataset.figure!),
  );
  return ids.filter((id) => !findFigure(id)!.publishedOnly).length;
}

test.beforeEach(({ faults }) => faults.allow(/Failed to load resource/));

test('offline before the first slice the page stays, and trying again answers without a reload', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await state(page).innerText();
  await page.evaluate(() => (document.documentElement.dataset.before = ''));
  await page.context().setOffline(true);
  // Without the form, which has not come, a slice is set by the browser's own history.
  await page.evaluate(() => {
    history.pushState({}, '', '?size=9-40');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(notice(page)).toContainText(
    'you seem to be offline; what you read stays; try again once you are connected. The page shows the published numbers.',
  );
  await expect(notice(page)).not.toContainText(/reload/i);
  await expect(state(page)).toHaveText(published);
  await bar(page).again.click();
  await expect(bar(page).again).toBeVisible();
  await page.context().setOffline(false);
  await bar(page).again.click();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
  await expect(page.locator('html[data-before]')).toHaveCount(1);
  await openBar(page);
  await settled(page);
});

test('charts that could not be drawn say so, and one press of a button draws them all', async ({
  page,
  site,
  oracle,
}) => {
  const asked: string[] = [];
  let lost = true;
  await page.context().route(/\.vega\.json$/, (route) => {
    asked.push(route.request().url());
    return lost ? route.abort('internetdisconnected') : route.fallback();
  });
  await page.goto(`${site.url}${chapter}?type=chat`);
  const broken = page.locator('[data-figure].is-broken:visible');
  const again = page.getByRole('button', { name: 'Try again' });
  await settled(page);
  const all = await answering(page);
  await expect(broken).toHaveCount(all);
  await expect(again).toHaveCount(all);
  await expect(broken.first()).toContainText(
    'The chart still shows the published rows: the server did not answer; check the connection and try again.',
  );
  const before = asked.length;
  await again.first().click();
  await expect.poll(() => asked.length - before).toBe(all);
  await expect(again).toHaveCount(all);

  lost = false;
  // A chart that is reached for tries by itself, with the rows of the slice.
  await broken.last().locator('.figure-chart').hover();
  await expect(broken).toHaveCount(all - 1);
  await again.first().focus();
  await page.keyboard.press('Enter');
  await expect(broken).toHaveCount(0);
  await expect(again).toHaveCount(0);
  await expect(page.locator('.figure-menu-toggle:focus')).toHaveCount(1);
  await page.mouse.move(0, 0);
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
});

test('what failed of a slice is forgotten when the page goes back to what is published', async ({
  page,
  site,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  await page.context().route(/\.vega\.json$/, (route) => route.abort('internetdisconnected'));
  // Reached for where nothing is sliced, then under a slice, then after a reset.
  const chart = page.locator('[data-figure] .figure-chart').first();
  await chart.hover();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toHaveCount(1);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    history.pushState({}, '', '?type=chat');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(again).toHaveCount(await answering(page));
  await bar(page).reset.click();
  await expect(again).toHaveCount(0);
  await expect.poll(() => article(page)).toEqual(published);
});

test('offline with the engine there the numbers answer, and charts are drawn once connected', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  await openBar(page);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await bar(page).preset('Chat').click();
  const broken = page.locator('[data-figure].is-broken:visible');
  await expect(broken).toHaveCount(await answering(page));
  await expect(broken.first()).toContainText('you seem to be offline');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(broken).toHaveCount(0);
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
});

test('the button that reloads keeps a page whose server no longer answers', async ({ page, site }) => {
  await page.context().route(/(?:load-engine|answering)[^/]*\.js$/, (route) => route.abort());
  await page.goto(`${site.url}${chapter}?size=9-40`);
  const reload = page.getByRole('button', { name: 'Reload the page' });
  await expect(reload).toBeVisible();
  await page.evaluate(() => (document.documentElement.dataset.before = ''));
  await page.context().setOffline(true);
  await reload.click();
  await expect(notice(page)).toContainText('you seem to be offline');
  await expect(page.locator('html[data-before]')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const tool of ['explorer/', 'models/', 'choose/'])
  test(`${tool}: offline before the first touch what is published stays, and it works once connected`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + tool);
    await page.evaluate(() => (document.documentElement.dataset.before = ''));
    await page.context().setOffline(true);
    const view = page.locator('.first-view').first();
    const status = page.locator('.tool-state').first();
    await page.locator('.tool input:visible').first().focus();
    await expect(status).toContainText('you seem to be offline; what you read stays');
    await expect(view).toBeVisible();
    await page.context().setOffline(false);
    await status.getByRole('button', { name: 'Try again' }).click();
    await expect(status).not.toContainText('offline');
    await expect(page.locator('html[data-before]')).toHaveCount(1);
    await settled(page);
  });
