import { getDocumentProxy } from 'unpdf';
import { printEdition } from '../../pdf/print.ts';
import { edition } from '../../src/site/edition.ts';
import { report } from '../../src/site/report.ts';
import { chaptersOf, expect, test } from './report.ts';
import { rootSite, sites } from './sites.ts';

const chapters = (await chaptersOf(rootSite)).filter((page) => page !== '');

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build, javaScriptEnabled: false });

    test('every chapter stands on one page, whole and without controls', async ({ page, site }) => {
      await page.goto(`${site.url}all/`);
      for (const address of chapters) {
        const slug = address.replace('/', '');
        const chapter = page.locator(`[id="${slug}"]`);
        await expect(chapter.getByRole('heading', { level: 2 }).first()).toBeVisible();
        expect((await chapter.innerText()).length, slug).toBeGreaterThan(3000);
      }
      await expect(page.locator('main :is(button, input, select, details, script)')).toHaveCount(0);
      const pictures = page.locator('main img');
      expect(await pictures.count()).toBeGreaterThan(40);
      await pictures.first().scrollIntoViewIfNeeded();
      await expect
        .poll(() => pictures.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(100);
      for (const picture of await pictures.all())
        expect((await picture.getAttribute('alt'))!.length).toBeGreaterThan(20);
    });
  });

test('it prints as a tagged document with numbered, well filled pages and links that lead somewhere', async ({
  browser,
  site,
}) => {
  test.setTimeout(300_000);
  const published = 'https://reports.example/r/';
  const pdf = await printEdition(browser, site.url, { title: report.title, edition, published });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  expect((await document.getMarkInfo())?.Marked).toBe(true);
  expect(await document.getOutline()).not.toHaveLength(0);
  const pages = document.numPages;
  expect(pages).toBeGreaterThan(30);
  const addresses = new Set<string>();
  for (let number = 1; number <= pages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [{ text: item.str, y: Number(item.transform[5]) }] : [],
    );
    const all = texts.map(({ text }) => text).join('');
    expect(all).toContain(`${number} of ${pages}`);
    expect(all).toContain(`Version ${edition.version}`);
    // A4 is 842 points high; the text ends 57 above its lower edge and begins 62 below its upper.
    const lowest = Math.min(...texts.map(({ y }) => y).filter((y) => y > 55 && y < 785));
    if (number < pages)
      expect((780 - lowest) / (780 - 57), `page ${number} is half empty`).toBeGreaterThan(0.45);
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) addresses.add(url);
  }
  expect([...addresses].filter((address) => address.startsWith(published)).length).toBeGreaterThan(20);
  expect([...addresses].filter((address) => address.startsWith(site.origin))).toEqual([]);
});
