import type { Page } from '@playwright/test';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { unknownParameters } from '../../src/slice/unknown-parameters.ts';
import { article, expectAnswer, notice, settled, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { fuzzedQueries } from './fuzzed-queries.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';
import { sites } from './sites.ts';

const chapter = 'size-and-score/';

test('a reader who came with a slice gets the published page from a reset', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  await page.goto(`${site.url}${chapter}?size=40-`);
  await expectAnswer(page, await oracle.expected(sliceOf('size=40-')), oracle);
  expect(await article(page)).not.toEqual(published);
  await bar(page).reset.click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect.poll(() => article(page)).toEqual(published);
});

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('links to other chapters carry the slice, which the next chapter answers', async ({
      page,
      site,
      oracle,
    }) => {
      const query = 'type=chat&provider=community';
      const [from, to] = ['data-preparation/', chapter];
      const published = await (await page.request.get(`${site.url}${from}`)).text();
      await page.goto(`${site.url}${from}?${query}`);
      await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      const inside = hrefs.filter((href) => href.startsWith(new URL(site.url).pathname));
      // A link that sets a slice of its own keeps it.
      const own = [...published.matchAll(/href="([^"]*\?[^"]*)"/g)].map(([, href]) =>
        href!.replaceAll('&amp;', '&'),
      );
      for (const href of inside.filter((each) => !own.includes(each)))
        expect(href.includes(`?${query}`), `${href} carries the slice`).toBe(/\/(?:[?#]|$)/.test(href));

      await page.getByRole('link', { name: 'Next chapter' }).click();
      await expect(page).toHaveURL(`${site.url}${to}?${query}`);
      await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
      await page.getByRole('link', { name: 'Previous chapter' }).click();
      await expect(page).toHaveURL(`${site.url}${from}?${query}`);
      await bar(page).reset.click();
      await page.getByRole('link', { name: 'Next chapter' }).click();
      await expect(page).toHaveURL(site.url + to);
      await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
    });
  });

test.describe('copy link', () => {
  test('puts the address of the slice on the clipboard', async ({ page, context, site, oracle }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    const address = `${site.url}${chapter}?size=1-9`;
    await page.goto(address);
    await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
    await bar(page).copy.click();
    await expect(notice(page)).toHaveText('The link to this slice is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  test('shows the address where the browser does not let it copy', async ({ page, site, oracle }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('Not allowed.', 'NotAllowedError')) },
      });
    });
    const address = `${site.url}${chapter}?size=1-9`;
    await page.goto(address);
    await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
    await bar(page).copy.click();
    await expect(notice(page)).toContainText(address);
  });
});

test.describe('an address that is not quite one', () => {
  test('keeps what it can read, names the rest and injects nothing', async ({ page, site, oracle }) => {
    await page.goto(
      `${site.url}${chapter}?size=banana&type=chat&provider=%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
    );
    await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
    await expect(notice(page)).toContainText('“banana” is not a range of “size”');
    await expect(notice(page)).toContainText('“<script>alert(1)</script>” is not a value of “provider”');
    await expect(page.locator('reslice-bar script')).toHaveCount(0);
    await openBar(page);
    await expect(bar(page).option('Type', 'Chat')).toBeChecked();
    await expect(bar(page).option('Provider', 'All')).toBeChecked();
  });

  test('shows the published page where it can read nothing', async ({ page, site, oracle }) => {
    await page.goto(site.url + chapter);
    const published = await article(page);
    const requests = requestsOf(page);
    await page.goto(`${site.url}${chapter}?size=9-1&family=%F0%9F%8D%8C&utm_source=elsewhere`);
    await expect(notice(page)).toContainText('“9-1” is not a range of “size”');
    await expect(notice(page)).toContainText('“🍌” is not a value of “family”');
    await expect(notice(page)).not.toContainText('elsewhere');
    await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
    expect(await article(page)).toEqual(published);
    expect(requests.filter(isEngine)).toEqual([]);
  });
});

test.describe('a link to a part of a page', () => {
  const part = 'figure-score-per-parameter-by-size';
  const topOf = (page: Page) =>
    page.locator(`#${part}`).evaluate((element) => element.getBoundingClientRect().top);

  /** Opens a link with a slice, does something while it waits for its answer, and waits until that stands. */
  async function opened(page: Page, url: string, meanwhile: () => Promise<void>): Promise<void> {
    await page.goto(url);
    await meanwhile();
    await settled(page);
    await expect(state(page)).toContainText(' of ');
    // The charts and the line of the bar have their last sizes two frames later.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  /** Where the part stands on the page as it is published, in the window and from the top of the page. */
  async function places(page: Page, url: string) {
    await page.goto(`${url}#${part}`);
    const published = await page.evaluate(
      (id) => [document.getElementById(id)!.getBoundingClientRect().top, scrollY] as const,
      part,
    );
    return { top: published[0], onPage: published[0] + published[1] };
  }

  test('with a slice shows the part once the slice has answered', async ({ page, site }) => {
    const { top, onPage } = await places(page, site.url + chapter);
    await page.goto('about:blank');
    await opened(page, `${site.url}${chapter}?size=40-#${part}`, async () => undefined);
    const scrolled = await page.evaluate(() => scrollY);
    // Otherwise the answer has moved nothing, and this test says nothing.
    expect(Math.abs((await topOf(page)) + scrolled - onPage)).toBeGreaterThan(5);
    expect(Math.abs((await topOf(page)) - top)).toBeLessThanOrEqual(1);
  });

  test('leaves a reader alone who has scrolled on', async ({ page, site }) => {
    const before = { top: 0 };
    /** From the top of the window to what the reader reads there. */
    const topOfRead = () => page.locator('[data-read]').evaluate((each) => each.getBoundingClientRect().top);
    // The answer waits until the reader has scrolled.
    let letGo = () => {};
    const scrolled = new Promise<void>((done) => (letGo = done));
    await page.route('**/data/answers/**', async (route) => {
      await scrolled;
      await route.continue();
    });
    await opened(page, `${site.url}${chapter}?size=40-#${part}`, async () => {
      await page.mouse.move(400, 400);
      await page.mouse.wheel(0, 900);
      await expect.poll(() => topOf(page)).toBeLessThan(-700);
      await page
        .locator('article p')
        .evaluateAll((all) =>
          all.find((each) => each.getBoundingClientRect().top > 200)!.setAttribute('data-read', ''),
        );
      before.top = await topOfRead();
      await expect(page.locator('html')).toHaveClass(/is-answering/);
      letGo();
    });
    // What is read stays about where it is; the part that the link named does not come back.
    expect(await topOf(page)).toBeLessThan(-600);
    expect(Math.abs((await topOfRead()) - before.top)).toBeLessThan(200);
  });
});

test('a name that no model has is said, with the nearest one to take', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?organisation=gogle&utm_source=x&foo=1`);
  await expect(notice(page)).toContainText('“foo” is no filter of this report');
  await expect(notice(page)).toContainText(
    'No model has the organisation “gogle”. The nearest name is “google”',
  );
  await expect(notice(page)).not.toContainText('utm_source');
  await expect(notice(page)).toContainText('No model is in this slice.');
  await notice(page).getByRole('button', { name: 'Take “google”' }).click();
  await expectAnswer(page, await oracle.expected(sliceOf('organisation=google')), oracle);
  await expect(notice(page)).not.toContainText('No model');
});

test('no query, however strange, leaves a blank page or a fault', async ({ page, site }) => {
  test.setTimeout(300_000);
  for (const query of fuzzedQueries(10, 714)) {
    await page.goto(`${site.url}${chapter}?${query}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(state(page)).toHaveText(/^(?:All [\d,]+|[\d,]+ of [\d,]+) models/);
    await settled(page);
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(3000);
    const read = new URLSearchParams(new URL(page.url()).search);
    const { slice, problems } = parseSlice(read);
    if (formatSlice(slice) !== '') await expect(state(page)).toContainText(' of ');
    for (const problem of problems)
      await expect(notice(page)).toContainText(problem.replaceAll(/\s+/g, ' ').trim());
    for (const name of unknownParameters(read)) await expect(notice(page)).toContainText(`“${name}”`);
  }
});
