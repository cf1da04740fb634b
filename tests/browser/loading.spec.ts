import type { Page, Route } from '@playwright/test';
import { article, expectAnswer, notice, settled, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';
import { sites } from './sites.ts';

const chapter = 'size-and-score/';
const query = 'size=9-40';
/** What duckdb-wasm logs when its worker is stopped while it still reads its script. */
const stoppedWorker = /error in duckdb worker|console error: ErrorEvent/;
const wasm = /\.wasm\.zst$/;

/** Holds the engine's largest file back until it is let go. */
async function hold(page: Page): Promise<{ release(): Promise<void> }> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const waiting: Promise<unknown>[] = [];
  await page.context().route(wasm, (route: Route) => {
    const answer = opened.then(() => route.continue()).catch(() => undefined);
    waiting.push(answer);
    return answer;
  });
  return {
    async release() {
      open();
      await Promise.all(waiting);
      await page.context().unroute(wasm);
    },
  };
}

// Without the files of answers, as in a page that is older than the site, presets ask the engine.
test.beforeEach(async ({ page, faults }) => {
  faults.allow(/Failed to load resource.*\/data\/answers\//);
  await page.context().route('**/data/answers/**', (route) => route.fulfill({ status: 404 }));
});

// Under a path, where more can be wrong with an address; at a root every other test that asks the engine loads it.
test.describe('under the path of the published site', () => {
  test.use({ build: sites.at(-1)! });

  test('loading says how far it is, in megabytes, and ends in the answer', async ({ page, site, oracle }) => {
    const { release } = await hold(page);
    await page.goto(site.url + chapter);
    const published = await article(page);
    await openBar(page);
    await bar(page).preset('9 to 40 B').click();
    await expect(bar(page).progress).toBeVisible();
    await expect(notice(page)).toHaveText(
      /Loading the engine: 0\.\d of 4\.\d MB\. The page shows the published numbers\./,
    );
    await expect(bar(page).cancel).toBeVisible();
    expect(unasked(await article(page))).toEqual(published);
    await release();
    await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
    await expect(notice(page)).toBeHidden();
    await expect(bar(page).progress).toHaveCount(0);
  });

  test('Cancel stops the loading and keeps the page; trying again works', async ({
    page,
    site,
    oracle,
    faults,
  }) => {
    faults.allow(stoppedWorker);
    const { release } = await hold(page);
    await page.goto(site.url + chapter);
    const published = await article(page);
    await openBar(page);
    await bar(page).preset('9 to 40 B').click();
    const stopped = page.waitForEvent('requestfailed', (request) => wasm.test(request.url()));
    await bar(page).cancel.click();
    await stopped;
    await expect(notice(page)).toContainText('Loading was cancelled. The page shows the published numbers.');
    await expect(bar(page).progress).toHaveCount(0);
    await expect.poll(async () => unasked(await article(page))).toEqual(published);
    await release();
    await bar(page).again.click();
    await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
    await expect(notice(page)).toBeHidden();
  });

  for (const [name, fail, reason] of [
    ['is missing', (route: Route) => route.fulfill({ status: 404 }), /answered 404.*\.wasm\.zst/],
    [
      'does not come',
      (route: Route) => route.abort(),
      /No answer from the server for .*\.wasm\.zst\. Check the connection/,
    ],
  ] as const)
    test(`an engine that ${name} is said, the page stays, and trying again works`, async ({
      page,
      site,
      oracle,
      faults,
    }) => {
      faults.allow(/Failed to load resource.*\.wasm\.zst/);
      faults.allow(stoppedWorker);
      await page.goto(site.url + chapter);
      const published = await article(page);
      await page.context().route(wasm, fail);
      await openBar(page);
      await bar(page).preset('9 to 40 B').click();
      await expect(notice(page)).toContainText(reason);
      await expect(notice(page)).toContainText('The page shows the published numbers.');
      await expect.poll(async () => unasked(await article(page))).toEqual(published);
      // Still failing: it says so again.
      await bar(page).again.evaluate((button) => (button.dataset.before = ''));
      await bar(page).again.click();
      await expect(
        page.locator('.reslice-status button:not([data-before])', { hasText: 'Try again' }),
      ).toBeVisible();
      await expect(notice(page)).toContainText(reason);
      await page.context().unroute(wasm);
      await bar(page).again.click();
      await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
      await expect(notice(page)).toBeHidden();
    });

  test('a second visit asks the server for neither the engine nor the tables', async ({
    page,
    context,
    site,
    oracle,
  }) => {
    await page.goto(`${site.url}${chapter}?${query}`);
    await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
    const cached = () =>
      page.evaluate(async () => {
        let count = 0;
        for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length;
        return count;
      });
    const { wasm: engine, tables } = (await (
      await page.request.get(`${site.url}engine/manifest.json`)
    ).json()) as Record<'wasm' | 'tables', { url: string }>;
    await expect.poll(cached).toBe(2);
    await page.close();

    const second = await context.newPage();
    const requests = requestsOf(second);
    await second.goto(`${site.url}introduction/?moe=no`);
    await expectAnswer(second, await oracle.expected(sliceOf('moe=no')), oracle);
    const files = requests.filter(isEngine).map((url) => url.split('/').at(-1)!);
    expect(files).toContain('manifest.json');
    for (const { url } of [engine, tables]) expect(files).not.toContain(url.split('/').at(-1)!);
  });
});

test('a script that does not come is said, and the engine that goes on loading does not unsay it', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource.*answering/);
  const { release } = await hold(page);
  await page.context().route(/answering[^/]*\.js$/, (route) => route.fulfill({ status: 503 }));
  await page.goto(`${site.url}${chapter}?size=2-7`);
  await expect(notice(page)).toContainText('a part of the page could not be loaded; reload the page.');
  const arrived = page.waitForResponse(wasm);
  await release();
  await (await arrived).finished();
  await expect(bar(page).progress).toHaveCount(0);
  await page.context().unroute(/answering[^/]*\.js$/);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(state(page)).toContainText(' of ');
  await settled(page);
  await expect(notice(page)).toBeHidden();
});

test('a slice that is reset while the engine loads leaves the published page, quietly', async ({
  page,
  site,
}) => {
  const { release } = await hold(page);
  await page.goto(site.url + chapter);
  const [published, all] = [await article(page), await state(page).innerText()];
  await openBar(page);
  await bar(page).preset('9 to 40 B').click();
  await expect(bar(page).progress).toBeVisible();
  await bar(page).reset.click();
  await expect(state(page)).toHaveText(all);
  await expect(bar(page).progress).toHaveCount(0);
  await expect(notice(page)).toBeHidden();
  const arrived = page.waitForResponse(wasm);
  await release();
  await (await arrived).finished();
  await expect.poll(() => article(page)).toEqual(published);
  await expect(notice(page)).toBeHidden();
});

test('a slice that is changed while the engine loads is answered; the one before never shows', async ({
  page,
  site,
  oracle,
}) => {
  const { release } = await hold(page);
  await page.goto(site.url + chapter);
  await openBar(page);
  await bar(page).preset('9 to 40 B').click();
  await expect(bar(page).progress).toBeVisible();
  await bar(page).preset('Chat').click();
  await expect(bar(page).progress).toBeVisible();
  await release();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40&type=chat')), oracle);
  await expect(notice(page)).toBeHidden();
});

for (const width of [1440, 390])
  test(`nothing moves at ${width} pixels while the engine comes, and its progress goes on to the end`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await watchShifts(page);
    const { release } = await hold(page);
    await page.goto(site.url + chapter);
    await openBar(page);
    await bar(page).preset('9 to 40 B').click();
    await expect(bar(page).progress).toBeVisible();
    // What the press itself unfolds, the line of progress and the filter's button, stands once it is drawn and its
    // shifts are told; from then on the page waits.
    await expect(bar(page).filters).toHaveCount(1);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const told = window as unknown as { shifted: number };
          const before = told.shifted;
          for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
          return told.shifted - before;
        }),
      )
      .toBe(0);
    const pressed = await shifted(page);
    await page.evaluate(() => {
      const told = Object.assign(window, { seen: [] as { value: number; text: string; shifted: number }[] });
      const line = document.querySelector('.reslice-status')!;
      new MutationObserver(() => {
        const value = line.querySelector('progress')?.value;
        const { shifted } = window as unknown as { shifted: number };
        if (value !== undefined) told.seen.push({ value, text: line.textContent ?? '', shifted });
      }).observe(line, { subtree: true, childList: true, characterData: true });
    });
    const told = () =>
      page.evaluate(
        () => (window as unknown as { seen: { value: number; text: string; shifted: number }[] }).seen,
      );
    await release();
    await expect.poll(async () => (await told()).at(-1)?.text).toContain('Starting the engine: step 4 of 4.');
    const seen = await told();
    const values = seen.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBe(1);
    expect(seen.map(({ text }) => text).join()).toContain('Starting the engine: step 2 of 4.');
    expect(seen.at(-1)!.shifted - pressed).toBeLessThan(0.02);
  });

/** The page without what says that a slice is asked: the query of its links. */
const unasked = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll(`?${query}`, ''));
