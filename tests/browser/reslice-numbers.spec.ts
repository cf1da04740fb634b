import type { Page } from '@playwright/test';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { article, expectAnswer, state } from './answers.ts';
import { sampleSlices } from './any-slice.ts';
import { bar } from './bar.ts';
import { chaptersOf, expect, test } from './report.ts';
import { rootSite } from './sites.ts';

/** Slices drawn once for all chapters, then one with few models and one with none. */
const slices = [
  ...sampleSlices(10, 1202)
    .filter((slice) => formatSlice(slice) !== '')
    .slice(0, 8),
  ...['type=chat&moe=yes&family=phi', 'size=900-'].map(
    (query) => parseSlice(new URLSearchParams(query)).slice,
  ),
];

/** How many of what the chapter has; no slice takes anything away. */
const shape = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['h1', 'h2', 'h3', 'p', 'a', 'figure', 'table', 'details', '[data-stat]', '[data-claim]'].map(
      (selector) => `${document.querySelectorAll(`article ${selector}`).length} ${selector}`,
    ),
  );

for (const chapter of await chaptersOf(rootSite))
  test(`${chapter} shows under ${slices.length} slices what the native engine answers, and resets`, async ({
    page,
    site,
    oracle,
  }) => {
    await page.goto(site.url + chapter);
    const [published, whole] = [await article(page), await shape(page)];
    for (const slice of slices) {
      // As stepping to an entry of the browser's history does.
      await page.evaluate((query) => {
        history.pushState(null, '', `?${query}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, formatSlice(slice));
      await expectAnswer(page, await oracle.expected(slice), oracle);
      expect(await shape(page)).toEqual(whole);
      const text = await page.locator('article').innerText();
      expect(text).not.toMatch(/\b(?:NaN|undefined|Infinity)\b|\[object/);
    }
    await bar(page).reset.click();
    await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
    await expect.poll(() => article(page)).toEqual(published);
  });
