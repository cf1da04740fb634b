import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { prepareTables } from '../../src/engine/prepare.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { formatSlice, parseSlice, predicateOf } from '../../src/slice/slice.ts';
import { report } from '../../src/site/report.ts';
import { notice, settled, state } from './answers.ts';
import { axe } from './axe.ts';
import { bar, openBar, queryOf } from './bar.ts';
import { unzipped } from './saved.ts';
import { swipe } from './touch.ts';
import { expect, requestsOf, test } from './report.ts';
import { rootSite } from './sites.ts';

const explorer = 'explorer/';
let engine: Engine;

test.beforeAll(async () => {
  engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
});

test.afterAll(() => engine.close());

const plots = (page: Page) => page.locator('.plot-frame');
const pads = (page: Page) => page.locator('.brush-pad');
const tally = (page: Page) => page.locator('.explorer-tally');
const tableCount = (page: Page) => page.locator('.table-count');
const names = (page: Page) => page.locator('.table-window tbody th .model-name');
const group = (value: number) => value.toLocaleString('en');

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(page.locator('.plot-drawing canvas')).toHaveCount(6);
  await settled(page);
}

/** A place on the pad of a plot, by shares of its width and height from the upper left. */
async function place(page: Page, plot: number, across: number, down: number): Promise<[number, number]> {
  await pads(page).nth(plot).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pads(page).nth(plot).boundingBox())!;
  return [x + across * width, y + down * height];
}

/** How many pixels of a scatter plot are painted in colour. */
const painted = (page: Page, plot: number): Promise<number> =>
  plots(page)
    .nth(plot)
    .locator('.plot-overlay')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count++;
      return count;
    });

/** The slice in the address, and what the native engine counts of it. */
async function asked(page: Page) {
  const { slice, problems } = parseSlice(new URLSearchParams(queryOf(page)));
  expect(problems).toEqual([]);
  const [row] = await engine.query<{ n: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS n FROM reviewed WHERE ${predicateOf(slice) ?? 'true'}`,
  );
  return { slice, query: formatSlice(slice), count: row!.n };
}

async function expectModels(page: Page, count: number): Promise<void> {
  await settled(page);
  await expect(tableCount(page)).toContainText(`${group(count)} models`);
  await expect(tally(page)).toContainText(`${group(count)} of `);
  await expect(page.locator('.table-window table')).toHaveAttribute('aria-rowcount', String(count + 1));
}

test('a stroke is followed while it is drawn, becomes the slice, moves, is undone and cleared', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, site.url + explorer);
  const whole = await asked(page);
  await expectModels(page, whole.count);
  const before = await painted(page, 1);

  await page.mouse.move(...(await place(page, 0, 0.6, 0.15)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 0, 0.8, 0.6)), { steps: 3 });
  await expect(tally(page)).not.toContainText(`${group(whole.count)} of `);
  expect(await painted(page, 1)).toBeLessThan(before);
  await expect.poll(() => queryOf(page)).toBe('');
  const live = await tally(page).textContent();
  await page.mouse.up();

  await expect(page).toHaveURL(/size=[\d.]+-[\d.]+&average=[\d.]+-[\d.]+$/);
  const stroked = await asked(page);
  expect(stroked.count).toBeGreaterThan(100);
  expect(stroked.count).toBeLessThan(whole.count);
  await expectModels(page, stroked.count);
  await expect(tally(page)).toHaveText(live!);
  await expect(state(page)).toContainText(`${group(stroked.count)} of ${group(whole.count)} models`);
  // Its ranges lie over every plot of the same columns.
  await expect(page.locator('.brush-box:visible')).toHaveCount(4);

  await page.mouse.move(...(await place(page, 0, 0.7, 0.4)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 0, 0.6, 0.4)), { steps: 3 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(new RegExp(`${stroked.query}$`));
  const moved = await asked(page);
  expect(moved.slice.average).toEqual(stroked.slice.average);
  expect(moved.slice.size.upTo!).toBeLessThan(stroked.slice.size.upTo!);
  await expectModels(page, moved.count);

  await page.goBack();
  await expect.poll(() => queryOf(page)).toBe(stroked.query);
  await expectModels(page, stroked.count);
  await page.goBack();
  await expectModels(page, whole.count);
  await expect(page.locator('.brush-box:visible')).toHaveCount(0);
  expect(await painted(page, 1)).toBe(before);

  await page.goForward();
  await page.getByRole('button', { name: 'Clear the range of Parameters', exact: true }).click();
  await expect(page).toHaveURL(/\?average=[\d.]+-[\d.]+$/);
  await expectModels(page, (await asked(page)).count);
});

test.describe('with a finger on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  const scrolled = (page: Page) => page.evaluate(() => scrollY);
  const middle = (page: Page, plot: number) =>
    pads(page)
      .nth(plot)
      .evaluate((pad) => pad.scrollIntoView({ block: 'center', behavior: 'instant' }));

  test('a box is stroked on a scatter plot whichever way the finger goes; beside it the page scrolls', async ({
    page,
    site,
  }) => {
    await open(page, site.url + explorer);
    const whole = (await asked(page)).count;
    await expectModels(page, whole);
    await middle(page, 0);
    const top = async () => Math.round((await pads(page).nth(0).boundingBox())!.y);
    const before = await top();
    // More down than across: elsewhere this scrolls.
    await swipe(page, await place(page, 0, 0.5, 0.1), await place(page, 0, 0.8, 0.75));
    await expect(page).toHaveURL(/size=[\d.]+-[\d.]+&average=[\d.]+-[\d.]+$/);
    // The bar above may take a line more for the filters, and the browser keeps the plot in its place.
    expect(await top()).toBe(before);
    const stroked = (await asked(page)).count;
    expect(stroked).toBeGreaterThan(100);
    expect(stroked).toBeLessThan(whole);
    await expectModels(page, stroked);

    await middle(page, 0);
    const clear = page.getByRole('button', { name: 'Clear the range of Parameters and Average' }).first();
    // Right after a swipe the browser takes a tap for the end of it, and no press comes of it.
    await expect(async () => {
      await clear.tap({ timeout: 1000 });
      await expect(page).not.toHaveURL(/size=/, { timeout: 1000 });
    }).toPass();
    await expectModels(page, whole);
    await expect.poll(() => queryOf(page)).toBe('');

    const legend = (await page.locator('.plot-legend').first().boundingBox())!;
    const from = await scrolled(page);
    await swipe(page, [legend.x + 40, legend.y + 5], [legend.x + 40, legend.y - 120]);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(from + 60);
    await expect.poll(() => queryOf(page)).toBe('');
  });

  test('on a histogram a finger strokes across, and scrolls up and down', async ({ page, site }) => {
    await open(page, site.url + explorer);
    const whole = (await asked(page)).count;
    await expectModels(page, whole);
    await middle(page, 5);
    const before = await scrolled(page);
    await swipe(page, await place(page, 5, 0.3, 0.8), await place(page, 5, 0.35, -0.8));
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 60);
    await expect.poll(() => queryOf(page)).toBe('');
    await middle(page, 5);
    await swipe(page, await place(page, 5, 0.3, 0.5), await place(page, 5, 0.6, 0.55));
    await expect(page).toHaveURL(/\?submitted=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
    await expectModels(page, (await asked(page)).count);
  });
});

test('a stroke over a histogram of days asks for days; Escape gives a stroke up', async ({ page, site }) => {
  await open(page, site.url + explorer);
  await page.mouse.move(...(await place(page, 5, 0.3, 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 5, 0.5, 0.5)), { steps: 3 });
  const kept = tally(page);
  await expect(kept).not.toHaveText(/^(\S+) of \1 /);
  await page.keyboard.press('Escape');
  await expect(kept).toHaveText(/^(\S+) of \1 /);
  await page.mouse.up();
  await expect.poll(() => queryOf(page)).toBe('');

  await page.mouse.move(...(await place(page, 5, 0.3, 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await place(page, 5, 1.2, 0.5)), { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\?submitted=\d{4}-\d\d-\d\d\.\.$/);
  await expectModels(page, (await asked(page)).count);
});

test('a model with a caution is marked in the table and beside the pointer', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, `${site.url}${explorer}?name=benchmaxx`);
  const words = 'results at odds with each other';
  const cell = page.locator('.table-window tbody th');
  await expect(cell).toHaveCount(1);
  await expect(cell.locator('.model-caution')).toHaveText('caution');
  await expect(cell.locator('.model-caution')).toHaveAttribute('title', `Caution: ${words}`);
  const tip = page.locator('#vg-tooltip-element.visible');
  await expect(async () => {
    for (let across = 0.54; across < 0.6; across += 0.01)
      for (let down = 0.45; down < 0.55; down += 0.02) {
        await page.mouse.move(...(await place(page, 0, across, down)));
        if ((await tip.isVisible()) && (await tip.innerText()).includes('Benchmaxx')) return;
      }
    throw new Error('the point is not found');
  }).toPass();
  await expect(tip).toContainText(`Caution${words}`);
  await open(page, `${site.url}${explorer}?name=calme-3.2-instruct-78b`);
  await expect(page.locator('.table-window .model-name').first()).toBeVisible();
  await expect(page.locator('.model-caution')).toHaveCount(0);
});

test('a point is named, and its card opens and closes', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await open(page, `${site.url}${explorer}?name=calme-3.2-instruct-78b`);
  const [row] = await engine.query<{ model: string; average: number }>(
    `SELECT CAST(model AS VARCHAR) AS model, CAST(average AS DOUBLE) AS average FROM reviewed WHERE lower(model) LIKE '%calme-3.2-instruct-78b' ORDER BY row`,
  );
  // The model with the highest score lies at the upper end of its axis.
  const tip = page.locator('#vg-tooltip-element.visible');
  await expect(async () => {
    const [left, top] = await place(page, 0, 0.85, 0);
    const [right] = await place(page, 0, 1, 0);
    for (let x = left; x < right; x += 6) {
      await page.mouse.move(x, top + 10);
      if ((await tip.isVisible()) && (await tip.locator('td.value').first().innerText()) === row!.model)
        return;
    }
    throw new Error('the point is not found');
  }).toPass();
  await page.mouse.down();
  await page.mouse.up();
  const card = page.getByRole('complementary', { name: row!.model });
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card).toContainText(`Average score (points)${row!.average.toFixed(2)}`);
  await expect(card.getByRole('link', { name: 'In the model finder' })).toHaveAttribute(
    'href',
    `/models/?m=${encodeURIComponent(row!.model).replaceAll('%2F', '/')}`,
  );
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('the table sorts, searches, shows the columns that are chosen, and downloads them', async ({
  page,
  site,
}) => {
  await open(page, `${site.url}${explorer}?type=chat`);
  const first = names(page).first();
  await page.getByRole('button', { name: /^Likes/ }).click();
  await expect(page).toHaveURL(/\?type=chat&sort=-likes$/);
  const [liked] = await engine.query<{ model: string }>(
    `SELECT CAST(model AS VARCHAR) AS model FROM reviewed WHERE type = 'chat' ORDER BY likes DESC, row LIMIT 1`,
  );
  await expect(first).toHaveText(liked!.model);
  await expect(page.getByRole('columnheader', { name: /^Likes/ })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: /^Model/ }).click();
  await expect(page).toHaveURL(/sort=model$/);
  await page.goBack();
  await expect(first).toHaveText(liked!.model);

  await page.locator('.column-chooser summary').click();
  await page.getByRole('checkbox', { name: 'Architecture', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Licence' }).uncheck();
  await expect(page.getByRole('columnheader', { name: 'Architecture', exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Licence' })).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('columns')).toMatch(/\.architecture$/);

  await page.getByRole('searchbox', { name: 'Name contains' }).pressSequentially('Gemma');
  await expect(page).toHaveURL(/[?&]name=gemma&/);
  const { count } = await asked(page);
  await expectModels(page, count);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('gemma');
  await expectModels(page, count);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const saved = await downloading;
  expect(saved.suggestedFilename()).toBe('models.zip');
  const { csv, metadata, readme } = unzipped(await readFile(await saved.path()), 'models.csv');
  const [last] = await engine.query<{ day: string }>(
    'SELECT CAST(max(submission_date) AS VARCHAR) AS day FROM reviewed',
  );
  const taken = `${group(count)} models; the reviewed preparation; named “gemma”, chat.`;
  expect(metadata).toMatchObject({
    'dc:description': 'Models as the explorer’s table has them, ordered by Likes, descending.',
    'dc:provenance': taken,
    'dc:date': last!.day,
    'dc:isPartOf': report.title,
    'schema:url': page.url(),
  });
  expect(readme).toContain(`\n${taken}\n`);
  const lines = csv.split('\n');
  // The columns of the table, then those of the axes and colours that it does not show.
  expect(lines[0]).toMatch(/^model,.*,architecture,official_provider,size_class$/);
  expect(lines.slice(1, -1)).toHaveLength(count);

  // The letters of a search are one step.
  await page.getByRole('searchbox').blur();
  await page.goBack();
  await expect(page).not.toHaveURL(/name=/);
});

test('groups are those of the native engine', async ({ page, site }) => {
  const rows = page.locator('.group-table tbody tr');
  const expectGroups = async (digits: number, sql: string) => {
    const expected = await engine.query<{ label: string; value: number; n: number }>(sql);
    await settled(page);
    await expect
      .poll(() =>
        rows.evaluateAll((all) =>
          all.map((row) => ({
            label: row.querySelector('th')!.textContent,
            n: row.querySelector('td')!.textContent,
            value: row.querySelector('.group-value')!.firstChild!.textContent,
            interval: row.querySelector('.group-interval') !== null,
            few: row.querySelector('.group-few') !== null,
          })),
        ),
      )
      .toEqual(
        expected.map(({ label, value, n }) => ({
          label,
          n: group(n),
          value: value.toFixed(digits),
          interval: n >= 10,
          few: n < 10,
        })),
      );
  };
  await open(page, `${site.url}${explorer}?groups=license.median.co2_kg&provider=community`);
  await expectGroups(
    2,
    `SELECT * FROM (SELECT CAST(coalesce(license, 'none recorded') AS VARCHAR) AS label, CAST(median(co2_kg) AS DOUBLE) AS value, CAST(count(*) AS INTEGER) AS n FROM reviewed WHERE NOT official_provider GROUP BY license ORDER BY n DESC, license NULLS FIRST LIMIT 20) ORDER BY value DESC, n DESC, label`,
  );
  await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Organisation' });
  await page.getByRole('combobox', { name: 'Compute' }).selectOption({ label: 'Mean' });
  await page.getByRole('combobox', { name: 'of', exact: true }).selectOption({ label: 'Average score' });
  await expect(page).toHaveURL(/\?provider=community&groups=organisation\.mean\.average$/);
  await expectGroups(
    1,
    `SELECT * FROM (SELECT CAST(organisation AS VARCHAR) AS label, CAST(avg(average) AS DOUBLE) AS value, CAST(count(*) AS INTEGER) AS n FROM reviewed WHERE NOT official_provider GROUP BY organisation ORDER BY n DESC, label LIMIT 20) ORDER BY value DESC`,
  );
  const first = rows.first();
  const organisation = await first.locator('th').innerText();
  const models = await first.locator('td').first().innerText();
  await first.getByRole('link').click();
  await expectModels(page, Number(models));
  expect((await asked(page)).slice.organisation).toEqual([organisation.toLowerCase()]);
});

test('a group that is pressed keeps the focus', async ({ page, site }) => {
  await open(page, site.url + explorer);
  const gemma = page.locator('.group-table').getByRole('link', { name: 'Gemma', exact: true });
  await gemma.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?family=gemma$/);
  await expect(page.locator('.group-table tbody th')).toHaveText(['Gemma']);
  await settled(page);
  await expect(gemma).toBeFocused();
});

for (const width of [320, 390, 1440])
  test(`at ${width} pixels no head or cell of the table is cut`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    const [longest] = await engine.query<{ model: string }>(
      'SELECT CAST(model AS VARCHAR) AS model FROM reviewed ORDER BY length(model) DESC, row LIMIT 1',
    );
    await open(
      page,
      `${site.url}${explorer}?columns=parameters_b.co2_step_corrected_kg.type.architecture.base_model.submission_date.average_error&sort=-co2_kg&name=${encodeURIComponent(longest!.model.slice(0, 8).toLowerCase())}`,
    );
    await expect(names(page).filter({ hasText: longest!.model })).toBeVisible();
    const cut = await page
      .locator('.table-window :is(th, td, button, .model-name)')
      .evaluateAll((all) =>
        all
          .filter(
            (each) =>
              each.getClientRects().length > 0 &&
              getComputedStyle(each).overflowX !== 'visible' &&
              each.scrollWidth > each.clientWidth,
          )
          .map((each) => each.textContent),
      );
    expect(cut).toEqual([]);
    // Nor does a word stand over the next cell.
    const over = await page.locator('.table-window :is(thead, tbody) tr').evaluateAll((rows) =>
      rows.flatMap((row) =>
        [...row.children].flatMap((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const [words, room] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
          return words.width > room.width + 1 || words.height > room.height + 1 ? [cell.textContent] : [];
        }),
      ),
    );
    expect(over).toEqual([]);
  });

for (const width of [320, 390])
  test(`at ${width} pixels nothing is wider than the window, whatever is set in the bar and above the table`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, site.url + explorer);
    const beyond = () =>
      page
        .locator(':root, .reslice-form, .reslice-line, .reslice-status, .tool')
        .evaluateAll((all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.className),
        );
    const { handles, more, search, offers, form } = bar(page);
    await openBar(page);
    await handles('Parameters').first().focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await expect(page).toHaveURL(/size=/);
    await more.click();
    await search('Organisation').pressSequentially('m');
    await expect(offers('Organisation').first()).toBeVisible();
    expect(await beyond()).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/organisation=/);
    expect(await beyond()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    await page.getByRole('searchbox').fill('a'.repeat(60));
    await expect(page.locator('.explorer-relief')).toBeVisible();
    expect(await beyond()).toEqual([]);
  });

test('End leads to the last row of a table with rows of several lines', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${site.url}${explorer}?sort=likes`);
  const { count } = await asked(page);
  const last = page.locator(`.table-window tr[aria-rowindex="${count + 1}"]`);
  await page.locator('.table-window').focus();
  await page.keyboard.press('End');
  await expect(last).toBeInViewport();
  const below = await page
    .locator('.table-window')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
  expect(below).toBeLessThan(40);
});

test('the keyboard alone scrolls the table, sorts it, and sets the range that a stroke would', async ({
  page,
  site,
}) => {
  await open(page, site.url + explorer);
  const { count } = await asked(page);
  await page.locator('.table-window').focus();
  await page.keyboard.press('End');
  await expect(page.locator(`.table-window tr[aria-rowindex="${count + 1}"]`)).toBeVisible();
  // Only those in sight are made.
  expect(await page.locator('.table-window tbody tr').count()).toBeLessThan(80);
  await page.getByRole('button', { name: /^Average/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?sort=average$/);
  await expect(page.locator('.table-window tr[aria-rowindex="2"]')).toBeVisible();

  await openBar(page);
  for (const [end, bound] of [
    ['from', '9'],
    ['to', '40'],
  ] as const) {
    const input = bar(page).form.locator(`input[name="size-${end}"]`);
    await input.focus();
    await page.keyboard.type(bound);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(end === 'from' ? /\?size=9-&/ : /\?size=9-40&sort=average$/);
  }
  await expectModels(page, (await asked(page)).count);
  await expect(plots(page).first().locator('.brush-box')).toBeVisible();
});

test('ranks are fetched when they are asked for, shown, sorted and filtered by', async ({ page, site }) => {
  const requests = requestsOf(page);
  const fetched = () => requests.filter((url) => url.includes('tables-estimates'));
  const published: Record<string, string>[] = parse(
    await readFile(join(rootSite.folder, 'data/models.csv'), 'utf8'),
    { columns: true },
  );
  const chat = published.filter(({ type }) => type === 'chat');
  await open(page, `${site.url}${explorer}?type=chat&columns=average`);
  await expectModels(page, chat.length);
  expect(fetched()).toEqual([]);

  await page.locator('.column-chooser summary').click();
  for (const name of ['Rank', 'Best rank', 'Worst rank'])
    await page.getByRole('checkbox', { name, exact: true }).check();
  await expect(page.locator('.table-note')).toHaveText(
    'Rank, Best rank, Worst rank: among all models of the preparation, as published. A slice does not compute them anew.',
  );
  await page.getByRole('button', { name: 'Worst rank' }).click();
  await page.getByRole('button', { name: 'Worst rank' }).click();
  await expect(page).toHaveURL(/sort=rank_high$/);
  await expect(page.getByRole('columnheader', { name: 'Worst rank' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const [best] = chat.toSorted(
    (a, b) => Number(a.rank_high) - Number(b.rank_high) || Number(a.row) - Number(b.row),
  );
  await expect(names(page).first()).toHaveText(best!.model!);
  await expect(page.locator('.table-window tbody tr[aria-rowindex="2"] td')).toHaveText([
    Number(best!.average).toFixed(2),
    ...[best!.rank, best!.rank_low, best!.rank_high].map((value) => group(Number(value))),
  ]);
  expect(fetched()).toHaveLength(1);

  const within = page.locator('.within');
  await within.locator('summary').click();
  await within.getByLabel('Column').selectOption({ label: 'Best rank' });
  await within.getByLabel('to', { exact: true }).fill('20');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/within=rank_low\.-20$/);
  await expectModels(page, chat.filter(({ rank_low }) => Number(rank_low) <= 20).length);
  await expect(tally(page)).toContainText(
    'models in the slice and in the filters of this page alone: best rank up to 20',
  );
  await within.getByLabel('from', { exact: true }).fill('5');
  await page.keyboard.press('Enter');
  const between = chat.filter(({ rank_low }) => Number(rank_low) >= 5 && Number(rank_low) <= 20);
  await expectModels(page, between.length);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const { csv, metadata } = unzipped(await readFile(await (await downloading).path()), 'models.csv');
  expect(metadata).toMatchObject({
    'dc:provenance': `${between.length} models; the reviewed preparation; chat, best rank 5 to 20.`,
  });
  const saved: Record<string, string>[] = parse(csv, { columns: true });
  expect(saved.map(({ rank_high }) => Number(rank_high))).toEqual(
    between.map(({ rank_high }) => Number(rank_high)).toSorted((a, b) => a - b),
  );

  await page.goBack();
  await expectModels(page, chat.filter(({ rank_low }) => Number(rank_low) <= 20).length);
  await within.getByRole('button', { name: 'Clear' }).click();
  await expectModels(page, chat.length);
  await page.goto(`${site.url}${explorer}?preparation=prepared&columns=rank.carbon_label&within=rank.1-3`);
  await settled(page);
  await expect(page.locator('.table-window tbody tr[aria-rowindex] td:nth-of-type(1)')).toHaveText([
    '1',
    '2',
    '3',
  ]);
  expect(fetched()).toHaveLength(1);
});

test('what the reader chose of the plots stands in the address; what cannot be read is named', async ({
  page,
  site,
}) => {
  await open(page, `${site.url}${explorer}?plot1=likes-log.average.type&sort=banana&size=1-9`);
  await expect(page.locator('.tool-state')).toContainText('“banana” is not a value of “sort”');
  const first = page.getByRole('region', { name: 'Scatter plot 1' });
  await expect(first.getByRole('img')).toHaveAttribute('aria-label', /against Likes, log axis.*by type/);
  await expect(first.getByLabel('Across: logarithmic axis')).toBeChecked();
  await first.getByRole('combobox', { name: 'Across', exact: true }).selectOption({ label: 'Submitted' });
  await first.getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'Dense or MoE' });
  await expect(page).toHaveURL(/\?size=1-9&plot1=submission_date\.average\.moe$/);
  await expect(first.getByRole('img')).toHaveAttribute('aria-label', /against Submitted\..*by dense or moe/);
  await page.goBack();
  await page.goBack();
  await expect(first.getByRole('img')).toHaveAttribute('aria-label', /against Likes, log axis/);
  await expect(notice(page)).toBeHidden();
});

test('nothing is wider than the window, and axe finds nothing, on a phone and a wide screen', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(
    page,
    `${site.url}${explorer}?size=1-9&groups=organisation.median.average&sort=banana&columns=rank.carbon_label&within=rank.-900`,
  );
  await page.locator('.column-chooser summary').click();
  const check = async () => {
    const [wide, room] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(wide).toBe(room);
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  };
  await check();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await check();
});

test('without the engine the page says why, and a second try shows the table', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/net::ERR_FAILED/);
  await page.route(/\/engine\/manifest\.json/, (route) => route.abort());
  await page.goto(site.url + explorer);
  await page.locator('[data-explorer]').dispatchEvent('pointermove');
  await expect(page.locator('.tool-state')).toContainText('Nothing more can be shown');
  // The bar tries by itself as well, a moment after the page.
  await expect(bar(page).again).toBeVisible();
  await page.unroute(/\/engine\/manifest\.json/);
  await bar(page).again.click();
  await expectModels(page, (await asked(page)).count);
  await expect(page.locator('.tool-state')).not.toContainText('can be shown');
});
