import type { Page } from '@playwright/test';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { article, expectAnswer, state } from './answers.ts';
import { sampleSlices } from './any-slice.ts';
import { bar } from './bar.ts';
import { chaptersOf, expect, test } from './report.ts';
import { everywhere, rootSite } from './sites.ts';

const each = 2;
const chapters = await chaptersOf(rootSite);
const drawn = sampleSlices(3 * chapters.length, 1202).filter((slice) => formatSlice(slice) !== '');
const extremes = ['type=chat&moe=yes&family=phi', 'size=900-'].map(
  (query) => parseSlice(new URLSearchParams(query)).slice,
);

/** Two slices drawn for this chapter alone, then one with few models or one with none. */
const slicesOf = (index: number) => [...drawn.slice(each * index, each * (index + 1)), extremes[index % 2]!];

/** How many of what the chapter has besides the note of what a slice changed; no slice takes anything away. */
const shape = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['h1', 'h2', 'h3', 'p', 'a', 'figure', 'table', 'details', '[data-stat]', '[data-claim]'].map(
      (selector) =>
        `${document.querySelectorAll(`article ${selector}:not(.sliced-note *)`).length} ${selector}`,
    ),
  );

test('every chapter has slices of its own', () => {
  expect(new Set(drawn.slice(0, each * chapters.length).map(formatSlice)).size).toBeGreaterThanOrEqual(20);
});

for (const [index, chapter] of chapters.entries())
  test(
    `${chapter} shows under ${each + 1} slices what the native engine answers, and resets`,
    { tag: everywhere },
    async ({ page, site, oracle }) => {
      await page.goto(site.url + chapter);
      const [published, whole] = [await article(page), await shape(page)];
      for (const slice of slicesOf(index)) {
        // As stepping to an entry of the browser's history does.
        await page.evaluate((query) => {
          history.pushState(null, '', `?${query}`);
          dispatchEvent(new PopStateEvent('popstate'));
        }, formatSlice(slice));
        await expectAnswer(page, await oracle.expected(slice), oracle);
        expect(await shape(page)).toEqual(whole);
        const text = await page.locator('article').innerText();
        // A model is called Infinity-Instruct.
        expect(text).not.toMatch(/\b(?:NaN|undefined|Infinity(?!-))\b|\[object/);
      }
      await bar(page).reset.click();
      await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
      await expect.poll(() => article(page)).toEqual(published);
    },
  );
