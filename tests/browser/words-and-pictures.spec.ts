import { settled } from './answers.ts';
import { expect, test } from './report.ts';
import type { Locator } from '@playwright/test';

const middle = async (locator: Locator) => {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

for (const query of ['', '?size=1-9'])
  test(`a number frames its mark in the figure that shows it, and the mark its number, on “${query}”`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}size-and-score/${query}`);
    const figure = page.locator('#figure-size-explains');
    const number = page.locator('article [data-stat="scaling.r2.bbh"]').first();
    await number.scrollIntoViewIfNeeded();
    if (query) await settled(page);
    await figure.scrollIntoViewIfNeeded();
    await number.focus();
    const frame = figure.locator('.figure-frame');
    await expect(frame).toHaveCount(1);
    // It lies around the dot of BBH and no other.
    const rows = await figure.locator('.figure-live .mark-symbol path').all();
    const box = (await frame.boundingBox())!;
    const inside: string[] = [];
    for (const row of rows) {
      const { x, y } = await middle(row);
      if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
        inside.push((await row.getAttribute('aria-label')) ?? 'dot');
    }
    expect(inside).toHaveLength(1);
    await number.blur();
    await page.locator('h1').focus();
    const dot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(dot.x, dot.y - 200);
    for (const row of rows) {
      const { x, y } = await middle(row);
      if (Math.abs(y - dot.y) < box.height / 2) await page.mouse.move(x, y, { steps: 4 });
    }
    await expect(number).toHaveClass(/is-told/);
    await page.mouse.move(dot.x, 5);
    await expect(page.locator('.is-told')).toHaveCount(0);
  });

test('words that rest on a test frame the marks of its numbers', async ({ page, site }) => {
  await page.goto(`${site.url}size-and-score/`);
  const figure = page.locator('#figure-gain-per-doubling');
  const words = page.locator('[data-says*="low(gain.over_40b)"]').first();
  await words.scrollIntoViewIfNeeded();
  await figure.scrollIntoViewIfNeeded();
  await words.hover();
  await expect(figure.locator('.figure-frame')).not.toHaveCount(0);
  await page.locator('.bar-place, header').first().hover();
  await expect(page.locator('.figure-frame')).toHaveCount(0);
});
