import { budgets } from '../budgets.ts';
import { chaptersOf, expect, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapters = await chaptersOf(rootSite);

test('the open prose of a chapter, and of all together, keeps to its length', async ({ page, site }) => {
  let all = 0;
  for (const chapter of chapters) {
    await page.goto(site.url + chapter);
    const words = await page.evaluate(() => {
      const article = document.querySelector('article')!.cloneNode(true) as HTMLElement;
      const aside =
        'details, table, figure, aside, nav, script, style, svg, [hidden], .ledger, [popover], .sliced-note';
      for (const each of article.querySelectorAll(aside)) each.remove();
      return article.textContent.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    });
    expect(words, chapter).toBeGreaterThan(200);
    expect(words, chapter).toBeLessThanOrEqual(budgets.words.chapter);
    all += words;
  }
  expect(all).toBeLessThanOrEqual(budgets.words.all);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`the first screen of a chapter has its question, its answer and its picture, at ${width} × ${height}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height });
    for (const chapter of chapters) {
      await page.goto(site.url + chapter);
      await expect(page.locator('.standfirst'), chapter).toBeInViewport({ ratio: 1 });
      await expect(page.locator('.lead > p').first(), chapter).toBeInViewport({ ratio: 1 });
      const plot = page.locator('.lead .figure-plot');
      // The conclusion has its ledger for a picture.
      if ((await plot.count()) === 0) expect(chapter).toBe('conclusion/');
      else await expect(plot, chapter).toBeInViewport(width > 600 ? { ratio: 1 } : {});
    }
  });
