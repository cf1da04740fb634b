import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './report.ts';
import { rootSite } from './sites.ts';

interface Published {
  exceptions: { judged: number; opposite: readonly { label: string; query: string; verdict: string }[] };
}
const claims = JSON.parse(await readFile(join(rootSite.folder, 'data/claims.json'), 'utf8')) as Record<
  string,
  Published
>;
const id = 'list-says-no-type';
const { judged, opposite } = claims[id]!.exceptions;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a card unfolds to the slices that give the opposite verdict', async ({ page, site }) => {
    await page.goto(`${site.url}official-and-community/`);
    const exceptions = page.locator(`#claim-${id} .claim-exceptions`);
    await expect(exceptions.locator('summary')).toHaveText(
      `On ${opposite.length} of ${judged} declared slices the verdict is the opposite of that on the whole table`,
    );
    await exceptions.locator('summary').click();
    await expect(exceptions.locator('li')).toHaveCount(opposite.length);
  });
});

test('an exception is a link to the slice in which the claim answers so', async ({ page, site }) => {
  await page.goto(`${site.url}official-and-community/`);
  const claim = page.locator(`#claim-${id}`);
  const [first] = opposite;
  await claim.locator('.claim-exceptions summary').focus();
  await page.keyboard.press('Enter');
  await claim.locator('.claim-exceptions a').first().click();
  await expect(page).toHaveURL(new RegExp(`\\?${first!.query}#claim-${id}$`));
  await expect(claim).toHaveAttribute('data-verdict', first!.verdict, { timeout: 60_000 });
  await expect(claim.locator('.claim-evidence')).toContainText('In this slice');
});
