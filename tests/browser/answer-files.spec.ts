import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFigure } from '../../src/figures/figures.ts';
import { answeredSlices, fileNameOf } from '../../src/slice/answered.ts';
import { article, expectAnswer, figuresOf, notice, settled } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';

const folder = 'dist/data/answers';
const isFile = (url: string) => /\/data\/answers\/(?!.*\/published\/)/.test(url);

test('every slice that is answered from files has its folder, under one version', () => {
  const [version] = readdirSync(folder);
  expect(readdirSync(folder)).toHaveLength(1);
  for (const slice of answeredSlices.values())
    expect(readdirSync(join(folder, version!, fileNameOf(slice)))).not.toEqual([]);
});

for (const [name, query] of [
  ['a preset', 'size=9-40'],
  ['a size class of a type', 'size=-9&type=chat'],
  ['the notebook’s preparation', 'preparation=prepared'],
  ['an empty slice', 'size=9-40&type=continued'],
] as const)
  test(`${name} is answered without the engine`, async ({ page, site, oracle }) => {
    const requests = requestsOf(page);
    await page.goto(`${site.url}official-and-community/?${query}`);
    await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
    expect(requests.filter(isFile)).toHaveLength(1);
    expect(requests.filter(isEngine)).toEqual([]);
  });

test('verdicts of both preparations are answered without the engine', async ({ page, site, oracle }) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}conclusion/?moe=yes`);
  await expectAnswer(page, await oracle.expected(sliceOf('moe=yes')), oracle);
  expect(requests.filter(isEngine)).toEqual([]);
});

test('reading loads no file of answers, nor does opening the filters', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}size-and-score/`);
  await openBar(page);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isFile)).toEqual([]);
});

test('a file is asked for once; what is not published asks the engine', async ({ page, site, oracle }) => {
  const requests = requestsOf(page);
  await page.goto(`${site.url}size-and-score/?size=9-40`);
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
  await openBar(page);
  await bar(page).preset('Chat').click();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40&type=chat')), oracle);
  await page.goBack();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
  expect(requests.filter(isFile)).toHaveLength(2);
  await page.goto(`${site.url}size-and-score/?size=2-7`);
  await expectAnswer(page, await oracle.expected(sliceOf('size=2-7')), oracle);
  expect(requests.filter(isFile)).toHaveLength(2);
  expect(requests.filter(isEngine).length).toBeGreaterThan(0);
});

for (const [name, answer] of [
  ['does not come', { status: 404 }],
  ['is damaged', { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) }],
  ['is no answer', { status: 200, body: '<!doctype html>' }],
  [
    'is of another page',
    { status: 200, body: '{"models":1,"parts":{"reviewed":{"estimates":{},"figures":{}}}}' },
  ],
] as const)
  test(`where a file ${name}, the engine answers`, async ({ page, site, oracle, faults }) => {
    faults.allow(/Failed to load resource.*\/data\/answers\//);
    await page.route('**/data/answers/**', (route) => route.fulfill(answer));
    await page.goto(`${site.url}size-and-score/?size=9-40`);
    await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
    await expect(notice(page)).toBeHidden();
  });

test('charts in the window are drawn before those that are not', async ({ page, site }) => {
  await page.goto(`${site.url}size-and-score/`);
  const published = await article(page);
  const ids = await figuresOf(page).evaluateAll((each) =>
    each
      .filter((figure) => !figure.closest('[data-folds]'))
      .map((figure) => (figure as HTMLElement).dataset.figure!),
  );
  const drawn = ids.filter((id) => !findFigure(id)!.publishedOnly);
  await page
    .locator(`[data-figure="${drawn.at(-1)}"] .figure-chart`)
    .first()
    .scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const order: string[] = [];
    Object.assign(window, { order });
    new MutationObserver(() => {
      for (const live of document.querySelectorAll('.figure-live')) {
        const { figure } = (live.closest('[data-figure]') as HTMLElement).dataset;
        if (!order.includes(figure!)) order.push(figure!);
      }
    }).observe(document.body, { subtree: true, childList: true });
    history.pushState(null, '', '?size=9-40');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.locator('.figure-live').nth(1)).toBeAttached();
  await settled(page);
  const order = await page.evaluate(() => (window as unknown as { order: string[] }).order);
  expect(order[0]).toBe(drawn.at(-1));
  expect(order.length).toBeGreaterThan(1);
  expect(await article(page)).not.toEqual(published);
});
