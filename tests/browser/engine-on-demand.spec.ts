import { wholeTable } from '../../src/slice/slice.ts';
import { article, notice, state } from './answers.ts';
import { bar, openBar, tabTo } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';

const chapter = 'size-and-score/';

test('reading asks nothing of the engine; opening the filters does', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.waitForLoadState('networkidle');
  const text = (await page.locator('article').boundingBox())!;
  await page.mouse.move(text.x + 2, 400);
  for (let times = 0; times < 12; times++) await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(3000);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.getByText('Table, data and SQL').first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.mouse.move(text.x + 2, 400);
  await page.locator('.term').first().click();
  await expect(page.locator('.term-definition').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await bar(page).toggle.hover();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);

  const asked = page.waitForRequest(/\/engine\/manifest\.json$/);
  await bar(page).toggle.click();
  await asked;
});

test('a pointer that rests at the top while the page scrolls is no reach for the bar', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.mouse.move(20, 20);
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
  await expect(bar(page).root).toBeInViewport();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);
});

test('opening the filters with the keyboard starts the engine, too', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await tabTo(page, bar(page).toggle);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);
  const asked = page.waitForRequest(/\/engine\/manifest\.json$/);
  await page.keyboard.press('Enter');
  await asked;
});

test('the engine that intent has loaded shows nothing until a slice is set', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  const loaded = page.waitForResponse(/\.wasm\.zst$/);
  await openBar(page);
  await (await loaded).finished();
  await expect(notice(page)).toBeHidden();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  expect(await article(page)).toEqual(published);
});
