import type { Page } from '@playwright/test';
import { expect, requestsOf, test } from './report.ts';

const page = 'models/';
const files = /\/data\/profiles\//;
const card = (on: Page, name: string) => on.getByRole('article', { name });
const front = (on: Page) => on.locator('.finder-front');
const field = (on: Page) => on.getByRole('combobox', { name: /model/ });

/** Holds the engine back until it is let go. */
async function holdEngine(on: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await on.route('**/*.wasm*', async (route) => {
    await held.promise;
    await route.continue();
  });
  return () => held.resolve();
}

test('a model that is chosen has its card before the engine, and keeps it when the engine is there', async ({
  page: on,
  site,
}) => {
  const release = await holdEngine(on);
  const requests = requestsOf(on);
  await on.goto(site.url + page);
  await field(on).fill('google/gemma-2-9b-it');
  await on.keyboard.press('Enter');
  const shown = card(on, 'google/gemma-2-9b-it');
  await expect(shown).toContainText('Against its root, the pretrained model google/gemma-2-9b');
  await expect(shown).toContainText('Its descendants');
  await expect(shown.locator('.finder-strip')).toHaveCount(8);
  expect(requests.filter((url) => files.test(url))).toHaveLength(1);
  await shown.evaluate((element) => element.setAttribute('data-same', ''));
  const before = await shown.innerText();

  await field(on).fill('google/gemma-2-2b');
  await on.keyboard.press('Enter');
  await expect(on.getByRole('heading', { name: 'Side by side' })).toBeVisible();
  await expect(on.locator('.finder-card')).toHaveCount(2);
  await on.locator('.finder-card').nth(1).getByRole('button', { name: 'Remove' }).click();
  await expect(on.locator('.finder-card')).toHaveCount(1);

  release();
  await expect(front(on).locator('.vega-embed svg')).toBeVisible();
  await expect(shown).toHaveAttribute('data-same', '');
  expect(await shown.innerText()).toBe(before);
  // The front marks it.
  await expect(front(on).locator('.finder-plot')).toContainText('gemma-2-9b-it');
});

test('the name of a former repository leads to the card as well; a link on the card to the next', async ({
  page: on,
  site,
}) => {
  await holdEngine(on);
  await on.goto(`${site.url}${page}?m=MISTRALAI/mixtral-8x7b-instruct-v0.1`);
  const shown = card(on, 'mistralai/Mixtral-8x7B-Instruct-v0.1');
  await expect(shown).toBeVisible();
  const next = shown.locator('.finder-list a').first();
  const name = await next.innerText();
  await next.press('Enter');
  await expect(card(on, name).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(shown).toHaveCount(0);
});

for (const name of [
  'Qwen/Qwen2.5-7B',
  'meta-llama/Llama-3.1-8B',
  'qingy2024/Benchmaxx-Llama-3.2-1B-Instruct',
])
  test(`the card of ${name} is the same without its file, from the engine`, async ({
    page: on,
    site,
    faults,
  }) => {
    await on.goto(`${site.url}${page}?m=${name}`);
    const filed = await card(on, name).innerHTML();
    faults.allow(/Failed to load resource.*404/);
    await on.route(files, (route) => route.fulfill({ status: 404, body: '' }));
    await on.reload();
    await expect(card(on, name)).toBeVisible();
    expect(await card(on, name).innerHTML()).toBe(filed);
  });

test('under another preparation the engine says what there is', async ({ page: on, site }) => {
  const requests = requestsOf(on);
  await on.goto(`${site.url}${page}?preparation=prepared&m=Qwen/Qwen2.5-7B`);
  await expect(card(on, 'Qwen/Qwen2.5-7B')).toBeVisible();
  expect(requests.filter((url) => files.test(url))).toEqual([]);
});
