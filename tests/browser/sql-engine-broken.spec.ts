import { chromiumLaunchOptions } from './chromium.ts';
import { expect, requestsOf, test } from './report.ts';
import { ask, openEditor } from './sql-ask.ts';

const launch = await chromiumLaunchOptions();
// Without it the Chromium of the package loses its whole tab at any fault of WebAssembly, which other browsers, and
// this one on other machines, report to the page.
test.use({
  launchOptions: { ...launch, args: [...launch.args, '--disable-features=WebAssemblyTrapHandler'] },
});

test('a query that breaks the engine is lost; the page, the slice and the next query are not', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}sql/?size=9-40`);
  const root = page.locator('sql-box');
  const cells = root.getByRole('region', { name: 'Result of the query' }).locator('td');
  await ask(page, 'SELECT count(*) AS n FROM models');
  await expect(cells).toHaveText(['1279']);

  for (let times = 0; times < 2; times++) {
    await ask(page, 'SELECT range(1000000000)');
    await expect(root.getByRole('alert')).toHaveText(
      /^The query broke the engine, and its result is lost\. .* can do that\.$/,
    );
    await expect(root.getByRole('alert')).not.toContainText(/memory access|RuntimeError|wasm/i);
    await expect(root.locator('.sql-run')).toBeEnabled();
    await expect(cells).toHaveCount(0);

    // Tables of the slice, whole ones, and one that is brought on demand.
    await ask(page, 'SELECT count(*) AS n FROM models');
    await expect(cells).toHaveText(['1279']);
    await ask(page, 'SELECT (SELECT count(*) FROM reviewed) AS n, count(*) > 0 AS some FROM estimates');
    await expect(cells).toHaveText(['4494', 'true']);
    await expect(root.getByRole('alert')).toBeHidden();
  }
  // What the page itself asks, it asks of another engine.
  await page.locator('.reslice-reset').click();
  await expect(page.locator('.reslice-state')).toContainText('4,494');
});

test('the engine starts anew before it is asked, and without a download', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const root = page.locator('sql-box');
  await (await openEditor(page)).fill('SELECT range(1000000000)');
  const requests = requestsOf(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(root.getByRole('alert')).toContainText('broke the engine');
  const before = requests.filter((url) => url.endsWith('.wasm.zst')).length;
  await ask(page, 'SELECT 41 + 1 AS n');
  await expect(root.locator('.sql-status')).toHaveText(/^1 row in/);
  expect(requests.filter((url) => url.endsWith('.wasm.zst'))).toHaveLength(before);
});
