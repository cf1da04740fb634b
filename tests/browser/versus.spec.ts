import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findClaim, isPublishedOnly } from '../../src/claims/claims.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { axe } from './axe.ts';
import { article, settled } from './answers.ts';
import { queryOf, sliceOf } from './bar.ts';
import type { Expected } from './oracle.ts';
import { expect, test } from './report.ts';

const chapter = 'size-and-score/';
const band = (page: Page) => page.getByRole('region', { name: 'Two slices side by side' });
const swap = (page: Page) => band(page).getByRole('button', { name: 'Swap A and B' });
const end = (page: Page) => band(page).getByRole('button', { name: 'End the comparison' });

/** Every number and verdict as the page shows it of both slices. */
const read = (page: Page) =>
  page.evaluate(() => {
    const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      stats: all('[data-stat]').map((element) => ({
        id: element.dataset.stat!,
        preparation: element.dataset.preparation,
        digits: element.dataset.digits,
        interval: element.dataset.interval !== undefined,
        sides: [...element.querySelectorAll('.versus-side')].map((side) => text(side.lastElementChild)),
      })),
      claims: all('[data-claim]').map((element) => ({
        id: element.dataset.claim!,
        preparation: element.dataset.preparation,
        sides: [...element.querySelectorAll('.claim-verdict')].map((verdict) =>
          text(verdict).replace(/^[AB]/, ''),
        ),
      })),
    };
  });

/** Waits until the page shows both slices, and compares all of it with what the native engine answers. */
async function expectBoth(page: Page, a: Expected, b: Expected): Promise<void> {
  const count = ({ models }: Expected) => `${models.toLocaleString('en')} models`;
  await expect(band(page)).toContainText(new RegExp(`A.*${count(a)}.*B.*${count(b)}`));
  await settled(page);
  const shown = await read(page);
  expect(shown.stats.length).toBeGreaterThan(0);
  expect(shown).toEqual({
    stats: shown.stats.map((place) => ({
      ...place,
      sides: findStatistic(place.id)!.family.publishedOnly ? [] : [a.stat(place), b.stat(place)],
    })),
    claims: shown.claims.map((place) => ({
      ...place,
      sides: isPublishedOnly(findClaim(place.id)!)
        ? place.sides
        : [a.claim(place).words, b.claim(place).words],
    })),
  });
}

test('a chapter shows every number and verdict of two slices, swaps them, ends and goes back', async ({
  page,
  site,
  oracle,
}) => {
  const [a, b] = [await oracle.expected(sliceOf('type=chat')), await oracle.expected(sliceOf('size=-9'))];
  await page.goto(site.url + chapter);
  const published = await article(page);
  await page.goto(`${site.url}${chapter}?type=chat&vs=size=-9`);
  await expectBoth(page, a, b);
  const panels = page.locator('[data-figure] .versus-panel');
  await expect(panels.nth(1)).toContainText('up to 9 B');
  await expect(panels.nth(0).locator('svg')).toHaveCount(1);
  await expect(panels.nth(1).locator('svg')).toHaveCount(1);
  // The panels are all that is drawn.
  await expect(page.locator('.figure:has(.versus-panels) .figure-plot .figure-svg .figure-live')).toHaveCount(
    0,
  );
  expect((await axe(page).analyze()).violations).toEqual([]);

  await swap(page).click();
  await expectBoth(page, b, a);
  await expect.poll(() => queryOf(page)).toBe('size=-9&vs=type=chat');
  await expect(swap(page)).toBeFocused();

  await end(page).press('Enter');
  await expect(band(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Re-slice this page' })).toBeFocused();
  await expect.poll(() => queryOf(page)).toBe('size=-9');
  await settled(page);
  await expect(page.locator('[data-versus], .versus-side')).toHaveCount(0);

  await page.goBack();
  await expectBoth(page, b, a);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expectBoth(page, await oracle.expected(wholeTable), a);
  await end(page).click();
  await expect.poll(() => article(page)).toEqual(published);
});

test('all models stand beside slices that nobody declared, on a phone too', async ({
  page,
  site,
  oracle,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${site.url}official-and-community/?vs=type=chat,merge;size=3-30`);
  await expectBoth(
    page,
    await oracle.expected(wholeTable),
    await oracle.expected(sliceOf('type=chat,merge&size=3-30')),
  );
  const next = page.getByRole('link', { name: /^Next chapter/ });
  expect(new URL((await next.getAttribute('href'))!, site.url).searchParams.get('vs')).toBe(
    'size=3-30;type=chat,merge',
  );
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBe(client);
});

test('the comparison ends by the keyboard, and what was read stays where it stood', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}carbon/?type=chat&vs=family%3Dqwen`);
  await settled(page);
  await expect(page.locator('.versus-panels').first()).toBeVisible();
  // The table of all numbers is full once every difference is there.
  await expect(page.locator('.sliced-note')).toContainText('leave out 0');
  await page.evaluate(() => scrollTo({ top: 2500, behavior: 'instant' }));
  const place = await page.evaluateHandle(() =>
    [...document.querySelectorAll('article :is(p, li, h2, h3)')].find(
      (each) =>
        !each.closest('[data-versus]') && each.checkVisibility() && each.getBoundingClientRect().top > 200,
    )!,
  );
  const top = () => place.evaluate((each) => each.getBoundingClientRect().top);
  const before = await top();
  await swap(page).focus();
  await page.keyboard.press('Tab');
  await expect(end(page)).toBeFocused();
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  await page.keyboard.press('Enter');
  await expect(band(page)).toHaveCount(0);
  await settled(page);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(40);
  await expect(page.getByRole('button', { name: 'Re-slice this page' })).toBeFocused();
});

test('what cannot be read of B is said, and the page answers for A', async ({ page, site, oracle }) => {
  const slice = await oracle.expected(sliceOf('type=chat'));
  await page.goto(`${site.url}${chapter}?type=chat&vs=%3Cimg src=x%3E`);
  await expect(page.locator('.reslice-status')).toContainText('“<img src” is no filter of this report');
  await expect(page.locator('.reslice-state')).toHaveText(slice.state);
  await settled(page);
  await expect(band(page)).toHaveCount(0);

  // Where A is all models too, nothing on the page is of a slice.
  await page.goto(site.url + chapter);
  const published = await article(page);
  await page.goto(`${site.url}${chapter}?vs=size=banana`);
  await expect(page.locator('.reslice-status')).toContainText(
    'The slice to compare with cannot be read: “banana” is not a range of “size”',
  );
  await settled(page);
  await expect(page.locator('.sliced-note')).toBeHidden();
  expect(await article(page)).toEqual(published);
});

test('all models beside a declared slice need no engine for their numbers', async ({
  page,
  site,
  oracle,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.context().route(/\.wasm\.zst$/, () => undefined);
  await page.goto(`${site.url}${chapter}?vs=type=chat`);
  await expect(band(page)).toContainText(/A.*all 4,494 models.*B.*models/);
  const shown = await read(page);
  const [a, b] = [await oracle.expected(wholeTable), await oracle.expected(sliceOf('type=chat'))];
  expect(shown.stats.map(({ sides }) => sides)).toEqual(
    shown.stats.map((place) =>
      findStatistic(place.id)!.family.publishedOnly ? [] : [a.stat(place), b.stat(place)],
    ),
  );
  await expect(page.locator('.versus-panel svg').first()).toBeVisible();
  // There is no row for filters that A does not have.
  await expect(page.locator('.reslice-filters')).toBeHidden();
  expect(await page.locator('.bar-place').evaluate((place) => place.clientHeight)).toBe(0);
});

test('where B cannot be had the charts are those of A', async ({ page, site, faults }) => {
  // An engine that does not come says so in the console.
  faults.allow(/Failed to load resource|duckdb worker|ErrorEvent/);
  // A is in a file; the engine that B needs does not come.
  await page.context().route(/\.wasm\.zst$/, (route) => route.abort());
  await page.goto(`${site.url}${chapter}?type=chat&vs=size=3-30`);
  await expect(band(page)).toContainText('B could not be answered');
  const figures = page
    .locator('[data-figure].is-sliced:not(.is-few):not([data-folds]:not([open]) *)')
    .filter({ hasText: 'In this slice:' });
  await expect(figures.first()).toBeVisible();
  await expect(figures.locator('.figure-live:visible')).toHaveCount(await figures.count());
  await expect(page.locator('.versus-panels')).toHaveCount(0);
});

test('a chart beside another is saved as A has it', async ({ page, site }) => {
  await page.goto(`${site.url}${chapter}?type=chat&vs=size=-9`);
  const figure = page.locator('[data-figure]:has(.versus-panels)').first();
  await expect(figure.locator('.versus-panel svg')).toHaveCount(2);
  await figure.getByRole('button', { name: 'Save and share' }).click();
  const downloading = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'SVG', exact: true }).click();
  const saved = await readFile(await (await downloading).path(), 'utf8');
  const takeaway = (await figure.locator('.versus-panel-takeaway').first().textContent())!;
  expect(saved.replaceAll(/<[^>]*>|\s+/g, '')).toContain(takeaway.replaceAll(/\s+/g, '').slice(0, 20));
});

test('without scripts an address with two slices is the published page', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}${chapter}?type=chat&vs=all`);
  await expect(page.locator('.versus-band')).toHaveCount(0);
  await expect(page.locator('[data-stat]').first()).toHaveText(/^\d/);
  await context.close();
});
