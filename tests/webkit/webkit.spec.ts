// The report read and asked in a browser of a third make.
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findClaim, isPublishedOnly } from '../../src/claims/claims.ts';
import { formatSlice } from '../../src/slice/slice.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { serveSite, type ServedSite } from '../../src/serve/serve-site.ts';
import { read } from '../browser/answers.ts';
import { sliceOf } from '../browser/bar.ts';
import { openOracle, type Oracle } from '../browser/oracle.ts';
import { pagesOf } from '../browser/report.ts';
import { rootSite } from '../browser/sites.ts';
import { startWebKit, type WebKit } from './browser.ts';

const test = base.extend<object, { webkit: WebKit; site: ServedSite; oracle: Oracle }>({
  webkit: [
    async ({}, use) => {
      const webkit = await startWebKit();
      await use(webkit);
      await webkit.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await serveSite(rootSite);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  oracle: [
    async ({}, use) => {
      const oracle = await openOracle();
      await use(oracle);
      await oracle.close();
    },
    { scope: 'worker' },
  ],
});

for (const address of await pagesOf(rootSite))
  test(`${address || 'the front page'} reads`, async ({ webkit, site }) => {
    await webkit.open(site.url + address);
    const page = await webkit.evaluate(() => {
      const boxes = [...document.querySelectorAll('.figure-svg svg')].map((each) =>
        each.getBoundingClientRect(),
      );
      const shown = boxes.filter(({ width }) => width > 0);
      return {
        heading: document.querySelector('h1')?.innerText.trim() ?? '',
        words: document.querySelector('main')?.innerText.trim().split(/\s+/).length ?? 0,
        beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        flat: shown.filter(({ height }) => height < 10).length,
        charts: shown.length,
        drawings: boxes.length,
        styled: getComputedStyle(document.documentElement).getPropertyValue('--fig-ink') !== '',
      };
    });
    expect(page.heading).not.toBe('');
    // The page of the search has a heading, a field with its label and a button.
    expect(page.words).toBeGreaterThan(10);
    expect(page).toMatchObject({ beyond: 0, flat: 0, styled: true });
    if (page.drawings > 0) expect(page.charts).toBeGreaterThan(0);
  });

for (const [chapter, query, asks] of [
  ['size-and-score/', 'type=chat', 'a file'],
  ['carbon/', 'preparation=prepared', 'a file'],
  ['size-and-score/', 'family=mistral&parameters=1-20', 'the engine'],
] as const)
  test(`${chapter}?${query} answers from ${asks} what the native engine answers`, async ({
    webkit,
    site,
    oracle,
  }) => {
    const slice = sliceOf(query);
    const expected = await oracle.expected(slice);
    await webkit.open(`${site.url}${chapter}?${formatSlice(slice)}`);
    await expect
      .poll(() =>
        webkit.evaluate(() => ({
          state: document.querySelector('.reslice-state')?.textContent,
          answering: document.documentElement.classList.contains('is-answering'),
        })),
      )
      .toEqual({ state: expected.state, answering: false });
    const asked = await webkit.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => new URL(name).pathname.includes('/engine/')),
    );
    if (asks === 'a file') expect(asked).toBe(false);
    // What reads a page of Playwright needs no more of it than this.
    const { stats, claims, figures } = await read(webkit as unknown as Page);
    // What a driver sends knows null alone.
    const place = <T extends { preparation: string | undefined }>(found: T): T => ({
      ...found,
      preparation: found.preparation ?? undefined,
    });
    const own = stats.filter(({ id }) => !findStatistic(id)!.family.publishedOnly);
    expect(own.length).toBeGreaterThan(10);
    expect(own.map(({ id, text }) => [id, text])).toEqual(
      own.map((each) => [each.id, expected.stat({ ...place(each), digits: each.digits ?? undefined })]),
    );
    const judged = claims.filter(({ id }) => !isPublishedOnly(findClaim(id)!));
    expect(judged.length).toBeGreaterThan(0);
    for (const each of judged) expect(each.words).toBe(expected.claim(place(each)).words);
    expect(figures.filter(({ broken }) => broken)).toEqual([]);
  });
