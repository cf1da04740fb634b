import { expectAnswer, notice, settled, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, test } from './report.ts';

const chapter = 'size-and-score/';

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
  let lost = true;
  await page
    .context()
    .route(/\.vega\.json$/, (route) => (lost ? route.abort('internetdisconnected') : route.fallback()));
  await page.goto(`${site.url}${chapter}?size=9-40`);
  const broken = page.locator('[data-figure].is-broken:not([data-folds]:not([open]) *)');
  await expect(broken).not.toHaveCount(0);
  await settled(page);
  expect(await broken.count()).toBeGreaterThan(1);
  await expect(broken.first().locator('.figure-n')).toContainText(
    'The chart still shows the published rows: the server did not answer; check the connection and try again.',
  );
  const again = page.getByRole('button', { name: 'Try again' });
  await again.first().click();
  await expect(broken.first().locator('.figure-n')).toContainText('did not answer');
  lost = false;
  await again.last().click();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
  await expect(again).toHaveCount(0);
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
