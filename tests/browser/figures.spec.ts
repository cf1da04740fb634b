import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Row } from '../../src/engine/engine.ts';
import { findFigure } from '../../src/figures/figures.ts';
import { parseOptions } from '../../src/explorer/options.ts';
import { queryInAddress } from '../../src/reader/sql-address.ts';
import { describeSlice, wholeTable } from '../../src/slice/slice.ts';
import { report } from '../../src/site/report.ts';
import { article, chart, differences, drawingOf, marksOf, settled } from './answers.ts';
import { axe } from './axe.ts';
import { bar, sliceOf } from './bar.ts';
import { expect, requestsOf, test } from './report.ts';
import { unzipped } from './saved.ts';
import { rootSite, sites } from './sites.ts';

const chapter = 'time-and-ecosystem/';
const id = 'frontier-over-time';
const figure = findFigure(id)!;

const place = (page: Page) => page.locator(`[data-figure="${id}"]`);
const toggle = (page: Page) => place(page).getByRole('button', { name: 'Save and share' });
const menu = (page: Page) => place(page).getByRole('group', { name: 'Save and share' });
const item = (page: Page, name: string) => menu(page).getByRole('button', { name, exact: true });
const lead = (page: Page, name: string) => menu(page).getByRole('link', { name, exact: true });

async function openMenu(page: Page): Promise<void> {
  await toggle(page).click();
  await expect(item(page, 'SVG')).toBeVisible();
}

/** What a press of the menu hands the reader. */
async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), item(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

const bytesOf = async (download: Download) => readFile(await download.path());

const published = (file: string) => readFile(join(rootSite.folder, 'data/figures', file));

/** Expects the records of a file to be rows: texts to the letter, numbers to twelve digits. */
function expectRows(text: string, rows: readonly Row[]): void {
  const records: Record<string, string>[] = parse(text, { columns: true });
  const digits = (value: number) => value.toPrecision(12);
  const written = records.map((record, index) =>
    Object.fromEntries(
      Object.entries(record).map(([name, cell]) => [
        name,
        typeof rows[index]?.[name] === 'number' && cell !== '' ? digits(Number(cell)) : cell,
      ]),
    ),
  );
  expect(written).toEqual(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value === null ? '' : typeof value === 'number' ? digits(value) : String(value),
        ]),
      ),
    ),
  );
}

test('the table of a figure bears its question', async ({ page, site }) => {
  await page.goto(`${site.url}size-and-score/`);
  const figures = await page.locator('[data-figure]:visible').all();
  expect(figures.length).toBeGreaterThan(1);
  for (const figure of figures) {
    const question = (await figure.locator('.figure-question').innerText()).trim();
    await figure.getByText('Table, data and SQL').click();
    await expect(figure.getByRole('table', { name: question })).toBeVisible();
  }
});

test('the menu works by the keyboard, loads nothing before it is opened and leaves the page as it was', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.waitForLoadState('networkidle');
  const before = await article(page);
  const loaded = requests.length;

  await toggle(page).focus();
  await page.keyboard.press('Enter');
  await expect(item(page, 'CSV')).toBeVisible();
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'true');
  const more = requests.slice(loaded).map((url) => new URL(url).pathname);
  expect(more.some((path) => path.endsWith('.js'))).toBe(true);
  expect(more.filter((path) => !/\.(js|css)$/.test(path))).toEqual([]);

  await page.keyboard.press('Tab');
  await expect(item(page, 'CSV')).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`${id}.csv`);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(toggle(page)).toBeFocused();
  expect(await article(page)).toEqual(before);

  await page.keyboard.press('Space');
  await item(page, 'Table').focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  await expect(place(page).getByRole('group', { name: /^Table:/ })).toBeFocused();
  const link = place(page).getByRole('link', { name: 'google/gemma-7b' });
  await expect(link).toHaveAttribute('href', 'https://huggingface.co/google/gemma-7b');
});

test('the menu closes when the reader is elsewhere', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  await openMenu(page);
  await place(page).locator('.figure-takeaway').click();
  await expect(menu(page)).toBeHidden();
  await openMenu(page);
  await item(page, 'CSV').focus();
  await place(page).locator('summary').focus();
  await expect(menu(page)).toBeHidden();
});

test('rows are those of the slice while one is set, and the published ones without', async ({
  page,
  site,
  oracle,
}) => {
  const query = 'size=-9&type=chat';
  const expected = await oracle.expected(sliceOf(query));
  await page.goto(`${site.url}${chapter}?${query}`);
  await expect(place(page)).toHaveClass(/is-sliced/);
  await settled(page);
  await openMenu(page);
  const sliced = await saved(page, 'CSV (zip)');
  expect(sliced.name).toBe(`${id}.slice.zip`);
  const { rows, n, takeaway } = await expected.figure({ id, preparation: undefined });
  const { csv, metadata, readme } = unzipped(sliced.bytes, `${id}.slice.csv`);
  expectRows(csv, rows);
  const taken = `${n} models; the reviewed preparation; ${describeSlice(sliceOf(query)).join(', ')}.`;
  const address = `${site.url}${chapter}?${query}#figure-${id}`;
  expect(metadata).toMatchObject({
    url: `${id}.slice.csv`,
    'dc:title': figure.question,
    'dc:description': takeaway,
    'dc:provenance': taken,
    'dc:source':
      'Open LLM Leaderboard, final release, submissions until 2025-03-13; table data/runs.csv of this report.',
    'dc:isPartOf': report.title,
    'schema:url': address,
  });
  for (const words of [figure.question, takeaway, taken, address]) expect(readme).toContain(`${words}\n`);
  const drawing = (await saved(page, 'SVG')).bytes.toString();

  await bar(page).reset.click();
  await expect(place(page)).not.toHaveClass(/is-sliced/);
  await expect(menu(page)).toBeHidden();
  await openMenu(page);
  expect(await saved(page, 'CSV')).toEqual({ name: `${id}.csv`, bytes: await published(`${id}.csv`) });
  expectRows(
    (await published(`${id}.csv`)).toString(),
    (await (await oracle.expected(wholeTable)).figure({ id, preparation: undefined })).rows,
  );
  expect((await saved(page, 'SVG')).bytes.toString()).not.toBe(drawing);
});

test('a slice with too few models has nothing to save', async ({ page, site }) => {
  await page.goto(`${site.url}${chapter}?size=900-`);
  await expect(place(page)).toHaveClass(/is-few/);
  await openMenu(page);
  await item(page, 'CSV (zip)').click();
  await expect(menu(page).getByRole('status')).toContainText('too few models');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the drawing is saved in the colours of the ${colorScheme} theme, as SVG and as PNG`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + chapter);
    await openMenu(page);
    const { name, bytes } = await saved(page, 'SVG');
    expect(name).toBe(`${id}.svg`);
    const text = bytes.toString();
    expect(text).not.toContain('var(');
    const seen = await page.evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      return {
        root: root.tagName,
        space: root.namespaceURI,
        title: root.querySelector('title')?.textContent,
        paper: root.querySelector('rect')?.getAttribute('fill'),
        tone: getComputedStyle(document.documentElement).getPropertyValue('--fig-paper').trim(),
        texts: root.querySelectorAll('text').length,
        size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
      };
    }, text);
    expect(seen).toMatchObject({ root: 'svg', space: 'http://www.w3.org/2000/svg', title: figure.question });
    expect(seen.paper).toBe(seen.tone);
    expect(seen.paper).toBe(colorScheme === 'light' ? '#fdfdfc' : '#14171a');
    expect(seen.texts).toBeGreaterThan(5);

    const picture = await saved(page, 'PNG');
    expect(picture.name).toBe(`${id}.png`);
    expect(picture.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual(
      seen.size.map((pixels) => 2 * pixels),
    );
    expect(await coloursOf(page, picture.bytes)).toBeGreaterThan(20);
  });

/** How many colours a picture has; a blank one has one. */
const coloursOf = (page: Page, picture: Buffer) =>
  page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('the menu leads to the explorer, to SQL and to the figure alone, with the slice', async ({
      page,
      context,
      site,
      oracle,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      const query = 'type=chat';
      await page.goto(site.url + chapter);
      await openMenu(page);
      await item(page, 'Copy SQL').click();
      await expect.poll(clipboard).toBe(figure.sql);
      await item(page, 'Copy link').click();
      await expect.poll(clipboard).toBe(`${site.url}${chapter}#figure-${id}`);
      await item(page, 'Copy embed code').click();
      await expect.poll(clipboard).toContain('<iframe');
      const address = /^<iframe src="([^"]*)"/.exec(await clipboard())![1]!;
      expect(address).toBe(`${site.url}figures/${id}/`);

      const size = page.viewportSize()!;
      await page.setViewportSize({
        width: 660,
        height: Number(/height="(\d+)"/.exec(await clipboard())![1]),
      });
      await page.goto(`${address}?${query}`);
      const slice = await oracle.expected(sliceOf(query));
      const expected = await slice.figure({ id, preparation: undefined });
      await expect(place(page).locator('.figure-takeaway')).toHaveText(expected.takeaway);
      await expect(page.locator('.embed-slice')).toHaveText(/^Slice: chat, the reviewed preparation; \d/);
      // The frame has room for all of it.
      const back = page.getByRole('link', { name: report.title });
      await expect(back).toBeInViewport({ ratio: 1 });
      await page.setViewportSize(size);
      await expect(back).toHaveAttribute(
        'href',
        `${new URL(site.url).pathname}${chapter}?${query}#figure-${id}`,
      );
      await openMenu(page);
      const explorer = new URL((await lead(page, 'Explorer').getAttribute('href'))!);
      expect(explorer.href).toBe(`${site.url}explorer/?${query}&plot1=submission_date.average.size_class`);
      expect(parseOptions(explorer.searchParams).problems).toEqual([]);
      const sql = (await lead(page, 'SQL').getAttribute('href'))!;
      expect(sql.startsWith(`${site.url}sql/?${query}`)).toBe(true);
      expect(queryInAddress(sql)).toBe(figure.sql);
      await item(page, 'Copy embed code').click();
      await expect.poll(clipboard).toContain(`<iframe src="${address}?${query}"`);
      const { csv, metadata } = unzipped((await saved(page, 'CSV (zip)')).bytes, `${id}.slice.csv`);
      expectRows(csv, expected.rows);
      expect(metadata['schema:url']).toBe(`${site.url}${chapter}?${query}#figure-${id}`);
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('a figure alone has its chart, its table and its files, and leads back', async ({
        page,
        site,
      }) => {
        await page.goto(`${site.url}figures/${id}/?type=chat`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(figure.question);
        await expect(chart(page, id)).toBeVisible();
        await expect(page.getByRole('button')).toHaveCount(0);
        await expect(page.locator('nav, reslice-bar, .site-header')).toHaveCount(0);
        await expect(page.locator('noscript')).toBeVisible();
        await place(page).locator('summary').click();
        await expect(place(page).locator('tbody tr').first()).toBeVisible();
        for (const [name, file] of [
          ['Rows as CSV', 'csv'],
          ['Figure as JSON', 'json'],
          ['Drawing as SVG', 'svg'],
        ] as const) {
          const link = place(page).getByRole('link', { name });
          const response = await page.request.get(new URL((await link.getAttribute('href'))!, site.url).href);
          expect(response.status()).toBe(200);
          expect(await response.body()).toEqual(
            await readFile(join(build.folder, 'data/figures', `${id}.${file}`)),
          );
        }
        const home = page.getByRole('link', { name: report.title });
        const address = new URL((await home.getAttribute('href'))!, site.url);
        expect(address.href).toBe(`${site.url}${chapter}#figure-${id}`);
      });
    });
  });

test('a figure that the text pins to the notebook’s preparation gives that one’s files', async ({
  page,
  site,
}) => {
  const pinned = 'moe-vs-dense-score';
  await page.goto(`${site.url}mixture-of-experts/`);
  const seeds = page.locator(`#figure-${pinned}-prepared`);
  await page.locator('details.fold').filter({ has: seeds }).locator('> summary').click();
  await seeds.locator('summary').click();
  await expect(seeds.getByRole('link', { name: 'Rows as CSV' })).toHaveAttribute(
    'href',
    `/data/figures/${pinned}.prepared.csv`,
  );
  await seeds.getByRole('button', { name: 'Save and share' }).click();
  await expect(seeds.locator('.figure-menu-about')).toContainText('The notebook’s preparation');
  const within = seeds.getByRole('group', { name: 'Save and share' });
  await expect(within.getByRole('link', { name: 'Its own page', exact: true })).toHaveAttribute(
    'href',
    `${site.url}figures/${pinned}/?preparation=prepared`,
  );
});

/** The marks of a living chart that stand for models, from left to right. */
async function modelMarks(page: Page): Promise<Locator> {
  await place(page).locator('.figure-chart').hover();
  const marks = place(page).locator(`.is-${drawingOf(page)} .figure-live .mark-symbol path`);
  await expect(marks.first()).toBeVisible();
  return marks;
}

test('a point says its model, and pressed pins a card that leads to the Hub', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const still = await marksOf(chart(page, id));
  const last = (await modelMarks(page)).last();
  await last.hover();
  const tip = page.locator('#vg-tooltip-element.visible');
  await expect(tip).toContainText('Model');
  const model = (await tip.locator('td.value').first().innerText()).trim();
  await last.click();
  const card = place(page).getByRole('dialog', { name: model });
  const link = card.getByRole('link', { name: model });
  await expect(link).toHaveAttribute('href', `https://huggingface.co/${model}`);
  await expect(link).toHaveAttribute('rel', 'noopener');
  await expect(link).toBeFocused();
  await expect(card.getByText('Size class')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  // A finger meets a dot where it lands beside it.
  const dot = (await last.boundingBox())!;
  await page.mouse.click(dot.x + dot.width + 7, dot.y + dot.height / 2);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  expect(differences(still, await marksOf(chart(page, id)))).toEqual([]);
});

test('the keyboard goes from model to model, without a pointer ever having been there', async ({
  page,
  site,
}) => {
  await page.goto(site.url + chapter);
  const walk = place(page).getByRole('button', { name: 'Go through the models in the chart' });
  await place(page).locator('.figure-question a').focus();
  await page.keyboard.press('Tab');
  await expect(walk).toBeFocused();
  await page.keyboard.press('Enter');
  const points = place(page).locator('.figure-point');
  await expect(points.first()).toBeFocused();
  // Each button lies on its mark.
  const marks = await place(page).locator(`.is-desktop .figure-live .mark-symbol path`).all();
  expect(await points.count()).toBe(marks.length);
  const middle = async (each: Locator) => {
    const { x, y, width, height } = (await each.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const middles = await Promise.all(marks.map(middle));
  for (const point of await points.all()) {
    const { x, y } = await middle(point);
    expect(Math.min(...middles.map((mark) => Math.hypot(mark.x - x, mark.y - y)))).toBeLessThan(1.5);
  }
  await page.keyboard.press('End');
  await expect(points.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const near = points.nth(-2);
  await expect(near).toBeFocused();
  const model = (await near.getAttribute('aria-label'))!.split(',')[0]!;
  await page.keyboard.press('Enter');
  await expect(place(page).getByRole('link', { name: model })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(near).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(walk).toBeFocused();
  await expect(points).toHaveCount(0);
});

test('a hostile name stays text, in the tooltip, on the card and in the link', async ({ page, site }) => {
  const hostile = '"><img src=x onerror=alert(1)>/a?b#c<script>alert(2)<i>';
  await page.route(`**/data/figures/${id}.json`, async (route) => {
    const file = (await (await route.fetch()).json()) as Record<string, { rows: Row[] }>;
    for (const row of file.reviewed!.rows) if (row.model !== null) row.model = hostile;
    await route.fulfill({ json: file });
  });
  page.on('dialog', () => expect('a dialog').toBe('none'));
  await page.goto(site.url + chapter);
  const last = (await modelMarks(page)).last();
  await last.hover();
  const tip = page.locator('#vg-tooltip-element.visible');
  await expect(tip).toContainText(hostile);
  await expect(tip.locator('img, script, i')).toHaveCount(0);
  await last.click();
  const card = place(page).getByRole('dialog');
  await expect(card.locator('img, script, i')).toHaveCount(0);
  const link = card.getByRole('link');
  await expect(link).toHaveText(hostile);
  await expect(link).toHaveAttribute(
    'href',
    `https://huggingface.co/${hostile.split('/').map(encodeURIComponent).join('/')}`,
  );
});

for (const [width, address, within] of [
  [360, chapter, `[data-figure="${id}"]`],
  [1440, `figures/${id}/`, 'html'],
] as const)
  test(`axe finds nothing in an open menu and a card of ${address} at ${width} pixels, light and dark`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const violations = async (narrow = (run: AxeBuilder) => run) => {
      const run = narrow(axe(page).include(within).exclude('.figure-svg'));
      return (await run.analyze()).violations.map(
        ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
    };
    const expectGood = async () => {
      expect(await violations()).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations((run) => run.withRules(['color-contrast']))).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    };
    await page.goto(site.url + address);
    await place(page).locator('.figure-walk').focus();
    await page.keyboard.press('Enter');
    await expect(place(page).locator('.figure-point').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(place(page).getByRole('dialog')).toBeVisible();
    await expectGood();
    await openMenu(page);
    await expectGood();
  });
