import { chromiumLaunchOptions } from './chromium.ts';
import { expect, pagesOf, test } from './report.ts';
import { rootSite } from './sites.ts';

const { args, ...options } = await chromiumLaunchOptions();
// What a reader sets as the size of letters in the browser, which the widths in rem follow too.
test.use({
  launchOptions: {
    ...options,
    args: [...args, '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  },
  viewport: { width: 390, height: 844 },
});

/** All pages; of those that are alike, as the figures' are, one. */
const kinds = new Map(
  (await pagesOf(rootSite)).map((page) => [page.replace(/^(figures|choose)\/.+/, '$1/…'), page]),
);
const pages = [...kinds.values()];

test('no page is wider than a telephone in letters of twice the size', async ({ page, site }) => {
  expect(pages.length).toBeGreaterThan(20);
  for (const address of [...pages, '404.html'])
    await test.step(address || 'the front page', async () => {
      await page.goto(site.url + address);
      const { letters, covered } = await page.evaluate(() => {
        const covered: string[] = [];
        // In the order of the page, so that what lies in a fold is asked once the fold is open.
        for (const each of document.querySelectorAll<HTMLElement>('article details > summary')) {
          each.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = each.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          if (!each.contains(top)) covered.push(`${each.innerText} by ${top?.tagName} ${top?.className}`);
          if (!(each.parentElement as HTMLDetailsElement).open) each.click();
        }
        return { letters: getComputedStyle(document.documentElement).fontSize, covered };
      });
      const { beyond, widest } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const out = [...document.querySelectorAll('body *')].filter(
          (each) => each.getBoundingClientRect().right > clientWidth + 1,
        );
        return {
          beyond: scrollWidth - clientWidth,
          widest: out.map((each) => `${each.tagName} ${each.className}`).slice(0, 5),
        };
      });
      expect(letters).toBe('32px');
      expect
        .soft(covered, `${address}: what is folded can be reached, nothing lies over its line`)
        .toEqual([]);
      expect.soft(beyond, `${address}: ${widest.join(', ')}`).toBe(0);
    });
});

test('two models side by side are no wider than a telephone in letters of twice the size', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}models/?m=Qwen/Qwen2.5-7B-Instruct&m=google/gemma-2-9b-it`);
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeVisible();
  await expect(page.locator('.finder-standings')).toHaveCount(2);
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBe(0);
});
