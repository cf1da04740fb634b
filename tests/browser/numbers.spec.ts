import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEstimate } from '../../src/statistics/format.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { expectAnswer } from './answers.ts';
import { sliceOf } from './bar.ts';
import { expect, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapter = 'size-and-score/';
const id = 'scaling.points_per_doubling';

test('the list has every published number with its interval on both preparations, and its query', async ({
  page,
  site,
}) => {
  const published = JSON.parse(
    await readFile(join(rootSite.folder, 'data/statistics.json'), 'utf8'),
  ) as Record<'reviewed' | 'prepared', Record<string, Estimate & { sql: string }>>;
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
  for (const row of listed) {
    const { definition } = findStatistic(row.id)!;
    const write = (estimate: Estimate) => formatEstimate(estimate, definition, { interval: true });
    expect(row.cells.slice(0, 2), row.id).toEqual([
      write(published.reviewed[row.id]!),
      write(published.prepared[row.id]!),
    ]);
    expect(row.sql, row.id).toBe(published.reviewed[row.id]!.sql);
  }
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
    await expect(card).toContainText(findStatistic(id)!.definition.label);
    const box = (await card.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await number.click();
    await card.getByRole('link').click();
    await expect(page).toHaveURL(`${site.url}numbers/#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

test('under a slice the card tells the slice from what is published', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?type=chat`);
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
  await page.locator(`article [data-stat="${id}"]`).first().click();
  await expect(page.locator('.number-card')).toContainText(/in this slice.*Published:/);
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
