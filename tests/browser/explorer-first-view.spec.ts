import type { Page } from '@playwright/test';
import { settled } from './answers.ts';
import { expect, requestsOf, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';
import { swipe } from './touch.ts';

const explorer = 'explorer/';
const wake = (page: Page) => page.locator('[data-explorer]').dispatchEvent('pointermove');
const drawn = (page: Page) => page.locator('.plot-drawing canvas');
const stills = (page: Page) => page.locator('.plot-still');
const names = (page: Page) => page.locator('.table-window tbody th .model-name');
/** What a reader asks for: the engine, what draws, and the plots. */
const heavy = /\/(engine|plots)\//;

async function awake(page: Page): Promise<void> {
  await expect(drawn(page)).toHaveCount(6);
  await settled(page);
}

/** All that the page says of the models: numbers, rows, groups, and what its plots show. */
const said = (page: Page) =>
  page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent);
    return {
      tally: texts('.explorer-tally'),
      counts: texts('.table-count'),
      notes: texts('.plot-note'),
      legends: texts('.plot-legend'),
      heads: texts('.table-window thead th'),
      rows: texts('.table-window tbody tr[aria-rowindex]').slice(0, 20),
      groups: texts('.group-table'),
      bars: [...document.querySelectorAll('.group-table svg')].map(({ innerHTML }) => innerHTML),
      count: document.querySelector('.table-window table')!.getAttribute('aria-rowcount'),
      plots: [...document.querySelectorAll('.plot-drawing')].map((plot) => plot.getAttribute('aria-label')),
    };
  });

test('opens with what the engine answers, without the engine', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(site.url + explorer);
  await page.waitForLoadState('networkidle');
  await expect(stills(page)).toHaveCount(6);
  await expect(page.locator('.table-window tbody tr')).toHaveCount(50);
  const first = await said(page);
  expect(requests.filter((url) => heavy.test(url))).toEqual([]);
  await wake(page);
  await awake(page);
  await expect(stills(page)).toHaveCount(0);
  expect(await said(page)).toEqual(first);
});

for (const [what, press, query, answered] of [
  [
    'a head of the table',
    (page: Page) => page.getByRole('button', { name: /^Likes/ }).click(),
    'sort=-likes',
    (page: Page) => expect(page.locator('.table-count')).toContainText('ordered by Likes, descending'),
  ],
  [
    'a choice of a plot',
    (page: Page) => page.getByLabel('Colour').first().selectOption({ label: 'Type' }),
    'plot1=parameters_b.average.type',
    (page: Page) => expect(page.locator('.plot-legend').first()).toContainText('fine-tuned'),
  ],
  [
    'a group',
    (page: Page) => page.getByRole('link', { name: 'Gemma', exact: true }).click(),
    'family=gemma',
    (page: Page) => expect(page.locator('.group-table tbody th')).toHaveText(['Gemma']),
  ],
] as const)
  test(`${what} that is pressed first acts`, async ({ page, site }) => {
    // What makes the page live comes late, as it does over a slow line.
    await page.route(/\/start\.[^/]*js/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.goto(site.url + explorer);
    await press(page);
    await expect(page).toHaveURL(new RegExp(`\\?${query.replaceAll('.', '\\.')}$`));
    await awake(page);
    await answered(page);
  });

test('what is typed and ticked before the page is live is taken up', async ({ page, site }) => {
  await page.goto(site.url + explorer);
  await page.getByRole('searchbox', { name: 'Name contains' }).pressSequentially('gemma-2-9b');
  await page.locator('.column-chooser summary').click();
  await page.getByRole('checkbox', { name: 'Architecture', exact: true }).check();
  await awake(page);
  await expect(page).toHaveURL(/name=gemma-2-9b/);
  await expect(page).toHaveURL(/columns=[^&]*\.architecture/);
  await expect(page.getByRole('searchbox')).toHaveValue('gemma-2-9b');
  await expect(names(page).first()).toContainText(/gemma-2-9b/i);
});

/** Lets what makes the page live come late, as it does over a slow line. */
async function late(page: Page): Promise<() => void> {
  let letGo = () => {};
  const asked = new Promise<void>((done) => (letGo = done));
  await page.route(/\/start\.[^/]*js/, async (route) => {
    await asked;
    await route.continue();
  });
  return letGo;
}

/** A place between the axes of a plot, by shares of its width and height from the upper left. */
async function place(page: Page, plot: number, across: number, down: number): Promise<[number, number]> {
  const { x, y, width, height } = (await page.locator('.plot-still-pad').nth(plot).boundingBox())!;
  return [x + across * width, y + down * height];
}

const box = (page: Page) => page.locator('.brush-box:visible');
const stroked = /size=[\d.]+-[\d.]+&average=[\d.]+-[\d.]+$/;

test('a stroke over a plot that is not live yet shows at once, and is the slice once it is', async ({
  page,
  site,
}) => {
  const letGo = await late(page);
  await page.goto(site.url + explorer);
  await stills(page).first().scrollIntoViewIfNeeded();
  await page.mouse.move(...(await place(page, 0, 0.6, 0.15)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 0, 0.8, 0.6)), { steps: 4 });
  await expect(box(page)).toHaveCount(1);
  await page.mouse.up();
  letGo();
  await expect(page).toHaveURL(stroked);
  await awake(page);
  // Its ranges lie over every plot of the same columns.
  await expect(box(page)).toHaveCount(4);
});

test('a stroke that is still drawn when the plot is live goes on there', async ({ page, site }) => {
  const letGo = await late(page);
  await page.goto(site.url + explorer);
  await stills(page).first().scrollIntoViewIfNeeded();
  await page.mouse.move(...(await place(page, 0, 0.6, 0.15)));
  await page.mouse.down();
  const [x, y] = await place(page, 0, 0.9, 0.9);
  await page.mouse.move(...(await place(page, 0, 0.8, 0.6)), { steps: 4 });
  letGo();
  await awake(page);
  await expect(page.locator('.explorer-tally')).not.toContainText(/^([\d,]+) of \1 /);
  const before = await page.locator('.explorer-tally').textContent();
  expect(new URL(page.url()).search).toBe('');
  await page.mouse.move(x, y, { steps: 4 });
  await expect(page.locator('.explorer-tally')).not.toHaveText(before!);
  await page.mouse.up();
  await expect(page).toHaveURL(stroked);
});

test('Escape gives up a stroke over a plot that is not live yet', async ({ page, site }) => {
  await late(page);
  await page.goto(site.url + explorer);
  await stills(page).first().scrollIntoViewIfNeeded();
  await page.mouse.move(...(await place(page, 0, 0.6, 0.15)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 0, 0.8, 0.6)), { steps: 4 });
  await expect(box(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.move(...(await place(page, 0, 0.9, 0.6)), { steps: 4 });
  await page.mouse.up();
  await expect(box(page)).toHaveCount(0);
});

test.describe('with a finger on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the first stroke on a plot is taken up; on a histogram up and down scrolls', async ({
    page,
    site,
  }) => {
    await page.goto(site.url + explorer);
    await stills(page)
      .first()
      .evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const before = await page.evaluate(() => scrollY);
    await swipe(page, await place(page, 0, 0.5, 0.1), await place(page, 0, 0.8, 0.75));
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(page).toHaveURL(stroked);

    await page.goto('about:blank');
    await page.goto(site.url + explorer);
    await stills(page)
      .nth(5)
      .evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const from = await page.evaluate(() => scrollY);
    await swipe(page, await place(page, 5, 0.3, 0.8), await place(page, 5, 0.35, -0.8));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from + 60);
    await expect(box(page)).toHaveCount(0);
    await expect(stills(page)).toHaveCount(6);
  });
});

test('a group that is pressed before the page is live keeps the focus', async ({ page, site }) => {
  await page.goto(site.url + explorer);
  const gemma = page.locator('.group-table').getByRole('link', { name: 'Gemma', exact: true });
  await gemma.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?family=gemma$/);
  await awake(page);
  await expect(page.locator('.group-table tbody th')).toHaveText(['Gemma']);
  await expect(gemma).toBeFocused();
});

test('a file that is asked for first comes once the table is there', async ({ page, site }) => {
  await page.goto(site.url + explorer);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('models.zip');
});

test('an address that asks for another view never shows the first one', async ({ page, site }) => {
  // The engine does not come: what is shown then is what was there before it.
  await page.route(/\/engine\//, () => undefined);
  await page.goto(`${site.url}${explorer}?size=1-9&plot1=likes-log.average.type`);
  await expect(page.getByLabel('Colour').first()).toHaveValue('type');
  await expect(page.locator('.plot-legend').first()).toContainText('chat');
  for (const part of ['.explorer-tally', '.plot-frame', '.table-window tbody', '.group-table'])
    await expect(page.locator(part).first()).toBeHidden();
});

for (const width of [390, 1440])
  for (const query of ['', '?size=1-9&groups=type.mean.average'])
    test(`nothing moves at ${width} pixels while ${explorer}${query} comes`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
      await page.goto(site.url + explorer + query);
      await page.waitForLoadState('networkidle');
      await wake(page);
      await awake(page);
      expect(await shifted(page)).toBeLessThan(0.02);
    });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [width, colorScheme] of [
    [320, 'light'],
    [390, 'dark'],
    [1440, 'light'],
  ] as const)
    test(`the first view can be read at ${width} pixels, and what needs a script is not there`, async ({
      page,
      site,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(site.url + explorer);
      await expect(page.getByText('To choose, sort and search needs JavaScript')).toBeVisible();
      await expect(page.getByRole('link', { name: 'reviewed models as CSV' })).toHaveAttribute(
        'href',
        '/data/models.csv',
      );
      for (const still of await stills(page).all()) await expect(still).toBeVisible();
      await expect(stills(page)).toHaveCount(6);
      await expect(page.locator('.plot-name').first()).toHaveText('Parameters (B)');
      await expect(names(page)).toHaveCount(50);
      await expect(page.locator('.group-table')).toBeVisible();
      for (const control of ['select', 'input', 'summary', '.tool-button'])
        await expect(page.locator(`[data-explorer] ${control}:visible`)).toHaveCount(0);
      const [wide, room] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(wide).toBe(room);
    });
});
