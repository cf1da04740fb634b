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

for (const address of [...pages, '404.html'])
  test(`${address || 'the front page'} is no wider than a telephone in letters of twice the size`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    // What is folded can be reached: nothing lies over its line.
    for (const each of await page.locator('article details > summary').all()) await each.click();
    const { letters, beyond, widest } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const out = [...document.querySelectorAll('body *')].filter(
        (each) => each.getBoundingClientRect().right > clientWidth + 1,
      );
      return {
        letters: getComputedStyle(document.documentElement).fontSize,
        beyond: scrollWidth - clientWidth,
        widest: out.map((each) => `${each.tagName} ${each.className}`).slice(0, 5),
      };
    });
    expect(letters).toBe('32px');
    expect(beyond, widest.join(', ')).toBe(0);
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
