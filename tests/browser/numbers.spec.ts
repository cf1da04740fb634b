import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEstimate } from '../../src/statistics/format.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import type { Locator } from '@playwright/test';
import { expectAnswer } from './answers.ts';
import { sliceOf } from './bar.ts';
import { expect, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapter = 'size-and-score/';
const id = 'scaling.points_per_doubling';

const estimates = async () =>
  JSON.parse(await readFile(join(rootSite.folder, 'data/statistics.json'), 'utf8')) as Record<
    'reviewed' | 'prepared',
    Record<string, Estimate & { sql: string }>
  >;

test('the list has every published number with its interval on both preparations, and its query', async ({
  page,
  site,
}) => {
  const published = await estimates();
  await page.goto(`${site.url}numbers/`);
  const listed = await page.locator('.numbers tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.id,
      cells: [...row.querySelectorAll('td')].map((cell) => cell.firstChild?.textContent?.trim()),
      sql: document.querySelector(`${row.querySelector('td a')!.getAttribute('href')} code:not(summary *)`)
        ?.textContent,
    })),
  );
  expect(listed.map((row) => row.id)).toEqual(Object.keys(published.reviewed).sort());
  const wanted = listed.map(({ id }) => {
    const { definition } = findStatistic(id)!;
    const write = (estimate: Estimate) => formatEstimate(estimate, definition, { interval: true });
    const [reviewed, prepared] = [published.reviewed[id]!, published.prepared[id]!];
    return { id, cells: [write(reviewed), write(prepared)], sql: reviewed.sql };
  });
  expect(listed.map(({ id, cells, sql }) => ({ id, cells: cells.slice(0, 2), sql }))).toEqual(wanted);
});

for (const width of [360, 1440])
  test(`a number that is pressed says what it is and leads to the list, at ${width} pixels`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.url + chapter);
    const number = page.locator(`article [data-stat="${id}"]`).first();
    const card = page.locator('.number-card');
    await number.click();
    await expect(card).toBeVisible();
    await expect(card).toContainText(findStatistic(id)!.definition.label, { ignoreCase: true });
    // What the unit means, with named numbers written out.
    await expect(card).toContainText(/A hundredth of the way from guessing .* goes with [\d.]+\./);
    const box = (await card.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    const { reviewed, prepared } = await estimates();
    for (const estimate of [reviewed[id]!, prepared[id]!])
      await expect(card).toContainText(`n\u00a0=\u00a0${estimate.n.toLocaleString('en')}`);
    await expect(card).toContainText(/clustered by organisations and lineages.*if the rows were independent/);
    await card.locator('summary').click();
    await expect(card.locator('.sql')).toHaveText(reviewed[id]!.sql);
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await number.click();
    await card.getByRole('link').click();
    await expect(page).toHaveURL(`${site.url}numbers/#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

/** Windows in which a card has to stand: of a phone, of a desk, and those at twice the size. */
const windows = [
  [320, 844],
  [390, 844],
  [1440, 900],
  [195, 422],
  [720, 450],
] as const;

for (const [width, height] of windows)
  test(`a card stands whole in a window of ${width} by ${height} pixels, beside its number`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(site.url + chapter);
    await page.evaluate(() => document.fonts.ready);
    const numbers = page.locator('article p [data-stat]:visible');
    const places = await numbers.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
    );
    const [leftmost, rightmost] = [
      places.findIndex(({ left }) => left === Math.min(...places.map((each) => each.left))),
      places.findIndex(({ right }) => right === Math.max(...places.map((each) => each.right))),
    ];
    const card = page.locator('.number-card');
    for (const index of new Set([leftmost, rightmost]))
      // Below the bar, in the middle, and at the foot of the window.
      for (const share of [0.2, 0.5, 0.97]) {
        const number = numbers.nth(index);
        await number.evaluate((each, part) => {
          const { bottom } = each.getBoundingClientRect();
          scrollBy({ top: bottom - part * innerHeight, behavior: 'instant' });
        }, share);
        await number.focus();
        await page.keyboard.press('Enter');
        await expect(card.locator('dl')).toBeVisible();
        const of = (element: Locator) =>
          element.evaluate((each) => {
            const { left, right, top, bottom } = each.getBoundingClientRect();
            return { left, right, top, bottom, scroll: each.scrollWidth - each.clientWidth };
          });
        const [box, asked] = [await of(card), await of(number)];
        const where = `number ${index} at ${share}: ${JSON.stringify({ box, asked })}`;
        expect(Math.min(box.left, box.top), where).toBeGreaterThanOrEqual(0);
        expect(box.right, where).toBeLessThanOrEqual(width);
        expect(box.bottom, where).toBeLessThanOrEqual(height);
        expect(box.scroll, where).toBeLessThanOrEqual(0);
        // The number that is asked about stays in sight.
        expect(box.top >= asked.bottom || box.bottom <= asked.top, where).toBe(true);
        expect(box.bottom - box.top, where).toBeGreaterThan(100);
        await page.keyboard.press('Escape');
        await expect(card).toHaveCount(0);
      }
  });

test('under a slice the card tells the slice from what is published', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?type=chat`);
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
  await page.locator(`article [data-stat="${id}"]`).first().click();
  await expect(page.locator('.number-card')).toContainText(/In this slice .*The reviewed preparation/);
});

test('the keyboard opens a card and goes on into it; Escape gives the number back', async ({
  page,
  site,
}) => {
  await page.goto(site.url + chapter);
  const number = page.locator(`article [data-stat="${id}"]`).first();
  const card = page.locator('.number-card');
  await number.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('link', { name: 'In the list of numbers' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card.locator('summary')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(number).toBeFocused();
});

test('a pointer that rests opens a card, which goes when the pointer leaves both', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const card = page.locator('.number-card');
  await page.locator(`article [data-stat="${id}"]`).first().hover();
  await expect(card.locator('dl')).toBeVisible();
  await card.locator('dl').hover();
  await page.locator('h1').hover();
  await expect(card).toHaveCount(0);
});

test('the address of a number keeps the slice and leads back to it; a citation has value, report and address', async ({
  page,
  site,
  context,
  browserName,
}) => {
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
  });
  await page.goto(`${site.url}${chapter}?size=1-9`);
  const number = page.locator(`article [data-stat="${id}"]`).first();
  await expect(number).toHaveClass(/is-sliced/);
  await number.click();
  await page.locator('.number-card').getByRole('button', { name: 'Copy its address' }).click();
  await page.locator('.number-card').getByRole('button', { name: 'Copy a citation' }).click();
  const [address, citation] = await page.evaluate(() => (window as unknown as { copied: string[] }).copied);
  expect(address).toBe(`${site.url}${chapter}?size=1-9#number-${id}`);
  expect(citation).toContain(`“${findStatistic(id)!.definition.label}”`);
  expect(citation).toMatch(/n\u00a0=\u00a0[\d,]+; 95.*In: .*#number-/);
  await page.goto('about:blank');
  await page.goto(address!);
  await expect(number).toBeFocused();
  await expect(number).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a number leads to its entry in the list', async ({ page, site }) => {
    await page.goto(site.url + chapter);
    await page.locator(`article [data-stat="${id}"]`).first().click();
    await expect(page).toHaveURL(`${site.url}numbers/#${id}`);
  });
});

test('an address of what is no longer given leads to what became of it', async ({ page, site }) => {
  for (const [address, now] of [
    ['numbers/#noise.average.p90', 'noise.same.average.p90'],
    ['key-concepts/#claim-carbon-is-noisy', 'carbon-is-noisy'],
    ['conclusion/#ledger-carbon-is-noisy', 'carbon-is-noisy'],
  ] as const) {
    await page.goto(site.url + address);
    const target = page.locator(`[id="${address.split('#')[1]}"]`);
    await expect(target).toBeInViewport();
    // On the list of numbers the explanation follows the name.
    await expect(target.locator('xpath=self::p | following-sibling::dd[1]')).toContainText(now);
  }
});
