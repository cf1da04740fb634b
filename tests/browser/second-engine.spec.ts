// What a reader does most, once more in a browser of another make; playwright.config.ts says which, if any.
import { wholeTable, formatSlice } from '../../src/slice/slice.ts';
import { article, charts, expectAnswer, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, test } from './report.ts';

// This browser's driver runs its own code in the page as `eval`, which the policy forbids; that the page keeps
// the policy is tested in the other browser.
test.beforeEach(({ context }) =>
  context.route(
    ({ pathname }) => pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
      await route.fulfill({ response, body });
    },
  ),
);

const chapter = 'size-and-score/';

for (const width of [360, 1440])
  test(`a chapter reads at ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url + chapter);
    await expect(charts(page).first()).toBeVisible();
    const box = (await charts(page).first().boundingBox())!;
    expect(box.width).toBeGreaterThan(250);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  });

test('a slice answers what the native engine answers; back undoes it', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  await openBar(page);
  await bar(page).preset('Chat').click();
  const slice = sliceOf('type=chat');
  await expectAnswer(page, await oracle.expected(slice), oracle);
  expect(await page.evaluate(() => location.search)).toBe(`?${formatSlice(slice)}`);
  await page.evaluate(() => history.back());
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect.poll(() => article(page)).toEqual(published);
});

test('the explorer keeps what the slice keeps', async ({ page, site, oracle }) => {
  const slice = sliceOf('type=chat');
  const { models } = await oracle.expected(slice);
  const all = await oracle.expected(wholeTable);
  await page.goto(`${site.url}explorer/?type=chat`);
  await expect(page.locator('.explorer-tally')).toHaveText(
    `${models.toLocaleString('en')} of ${all.models.toLocaleString('en')} models in the slice`,
  );
  await expect(page.locator('.plot canvas').first()).toBeVisible();
});

test('the model finder finds a model', async ({ page, site }) => {
  await page.goto(`${site.url}models/`);
  await page.getByRole('combobox', { name: /model/ }).fill('Qwen/Qwen2.5-7B-Instruct');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Qwen/Qwen2.5-7B-Instruct' })).toContainText('7.62 B');
});

test('a query of the reader runs', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}sql/?q=${encodeURIComponent('SELECT count(*) AS models FROM models')}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const { models } = await oracle.expected(wholeTable);
  const result = page.getByRole('region', { name: 'Result of the query' });
  await expect(result.getByRole('cell', { name: String(models), exact: true })).toBeVisible();
});
