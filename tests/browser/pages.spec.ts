import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/engine/manifest.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { formatEstimate } from '../../src/statistics/format.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { brotliBytes, budgets } from '../budgets.ts';
import { charts, marksOf, read, unfoldFigures } from './answers.ts';
import { axe } from './axe.ts';
import { openBar } from './bar.ts';
import { chaptersOf, expect, ownPagesOf, pagesOf, requestsOf, test } from './report.ts';
import { everywhere, rootSite, sites } from './sites.ts';
import type { Site } from './sites.ts';

const pages = await ownPagesOf(rootSite);
const chapters = await chaptersOf(rootSite);
const nameOf = (address: string) => address || 'the front page';

/** What a loaded page links to, as absolute addresses, and the ids that links can point at. */
const linksOf = (page: Page): Promise<{ links: string[]; ids: string[] }> =>
  page.evaluate(() => {
    const values = (attribute: string) =>
      [...document.querySelectorAll(`[${attribute}]`)].map((element) => element.getAttribute(attribute)!);
    const specs = values('data-specs').flatMap((start) =>
      ['json', 'csv', 'csv-metadata.json', 'desktop.vega.json', 'phone.vega.json'].map(
        (ending) => start + ending,
      ),
    );
    const links = [...values('href'), ...values('src'), ...values('data-manifest'), ...specs];
    return {
      links: links.map((link) => new URL(link, document.baseURI).href),
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    };
  });

/** Addresses that a file of the site names, as absolute addresses. */
function linksOfFile(url: string, text: string): string[] {
  const { pathname } = new URL(url);
  const absolute = (links: string[]) => links.map((link) => new URL(link, url).href);
  if (pathname.endsWith('/engine/manifest.json')) {
    const { wasm, worker, tables, onDemand } = JSON.parse(text) as Manifest;
    return absolute([wasm, worker, tables, ...onDemand].map((file) => file.url));
  }
  if (pathname.endsWith('/datapackage.json')) {
    const { resources } = JSON.parse(text) as { resources: { path: string }[] };
    return absolute(resources.map(({ path }) => path));
  }
  if (pathname.endsWith('.csv-metadata.json')) return absolute([(JSON.parse(text) as { url: string }).url]);
  if (pathname.endsWith('.csv')) return [`${url}-metadata.json`];
  if (pathname.endsWith('/llms.txt'))
    return absolute([...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!));
  return [];
}

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('every link leads somewhere, every page can be reached, and nothing else is asked', async ({
      page,
      context,
      site,
    }) => {
      test.setTimeout(300_000);
      const elsewhere: string[] = [];
      await context.route(
        (url) => url.origin !== site.origin,
        (route) => {
          elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      const anchors = new Map<string, Set<string>>();
      const links: { from: string; to: URL }[] = [];
      const files = new Set<string>();
      const queue = [site.url, `${site.url}llms.txt`, `${site.url}robots.txt`];
      const seen = new Set(queue);
      const wrong: string[] = [];

      const follow = (from: string, found: string[]) => {
        for (const link of found) {
          const to = new URL(link);
          if (to.origin !== site.origin) {
            if (to.protocol !== 'https:') wrong.push(`${from} links to ${link}`);
            continue;
          }
          links.push({ from, to });
          const address = to.origin + to.pathname;
          if (!address.startsWith(site.url)) wrong.push(`${from} links outside the base path, to ${link}`);
          else if (!seen.has(address)) queue.push(address);
          seen.add(address);
        }
      };
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        if (url.endsWith('/')) {
          const response = await page.goto(url);
          if (response?.status() !== 200) wrong.push(`${url} answers ${response?.status()}`);
          const found = await linksOf(page);
          anchors.set(url, new Set(found.ids));
          if (anchors.get(url)!.size !== found.ids.length) wrong.push(`${url} has an id twice`);
          follow(url, found.links);
        } else {
          const response = await fetch(url);
          if (response.status !== 200) wrong.push(`${url} answers ${response.status}`);
          files.add(url);
          const text = await response.text();
          if (text.length === 0) wrong.push(`${url} is empty`);
          if (url.endsWith('.json')) JSON.parse(text);
          follow(url, linksOfFile(url, text));
        }
      }
      for (const { from, to } of links) {
        const ids = anchors.get(to.origin + to.pathname);
        if (to.hash && ids && !ids.has(decodeURIComponent(to.hash.slice(1))))
          wrong.push(`${from} links to ${to.href}, which has no such part`);
      }
      expect(wrong).toEqual([]);
      expect(elsewhere).toEqual([]);
      expect([...anchors.keys()].map((url) => url.slice(site.url.length)).sort()).toEqual(
        await pagesOf(build),
      );
      expect([...files].filter((url) => url.includes('/engine/')).length).toBeGreaterThanOrEqual(5);
      expect([...files].filter((url) => url.endsWith('.vega.json')).length).toBeGreaterThanOrEqual(8);
    });

    test('an address that is not there has a page that says so', async ({ page, site, faults }) => {
      faults.allow(/Failed to load resource.*404/);
      const response = await page.goto(`${site.url}no/such/page/`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
      await page.getByRole('main').getByRole('link', { name: 'the front page' }).click();
      await expect(page).toHaveURL(site.url);
    });
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the front page leads to the chapters', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const links = page.locator('#chapters li a');
    await expect(links).toHaveCount(chapters.length);
    await expect(page.getByRole('button', { name: /Theme/ })).toBeHidden();
    const title = await links.first().innerText();
    await links.first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('link', { name: 'Next chapter' }).click();
    await expect(page.getByRole('link', { name: 'Previous chapter' })).toBeVisible();
  });

  for (const address of chapters)
    for (const width of [360, 1440])
      test(
        `${address} can be read at ${width} pixels: text, numbers, charts and tables`,
        { tag: everywhere },
        async ({ page, site }) => {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(site.url + address);
          await expect(page.locator('reslice-bar')).toBeHidden();
          await expect(page.getByRole('button', { name: /Re-slice|Theme/ })).toHaveCount(0);
          expect((await page.locator('article').innerText()).length).toBeGreaterThan(3000);

          await unfoldFigures(page);
          const published = await publishedStatistics(rootSite);
          const places = await read(page);
          for (const { id, preparation, digits, interval, text } of places.stats)
            expect(text, id).toBe(
              formatEstimate(published(id, preparation ?? 'reviewed'), findStatistic(id)!.definition, {
                interval,
                digits: digits === undefined ? undefined : Number(digits),
              }),
            );
          for (const [index, figure] of (await page.locator('[data-figure]').all()).entries()) {
            await expect(charts(page).nth(index)).toBeVisible();
            const marks = await marksOf(charts(page).nth(index));
            expect(
              marks.filter((mark) => !mark.startsWith('“')).length,
              places.figures[index]!.id,
            ).toBeGreaterThan(3);
            expect(
              marks.filter((mark) => mark.startsWith('“')).length,
              places.figures[index]!.id,
            ).toBeGreaterThan(3);
            await expect(figure.locator('table')).toBeHidden();
            await figure.locator('summary').click();
            await expect(figure.locator('tbody tr').first()).toBeVisible();
            await expect(figure.getByRole('link', { name: /CSV/ })).toBeVisible();
          }
          for (const claim of await page.locator('[data-claim]').all())
            await expect(claim.locator('.claim-verdict').first()).toHaveText(/\S/);
          // One as a reader does, in the ledger a row that unfolds, and what it holds; then all others.
          const [first] = await page.locator('details[data-claim], [data-claim] details').all();
          await first?.locator(':scope > summary').click();
          expect(await unfold(page, '[data-claim] details, details[data-claim]')).toEqual([]);
        },
      );
});

/** Unfolds what the selector finds, at most so many; answers the headings of those that then show nothing. */
const unfold = (page: Page, selector: string, most?: number): Promise<string[]> =>
  page.evaluate(
    ([found, end]) => {
      const all = [...document.querySelectorAll<HTMLDetailsElement>(found)].slice(0, end);
      for (const each of all) if (!each.open) each.querySelector<HTMLElement>(':scope > summary')!.click();
      const shows = (each: Element) => each.checkVisibility() && each.getBoundingClientRect().height > 0;
      return all
        .filter((each) => ![...each.querySelectorAll('p, table, ul, dl')].some(shows))
        .map((each) => each.querySelector('summary')!.innerText);
    },
    [selector, most] as const,
  );

/** The statistics that the build publishes as data. */
async function publishedStatistics({ folder }: Site) {
  const file = await readFile(join(folder, 'data/statistics.json'), 'utf8');
  const editions = JSON.parse(file) as Record<string, Record<string, Estimate>>;
  return (id: string, preparation: string): Estimate => editions[preparation]![id]!;
}

/** Pages whose own script makes a first view live. */
const tools = ['choose/', 'explorer/', 'models/', 'sql/'];
const kindOf = (address: string) =>
  address === ''
    ? 'front'
    : tools.includes(address)
      ? 'tool'
      : chapters.includes(address)
        ? 'chapter'
        : 'other';

// Each page is opened once for all of these: to open it takes as long as to answer most of them.
for (const address of [...pages, '404.html'])
  test(
    `${nameOf(address)} is light before anyone touches it, axe finds nothing in it, and it is never wider than the window`,
    { tag: everywhere },
    async ({ page, site }) => {
      // Four readings of every element.
      test.slow();
      const requests = requestsOf(page);
      await page.goto(site.url + address);
      if (address !== '404.html') await test.step('light', () => expectLight(page, address, requests));
      await test.step('axe', async () => {
        await unfold(page, 'article details:not(.figure-data)');
        // One table of a figure is like another, and axe takes long over their thousands of cells.
        await unfold(page, 'article details.figure-data', 1);
        for (const width of [360, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: 'light' });
          expect.soft(await violations(page), `axe at ${width} pixels, light`).toEqual([]);
          expect.soft(await darkViolations(page), `axe at ${width} pixels, dark`).toEqual([]);
        }
      });
      await test.step('width', async () => {
        await unfold(page, 'article details');
        for (const width of [320, 360, 768, 1440]) {
          await page.setViewportSize({ width, height: 800 });
          const { scroll, client, widest } = await page.evaluate(() => {
            const { scrollWidth: scroll, clientWidth: client } = document.documentElement;
            const all = [...document.querySelectorAll('body *')];
            const out = all.filter((each) => each.getBoundingClientRect().right > client + 1);
            return {
              scroll,
              client,
              widest: out.map((each) => `${each.tagName} ${each.className}`).slice(0, 5),
            };
          });
          expect.soft(scroll, `wider than a window of ${width}: ${widest.join(', ')}`).toBe(client);
        }
      });
    },
  );

/** Expects what a page has asked for, once it is read to its end and nothing is touched, to keep to the budgets. */
async function expectLight(page: Page, address: string, requests: readonly string[]): Promise<void> {
  await page.mouse.move(2, 400);
  await page.locator('.site-footer').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const weights = new Map<string, number>();
  for (const url of new Set(requests)) {
    const path = decodeURIComponent(new URL(url).pathname.slice(rootSite.base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const bytes = await readFile(join(rootSite.folder, file));
    const kind = file.split('.').at(-1)!;
    weights.set(kind, (weights.get(kind) ?? 0) + (kind === 'woff2' ? bytes.length : brotliBytes(bytes)));
  }
  const said = [...weights].map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} kB`).join(', ');
  test.info().annotations.push({ type: 'weight', description: said });
  // Whether a browser asks for the icon is its own affair.
  expect
    .soft([...weights.keys()].filter((kind) => kind !== 'svg').sort(), `kinds of files: ${said}`)
    .toEqual(['css', 'html', 'js', 'woff2']);
  expect.soft(weights.get('js'), `script: ${said}`).toBeLessThanOrEqual(budgets.page.script);
  expect
    .soft(new Set(requests).size, `requests: ${said}`)
    .toBeLessThanOrEqual(budgets.page.requests[kindOf(address)]);
  const bytes = [...weights.values()].reduce((sum, each) => sum + each, 0);
  expect.soft(bytes, `bytes: ${said}`).toBeLessThanOrEqual(budgets.page.bytes);
}

for (const width of [360, 1440])
  test(`axe finds nothing in a sliced chapter with the bar open at ${width} pixels, light and dark`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}size-and-score/?size=9-40&type=chat&family=banana`);
    await expect(page.locator('.reslice-state')).toContainText(' of ');
    await expect(page.locator('html')).not.toHaveClass(/is-answering/);
    expect(await violations(page)).toEqual([]);
    await openBar(page);
    expect(await violations(page)).toEqual([]);
    expect(await darkViolations(page)).toEqual([]);
  });

/** Of a page in the dark: only its colours are others. */
async function darkViolations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return violations(page, (run) => run.withRules(['color-contrast']));
}

async function violations(page: Page, narrow = (run: AxeBuilder) => run): Promise<string[]> {
  const found = await narrow(axe(page)).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

test('the open bar is never wider than the window', async ({ page, site }) => {
  await page.goto(`${site.url}size-and-score/`);
  await openBar(page);
  for (const width of [320, 360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const selector of [':root', '.reslice-form', '.reslice-line']) {
      const beyond = await page
        .locator(selector)
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(beyond, `${selector} at ${width}`).toBe(0);
    }
  }
});

test(
  'of each figure only the drawing for the width shows, and it fits its column, a wide one the margin too',
  { tag: everywhere },
  async ({ page, site }) => {
    const wrong: string[] = [];
    let seen = 0;
    for (const address of chapters) {
      await page.goto(site.url + address);
      await unfoldFigures(page);
      // A pointer over a chart would bring it to life.
      await page.mouse.move(0, 300);
      for (const [width, narrow] of [
        [320, 'phone'],
        [599, 'phone'],
        [600, 'desktop'],
        [1439, 'desktop'],
        [1440, 'desktop'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        const figures = await page.locator('[data-figure]').evaluateAll((all) =>
          all.map((figure) => {
            const charts = [...figure.querySelectorAll('.figure-svg')].filter((each) =>
              each.checkVisibility({ visibilityProperty: true }),
            );
            const drawn = charts[0]?.querySelector(':scope > svg')?.getBoundingClientRect();
            return {
              isAcross: figure.matches('.is-wide'),
              drawings: charts.map(({ classList }) => [...classList].slice(1).join(' ')),
              width: drawn?.width ?? 0,
              height: drawn?.height ?? 0,
              room: figure.querySelector('.figure-chart')!.getBoundingClientRect().width,
            };
          }),
        );
        for (const [index, { isAcross, drawings, ...drawn }] of figures.entries()) {
          seen += 1;
          const isWide = width === 1440 && isAcross;
          const shows = `is-${isWide ? 'wide' : narrow}`;
          const faults = [
            drawings.join() !== shows && `shows ${drawings.join() || 'nothing'} for ${shows}`,
            drawn.width > drawn.room + 0.5 && `is ${drawn.width} pixels wide in ${drawn.room}`,
            drawn.height <= 100 && `is ${drawn.height} pixels high`,
            isWide && drawn.width <= 900 && `is ${drawn.width} pixels wide across the margin`,
          ].filter((fault) => fault !== false);
          wrong.push(...faults.map((fault) => `${address}, figure ${index + 1} at ${width} pixels ${fault}`));
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(5 * chapters.length);
  },
);
