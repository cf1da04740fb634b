import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { brotliBytes } from '../budgets.ts';
import { expect, requestsOf, test } from './report.ts';
import { rootSite, sites } from './sites.ts';

const results = (page: Page, title: RegExp) =>
  page.locator('[data-results] section').filter({ has: page.getByRole('heading', { name: title }) });

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('an address with words is answered, and what is found is there', async ({ page, site }) => {
      await page.goto(`${site.url}search/?q=carbon+elasticity`);
      await expect(page.getByRole('searchbox')).toHaveValue('carbon elasticity');
      await expect(page.getByRole('status')).toContainText(/“carbon elasticity”: \d+ places/);
      const term = results(page, /^Terms/).getByRole('link', { name: 'Elasticity' });
      await expect(term).toBeVisible();
      await expect(
        results(page, /^Claims/)
          .getByRole('listitem')
          .first(),
      ).toContainText(/Holds|Cannot be told/);
      await results(page, /^Text/).getByRole('link', { name: 'How carbon follows size' }).click();
      await expect(page).toHaveURL(`${site.url}carbon/#how-carbon-follows-size`);
      await expect(page.locator('#how-carbon-follows-size')).toBeInViewport();
    });
  });

test('the header of a page leads to the search, which answers while one types and keeps it in the address', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}carbon/`);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(`${site.url}search/`);
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.endsWith('/data/search.json'))).toEqual([]);
  await page.getByRole('searchbox').pressSequentially('gini');
  const number = results(page, /^Numbers/)
    .getByRole('link')
    .first();
  await expect(number).toHaveAttribute('href', /\/numbers\/#orgs\.gini$/);
  await expect(page).toHaveURL(`${site.url}search/?q=gini`);
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('[data-results] section')).toHaveCount(0);
  await expect(page).toHaveURL(`${site.url}search/`);
  expect(requests.filter((url) => url.includes('/engine/'))).toEqual([]);
});

for (const [words, found] of [
  ['commercial', 'What a licence binds'],
  ['KV cache', 'What a long context takes'],
] as const)
  test(`“${words}” finds the place of the page for a machine that is about it`, async ({ page, site }) => {
    await page.goto(`${site.url}search/?${new URLSearchParams({ q: words }).toString()}`);
    await results(page, /^Text/).getByRole('link', { name: found }).click();
    await expect(page).toHaveURL(/\/choose\/#choose-/);
    await expect(page.getByRole('heading', { name: found })).toBeInViewport();
  });

test('a model is found by parts of its name and leads to its card', async ({ page, site }) => {
  await page.goto(`${site.url}search/?q=gemma2+9b+it`);
  const model = results(page, /^Models/).getByRole('link', { name: 'google/gemma-2-9b-it', exact: true });
  await expect(model).toHaveAttribute('href', '/models/?m=google%2Fgemma-2-9b-it');
});

test('long lists show more on request, and the focus goes to the first of them', async ({ page, site }) => {
  await page.goto(`${site.url}search/?q=llama`);
  const models = results(page, /^Models/);
  await expect(models.getByRole('listitem')).toHaveCount(6);
  await models.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(models.getByRole('listitem')).toHaveCount(100);
  await expect(models.getByRole('link').nth(6)).toBeFocused();
});

test('what is looked for and what is found is text, never markup', async ({ page, site }) => {
  const name = 'x/<img src=x onerror=alert(1)>';
  await page.route('**/data/search.json', async (route) => {
    const file = JSON.parse(await readFile(join(rootSite.folder, 'data/search.json'), 'utf8')) as {
      models: unknown[];
      entries: unknown[];
    };
    file.models.push(['x', ['<img src=x onerror=alert(1)>']]);
    file.entries.push([
      'text',
      '<b>img</b> src',
      '',
      'carbon/',
      '<img src=x> says <script>alert(1)</script>',
    ]);
    await route.fulfill({ json: file });
  });
  await page.goto(`${site.url}search/?${new URLSearchParams({ q: '<img src' }).toString()}`);
  await expect(page.getByRole('status')).toContainText('“<img src”');
  await expect(results(page, /^Models/).getByRole('link', { name, exact: true })).toBeVisible();
  await expect(
    results(page, /^Text/).getByRole('link', { name: '<b>img</b> src', exact: true }),
  ).toBeVisible();
  await expect(page.locator('[data-results] img, [data-results] b, [data-results] script')).toHaveCount(0);
});

test('nothing found, and a file that does not come, are said; the next press tries again', async ({
  page,
  site,
  faults,
}) => {
  await page.goto(`${site.url}search/?q=quokkas`);
  await expect(page.getByRole('status')).toHaveText(/^Nothing was found for “quokkas”/);
  faults.allow(/Failed to load resource/);
  await page.route('**/data/search.json', (route) => route.fulfill({ status: 500 }));
  await page.goto(`${site.url}search/?q=carbon`);
  await expect(page.getByRole('status')).toHaveText(/could not be loaded/);
  await page.unroute('**/data/search.json');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('status')).toContainText('places');
});

test('axe finds nothing in results, light and dark, at 360 pixels', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.url}search/?q=carbon`);
  await expect(page.getByRole('status')).toContainText('places');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axe(page).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  }
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBe(clientWidth);
});

test('what a search loads is light', async () => {
  const file = await readFile(join(rootSite.folder, 'data/search.json'));
  expect(brotliBytes(file)).toBeLessThan(150_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page names the lists that it would look through', async ({ page, site }) => {
    await page.goto(`${site.url}carbon/`);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Glossary' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  });
});
