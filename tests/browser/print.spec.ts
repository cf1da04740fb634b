import { figuresOf } from './answers.ts';
import { chaptersOf, expect, ownPagesOf, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapters = await chaptersOf(rootSite);

for (const address of await ownPagesOf(rootSite))
  test(`${address || 'the front page'} prints its text and charts, without the bar and the navigation`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main')).toBeVisible();
    // Boxes of no content have no size, so each of them counts as hidden when it does not show.
    for (const selector of ['reslice-bar', 'nav', '.theme-toggle', '.skip-link'])
      for (const each of await page.locator(selector).all()) await expect(each).toBeHidden();
    // A field is read as a word of its line, without the box of one.
    for (const field of await page.locator('main :is(input[type=text], select)').all())
      await expect(field).toHaveCSS('border-top-width', '0px');
    for (const each of await page.locator('main .tool-button').all()) await expect(each).toBeHidden();
    if (!chapters.includes(address) && address !== 'choose/') return;
    // Nothing on paper waits to be pressed, but the terms, which are words.
    const controls = page.locator('main :is(button:not(.term), input, select, textarea)');
    for (const each of await controls.all()) await expect(each).toBeHidden();
    const folded = page.locator('main details:not([open], .claim-analyses, .ledger-claim)');
    for (const each of await folded.all()) await expect(each).toBeHidden();
    for (const figure of await figuresOf(page).all()) {
      await expect(figure.locator('.figure-takeaway')).toBeVisible();
      await expect(figure.locator('.figure-svg.is-desktop svg')).toBeVisible();
      await expect(figure.locator('.figure-svg.is-phone')).toBeHidden();
    }
  });

test('a sliced chapter prints without what asks to be pressed', async ({ page, site }) => {
  await page.goto(`${site.url}carbon/?type=chat`);
  await expect(page.locator('.says-why').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const each of await page.locator('main :is(button:not(.term), input, select)').all())
    await expect(each).toBeHidden();
});

test('a page of paper is never wider than the paper', async ({ page, site }) => {
  // The width between the margins of an A4 sheet, in CSS pixels.
  await page.setViewportSize({ width: 657, height: 900 });
  await page.emulateMedia({ media: 'print' });
  for (const address of chapters) {
    await page.goto(site.url + address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(657);
  }
});

test('a chapter prints to a document of several pages', async ({ page, site }) => {
  await page.goto(`${site.url}size-and-score/`);
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(2);
});
