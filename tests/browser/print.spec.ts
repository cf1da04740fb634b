import { figuresOf } from './answers.ts';
import { chaptersOf, expect, ownPagesOf, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapters = await chaptersOf(rootSite);

test('every page prints its text and charts, without the bar and the navigation', async ({ page, site }) => {
  await page.emulateMedia({ media: 'print' });
  for (const address of await ownPagesOf(rootSite))
    await test.step(address || 'the front page', async () => {
      await page.goto(site.url + address);
      const said = `${address || 'the front page'}:`;
      const shown = (selector: string) => page.locator(selector).filter({ visible: true });
      expect.soft(await shown('h1').count(), `${said} its heading`).toBe(1);
      expect.soft(await shown('main').count(), `${said} its text`).toBe(1);
      // Boxes of no content have no size, so each of them counts as hidden when it does not show.
      await expect
        .soft(shown('reslice-bar, nav, .theme-toggle, .skip-link'), `${said} the bar`)
        .toHaveCount(0);
      // A field is read as a word of its line, without the box of one.
      const boxes = await page
        .locator('main :is(input[type=text], select)')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderTopWidth));
      expect.soft([...new Set(boxes)].join(), `${said} the box of a field`).toMatch(/^(0px)?$/);
      await expect.soft(shown('main .tool-button'), `${said} buttons of a tool`).toHaveCount(0);
      if (!chapters.includes(address) && address !== 'choose/') return;
      // Nothing on paper waits to be pressed, but the terms, which are words.
      const controls = shown('main :is(button:not(.term), input, select, textarea)');
      await expect.soft(controls, `${said} what asks to be pressed`).toHaveCount(0);
      const folded = shown('main details:not([open], .claim-analyses, .ledger-claim)');
      await expect.soft(folded, `${said} what is folded`).toHaveCount(0);
      const figures = await figuresOf(page).count();
      for (const [selector, count] of [
        ['.figure-takeaway', figures],
        ['.figure-svg.is-desktop svg', figures],
        ['.figure-svg.is-phone', 0],
      ] as const)
        await expect
          .soft(figuresOf(page).locator(selector).filter({ visible: true }), `${said} ${selector}`)
          .toHaveCount(count);
    });
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
