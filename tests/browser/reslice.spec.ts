import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { preparationTitles } from '../../src/dataset/grouping.ts';
import { formatSlice, parseSlice, wholeTable, type Slice } from '../../src/slice/slice.ts';
import { unknownParameters } from '../../src/slice/unknown-parameters.ts';
import {
  article,
  chart,
  charts,
  differences,
  drawingOf,
  expectAnswer,
  expectDrawings,
  marksOf,
  notice,
  read,
  settled,
  state,
} from './answers.ts';
import { bar, openBar, queryOf } from './bar.ts';
import { fuzzedQueries } from './fuzzed-queries.ts';
import { chaptersOf, expect, isEngine, requestsOf, test } from './report.ts';
import { rootSite, sites } from './sites.ts';

const chapter = 'size-and-score/';
const figure = 'score-per-parameter-by-size';
const sliceOf = (query: string): Slice => parseSlice(new URLSearchParams(query)).slice;

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: ReturnType<Page['locator']>): Promise<void> {
  const focused = () => element.evaluate((each) => each === document.activeElement);
  for (let presses = 0; presses < 80; presses++) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  expect(await focused(), 'reached with the Tab key').toBe(true);
}

test('the bar opens and closes with the pointer', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const { toggle, form } = bar(page);
  await expect(form).toBeHidden();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await toggle.click();
  await expect(form).toBeVisible();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await toggle.click();
  await expect(form).toBeHidden();
});

test('the keyboard alone sets a slice, changes it, closes the bar and resets', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  const { toggle, form, preset, option, ends, reset } = bar(page);

  await tabTo(page, toggle);
  await page.keyboard.press('Enter');
  await expect(form).toBeVisible();
  await tabTo(page, preset('Chat'));
  await page.keyboard.press('Enter');
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);

  await tabTo(page, ends('Parameters').first());
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expectAnswer(page, await oracle.expected(sliceOf('size=3-30&type=chat')), oracle);

  await tabTo(page, option('Type', 'Merge'));
  await page.keyboard.press('Space');
  await tabTo(page, option('Provider', 'All'));
  await page.keyboard.press('ArrowUp');
  await expect(option('Provider', 'Community')).toBeChecked();
  const slice = sliceOf('size=3-30&type=chat,merge&provider=community');
  await expectAnswer(page, await oracle.expected(slice), oracle);
  expect(queryOf(page)).toBe(formatSlice(slice));

  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(toggle).toBeFocused();
  await tabTo(page, reset);
  await page.keyboard.press('Enter');
  await expect.poll(() => article(page)).toEqual(published);
});

const ways: [name: string, query: string, act: (page: Page) => Promise<void>][] = [
  ['a preset', 'size=9-40', (page) => bar(page).preset('9 to 40 B').click()],
  [
    'a range of sizes',
    'size=2.5-20',
    async (page) => {
      await bar(page).ends('Parameters').first().fill('2.5');
      await bar(page).ends('Parameters').last().fill('20');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'types',
    'type=pretrained,merge',
    async (page) => {
      await bar(page).option('Type', 'Merge').check();
      await bar(page).option('Type', 'Pretrained').check();
    },
  ],
  ['a provider', 'provider=official', (page) => bar(page).option('Provider', 'Official').check()],
  ['dense or MoE', 'moe=yes', (page) => bar(page).option('Mixture of Experts', 'MoE').check()],
  ['a family', 'family=qwen', (page) => bar(page).option('Family of architecture', 'Qwen').check()],
  [
    'days',
    'submitted=2024-09-01..2024-12-31',
    async (page) => {
      await bar(page).ends('Submitted').first().fill('2024-09-01');
      await bar(page).ends('Submitted').last().fill('2024-12-31');
      await page.keyboard.press('Tab');
    },
  ],
  [
    'the preparation',
    'preparation=prepared',
    async (page) => {
      await bar(page).more.click();
      await bar(page).option('Preparation', preparationTitles.prepared).check();
    },
  ],
];

for (const [name, query, act] of ways)
  test(`${name} changes the numbers, the charts, the claims, the count and the address`, async ({
    page,
    site,
    oracle,
  }) => {
    const expected = await oracle.expected(sliceOf(query));
    await page.goto(site.url + chapter);
    const [before, still] = [await read(page), await marksOf(chart(page, figure))];
    await openBar(page);
    await act(page);
    await expectAnswer(page, expected, oracle);

    expect(queryOf(page)).toBe(query);
    await expect(state(page)).toHaveText(expected.state);
    const after = await read(page);
    expect(after.stats.filter(({ beside }) => beside !== null).length).toBeGreaterThan(0);
    expect(after.claims.filter(({ evidence }, at) => evidence !== before.claims[at]!.evidence)).toHaveLength(
      before.claims.length,
    );
    expect(await marksOf(chart(page, figure))).not.toEqual(still);

    // An address answers the same whichever way it came about; one way stands for all.
    if (query !== ways[0]![1]) return;
    await page.reload();
    await expectAnswer(page, expected, oracle);
    expect(await read(page)).toEqual(after);
  });

test('choosing a preset twice resets; the one that is shown is marked', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  await openBar(page);
  await bar(page).preset('Community').click();
  await expect(bar(page).preset('Community')).toHaveAttribute('aria-current', 'true');
  await expect(bar(page).option('Provider', 'Community')).toBeChecked();
  await expectAnswer(page, await oracle.expected(sliceOf('provider=community')), oracle);
  await bar(page).preset('Community').click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect(bar(page).preset('Community')).not.toHaveAttribute('aria-current');
  expect(queryOf(page)).toBe('');
});

test('back and forward undo and redo', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  const steps = ['size=1-9', 'type=merge', 'moe=yes'];
  await openBar(page);
  for (const [index, name] of ['1 to 9 B', 'Merge', 'MoE'].entries()) {
    // A preset replaces the whole slice.
    if (name === 'Merge') {
      await bar(page).reset.click();
      await bar(page).option('Type', name).check();
    } else await bar(page).preset(name).click();
    await expectAnswer(page, await oracle.expected(sliceOf(steps[index]!)), oracle);
  }
  await page.goBack();
  await expectAnswer(page, await oracle.expected(sliceOf('type=merge')), oracle);
  await expect(bar(page).option('Type', 'Merge')).toBeChecked();
  await page.goBack();
  await expect.poll(() => article(page)).toEqual(published);
  await page.goBack();
  await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
  await page.goBack();
  await expect.poll(() => article(page)).toEqual(published);
  for (let times = 0; times < 4; times++) await page.goForward();
  await expectAnswer(page, await oracle.expected(sliceOf('moe=yes')), oracle);
});

test('undo and redo go through the slices and never leave the page', async ({ page, site, oracle }) => {
  await page.goto(site.url);
  await page.goto(site.url + chapter);
  const { undo, redo, preset } = bar(page);
  const shows = async (query: string) =>
    expect(state(page)).toHaveText((await oracle.expected(sliceOf(query))).state);
  await openBar(page);
  await expect(undo).toBeDisabled();
  await expect(redo).toBeDisabled();
  await preset('1 to 9 B').click();
  await shows('size=1-9');
  // A step of the browser that is none of the slice.
  await page.evaluate(() => (location.hash = 'main'));
  await preset('Chat').click();
  await shows('type=chat');
  await undo.click();
  await shows('size=1-9');
  await undo.click();
  await shows('');
  await expect(undo).toBeDisabled();
  await redo.click();
  await shows('size=1-9');
  await redo.click();
  await shows('type=chat');
  await expect(redo).toBeDisabled();
  // Faster than the browser moves.
  await undo.evaluate((button: HTMLButtonElement) => {
    for (let times = 0; times < 6; times++) button.click();
  });
  await expect(undo).toBeDisabled();
  expect(page.url()).toContain(chapter);
  await shows('');
  await redo.click();
  await shows('size=1-9');
  await page.reload();
  await shows('size=1-9');
  await expect(redo).toBeEnabled();
  await expect(undo).toBeEnabled();
  await settled(page);
});

test('sliders and numbers show the same, and the count comes before the page is asked', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const { ends, handles, count } = bar(page);
  await openBar(page);
  const [low, high] = [handles('Parameters').first(), handles('Parameters').last()];
  const [over, upTo] = [ends('Parameters').first(), ends('Parameters').last()];
  await expect(low).toHaveAttribute('aria-valuetext', 'open');
  await over.fill('40');
  const large = await oracle.expected(sliceOf('size=40-'));
  await expect(count).toHaveText(large.state.split(':')[0]!);
  expect(queryOf(page)).toBe('');
  await expect(low).toHaveAttribute('aria-valuetext', '40 B');
  await over.press('Enter');
  await expectAnswer(page, large, oracle);

  await low.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(over).toHaveValue('35');
  await high.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(upTo).not.toHaveValue('');
  const limit = await upTo.inputValue();
  await expect(high).toHaveAttribute('aria-valuetext', `${limit} B`);
  expect(queryOf(page)).toBe(`size=35-${limit}`);
  // The handles stop at one another, and at its end a handle leaves its side open.
  await page.keyboard.press('Home');
  await expect(upTo).toHaveValue('40');
  await page.keyboard.press('End');
  await expect(upTo).toHaveValue('');
  await low.focus();
  await page.keyboard.press('Home');
  await expect(over).toHaveValue('');
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);

  // A finger or a pointer presses the line between.
  const line = (await low.boundingBox())!;
  await page.mouse.click(line.x + line.width * 0.7, line.y + line.height / 2);
  await expect(upTo).not.toHaveValue('');
  await expect(state(page)).toContainText(`up to ${await upTo.inputValue()} B`);
  await settled(page);
});

test('names are searched for, chosen and taken away with the keyboard; they load when they are reached', async ({
  page,
  site,
  oracle,
}) => {
  const requests = requestsOf(page);
  const loaded = () => requests.some((url) => url.endsWith('/data/choices.json'));
  await page.goto(site.url + chapter);
  const { form, more, search, offers, remove } = bar(page);
  await openBar(page);
  await more.click();
  await expect(search('Organisation')).toBeVisible();
  expect(loaded()).toBe(false);
  await search('Organisation').focus();
  await expect.poll(loaded).toBe(true);
  await page.keyboard.type('qw');
  await expect(search('Organisation')).toHaveAttribute('aria-expanded', 'true');
  await expect(offers('Organisation').first()).toHaveAttribute('aria-selected', 'true');
  await expect(offers('Organisation').first()).toHaveText(/^Qwen [\d,]+ models$/);
  await page.keyboard.press('Escape');
  await expect(offers('Organisation')).toHaveCount(0);
  await expect(form).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const active = await search('Organisation').getAttribute('aria-activedescendant');
  await expect(page.locator(`#${active}`)).toHaveText(/^Qwen/);
  await page.keyboard.press('Enter');
  await expectAnswer(page, await oracle.expected(sliceOf('organisation=qwen')), oracle);
  await page.keyboard.type('google');
  await offers('Organisation').first().click();
  const two = sliceOf('organisation=google,qwen');
  await expectAnswer(page, await oracle.expected(two), oracle);
  expect(queryOf(page)).toBe(formatSlice(two));
  await remove('google').press('Enter');
  await expect(state(page)).toHaveText((await oracle.expected(sliceOf('organisation=qwen'))).state);
  await expect(search('Organisation')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
});

test('a hostile name is shown as text', async ({ page, site }) => {
  const name = '<img src=x onerror="alert(1)">';
  await page.route('**/data/choices.json', (route) =>
    route.fulfill({ json: { organisation: [[name, 3, 3]], architecture: [], license: [] } }),
  );
  await page.goto(site.url + chapter);
  const { more, search, offers, root } = bar(page);
  await openBar(page);
  await more.click();
  await search('Organisation').click();
  await expect(offers('Organisation')).toContainText(name);
  await offers('Organisation').click();
  await expect(root.locator('.names-chosen li')).toContainText(name);
  await expect(root.locator('img')).toHaveCount(0);
  await expect(notice(page)).toContainText(`No model has the organisation “${name.toLowerCase()}”.`);
});

test('filters that are asked less stay folded until one of them filters', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const { option } = bar(page);
  await openBar(page);
  await expect(option('Precision', 'bfloat16')).toBeHidden();
  await page.goto(`${site.url}${chapter}?precision=bfloat16`);
  await openBar(page);
  await expect(option('Precision', 'bfloat16')).toBeChecked();
  await expect(option('Precision', 'bfloat16')).toBeVisible();
  await settled(page);
});

test('a reader who came with a slice gets the published page from a reset', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  await page.goto(`${site.url}${chapter}?size=40-`);
  await expectAnswer(page, await oracle.expected(sliceOf('size=40-')), oracle);
  expect(await article(page)).not.toEqual(published);
  await bar(page).reset.click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect.poll(() => article(page)).toEqual(published);
});

for (const build of sites)
  test.describe(build.name, () => {
    test.use({ build });

    test('links to other chapters carry the slice, which the next chapter answers', async ({
      page,
      site,
      oracle,
    }) => {
      const query = 'type=chat&provider=community';
      const [from, to] = ['data-preparation/', chapter];
      await page.goto(`${site.url}${from}?${query}`);
      await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      const inside = hrefs.filter((href) => href.startsWith(new URL(site.url).pathname));
      for (const href of inside)
        expect(href.includes(`?${query}`), `${href} carries the slice`).toBe(/\/(?:[?#]|$)/.test(href));

      await page.getByRole('link', { name: 'Next chapter' }).click();
      await expect(page).toHaveURL(`${site.url}${to}?${query}`);
      await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
      await page.getByRole('link', { name: 'Previous chapter' }).click();
      await expect(page).toHaveURL(`${site.url}${from}?${query}`);
      await bar(page).reset.click();
      await page.getByRole('link', { name: 'Next chapter' }).click();
      await expect(page).toHaveURL(site.url + to);
      await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
    });
  });

test.describe('copy link', () => {
  test('puts the address of the slice on the clipboard', async ({ page, context, site, oracle }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    const address = `${site.url}${chapter}?size=1-9`;
    await page.goto(address);
    await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
    await bar(page).copy.click();
    await expect(notice(page)).toHaveText('The link to this slice is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  test('shows the address where the browser does not let it copy', async ({ page, site, oracle }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('Not allowed.', 'NotAllowedError')) },
      });
    });
    const address = `${site.url}${chapter}?size=1-9`;
    await page.goto(address);
    await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
    await bar(page).copy.click();
    await expect(notice(page)).toContainText(address);
  });
});

test.describe('an address that is not quite one', () => {
  test('keeps what it can read, names the rest and injects nothing', async ({ page, site, oracle }) => {
    await page.goto(
      `${site.url}${chapter}?size=banana&type=chat&provider=%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
    );
    await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
    await expect(notice(page)).toContainText('“banana” is not a range of “size”');
    await expect(notice(page)).toContainText('“<script>alert(1)</script>” is not a value of “provider”');
    await expect(page.locator('reslice-bar script')).toHaveCount(0);
    await openBar(page);
    await expect(bar(page).option('Type', 'Chat')).toBeChecked();
    await expect(bar(page).option('Provider', 'All')).toBeChecked();
  });

  test('shows the published page where it can read nothing', async ({ page, site, oracle }) => {
    await page.goto(site.url + chapter);
    const published = await article(page);
    const requests = requestsOf(page);
    await page.goto(`${site.url}${chapter}?size=9-1&family=%F0%9F%8D%8C&utm_source=elsewhere`);
    await expect(notice(page)).toContainText('“9-1” is not a range of “size”');
    await expect(notice(page)).toContainText('“🍌” is not a value of “family”');
    await expect(notice(page)).not.toContainText('elsewhere');
    await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
    expect(await article(page)).toEqual(published);
    expect(requests.filter(isEngine)).toEqual([]);
  });
});

test('a name that no model has is said, with the nearest one to take', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?organisation=gogle&utm_source=x&foo=1`);
  await expect(notice(page)).toContainText('“foo” is no filter of this report');
  await expect(notice(page)).toContainText(
    'No model has the organisation “gogle”. The nearest name is “google”',
  );
  await expect(notice(page)).not.toContainText('utm_source');
  await expect(notice(page)).toContainText('No model is in this slice.');
  await notice(page).getByRole('button', { name: 'Take “google”' }).click();
  await expectAnswer(page, await oracle.expected(sliceOf('organisation=google')), oracle);
  await expect(notice(page)).not.toContainText('No model');
});

test('no query, however strange, leaves a blank page or a fault', async ({ page, site }) => {
  test.setTimeout(120_000);
  for (const query of fuzzedQueries(10, 714)) {
    await page.goto(`${site.url}${chapter}?${query}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(state(page)).toHaveText(/^(?:All [\d,]+|[\d,]+ of [\d,]+) models/);
    await settled(page);
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(3000);
    const read = new URLSearchParams(new URL(page.url()).search);
    const { slice, problems } = parseSlice(read);
    if (formatSlice(slice) !== '') await expect(state(page)).toContainText(' of ');
    for (const problem of problems)
      await expect(notice(page)).toContainText(problem.replaceAll(/\s+/g, ' ').trim());
    for (const name of unknownParameters(read)) await expect(notice(page)).toContainText(`“${name}”`);
  }
});

test('the script of the bar that comes with every page is at most 8 KB', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const scripts = await page
    .locator('script[src*="SliceBar"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
  const files = new Set(scripts.map((url) => new URL(url).pathname.slice(1)));
  expect(files.size).toBe(1);
  let bytes = 0;
  for (const file of files) {
    const script = await readFile(join(rootSite.folder, file));
    bytes += brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    // What it needs before it runs, not what it may load later.
    for (const [, needed] of script.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      files.add(`_astro/${needed}`);
  }
  expect(files.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(8000);
});

for (const [name, query] of [
  ['few', 'type=chat&moe=yes&family=phi'],
  ['no', 'size=900-'],
] as const)
  test(`a slice with ${name} models says so`, async ({ page, site, oracle }) => {
    const expected = await oracle.expected(sliceOf(query));
    expect(expected.models).toBeLessThan(10);
    await page.goto(`${site.url}${chapter}?${query}`);
    await expectAnswer(page, expected, oracle);
    await expect(state(page)).toContainText(`${expected.models} of `);
    const { stats, claims, figures } = await read(page);
    expect(stats.find(({ id }) => id === 'scaling.r2')?.text).toBe('too few');
    expect(claims.find(({ id }) => id === 'bigger-scores-higher')?.words).toBe('Too few models to tell');
    expect(figures.find(({ id }) => id === figure)?.takeaway).toBe('Too few models in this slice.');
  });

test('a chart with too few models shows nothing of the slice before', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  const published = await marksOf(chart(page, figure));
  await openBar(page);
  await bar(page).preset('9 to 40 B').click();
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
  const before = await marksOf(chart(page, figure));
  expect(before).not.toEqual(published);
  await bar(page).ends('Parameters').first().fill('900');
  await bar(page).ends('Parameters').last().fill('');
  await page.keyboard.press('Enter');
  await expectAnswer(page, await oracle.expected(sliceOf('size=900-')), oracle);
  await expect(async () => {
    if (await chart(page, figure).isVisible()) expect(await marksOf(chart(page, figure))).toEqual(published);
  }).toPass({ timeout: 5000 });
});

test('a rapid series of slices ends with the answer to the last', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  await openBar(page);
  const names = ['1 to 9 B', 'Qwen', 'Over 40 B', 'Dense', 'Community', 'Chat', 'MoE', '9 to 40 B', 'Llama'];
  // Faster than any hand: while the engine is still loading, and again while it answers.
  const press = (labels: string[]) =>
    bar(page)
      .form.locator('a.preset')
      .evaluateAll((links, wanted) => {
        for (const label of wanted)
          (links as HTMLElement[]).find((link) => link.textContent?.trim() === label)!.click();
      }, labels);
  await press(names);
  await expectAnswer(page, await oracle.expected(sliceOf('family=llama')), oracle);
  await press(names.toReversed());
  await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
  for (const name of names) await bar(page).preset(name).click();
  await expectAnswer(page, await oracle.expected(sliceOf('family=llama')), oracle);
});

test('a slice that is reset while it is being answered leaves the published page', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  await openBar(page);
  const press = () =>
    page.evaluate(() => {
      const click = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();
      click('a.preset[href="?size=1-9"]');
      click('.reslice-reset');
    });
  await press();
  // A slice that is answered after it, so that the engine has been there and gone.
  await bar(page).preset('Chat').click();
  await expectAnswer(page, await oracle.expected(sliceOf('type=chat')), oracle);
  await press();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect.poll(() => article(page)).toEqual(published);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a finger sets a slice, scrolls the bar and resets', async ({ page, site, oracle }) => {
    await page.goto(site.url + chapter);
    const published = await article(page);
    const { toggle, preset, form, option, reset } = bar(page);
    await toggle.tap();
    await expect(form).toBeVisible();
    await preset('9 to 40 B').tap();
    await expectAnswer(page, await oracle.expected(sliceOf('size=9-40')), oracle);
    await option('Provider', 'Community').tap();
    await expectAnswer(page, await oracle.expected(sliceOf('size=9-40&provider=community')), oracle);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await bar(page).more.tap();
    const last = form.locator('fieldset').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last.locator('input').last()).toBeInViewport();
    await toggle.tap();
    await expect(form).toBeHidden();
    expect(await overflow()).toBe(0);
    await reset.tap();
    await expect.poll(() => article(page)).toEqual(published);
  });
});

test('reading asks nothing of the engine; reaching for the bar does', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.waitForLoadState('networkidle');
  const text = (await page.locator('article').boundingBox())!;
  await page.mouse.move(text.x + 2, 400);
  for (let times = 0; times < 12; times++) await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(3000);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.getByText('Table, data and SQL').first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.mouse.move(text.x + 2, 400);
  await page.locator('.term').first().click();
  await expect(page.locator('.term-definition').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);

  const asked = page.waitForRequest(/\/engine\/manifest\.json$/);
  await bar(page).toggle.hover();
  await asked;
});

test('a pointer that rests at the top while the page scrolls is no reach for the bar', async ({
  page,
  site,
}) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.mouse.move(20, 20);
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
  await expect(bar(page).root).toBeInViewport();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);
});

test('reaching for the bar with the keyboard starts the engine, too', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(site.url + chapter);
  await page.waitForLoadState('networkidle');
  expect(requests.filter(isEngine)).toEqual([]);
  const asked = page.waitForRequest(/\/engine\/manifest\.json$/);
  await tabTo(page, bar(page).toggle);
  await asked;
});

test('the engine that intent has loaded shows nothing until a slice is set', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  const loaded = page.waitForResponse(/\.wasm\.gz$/);
  await openBar(page);
  await (await loaded).finished();
  await expect(notice(page)).toBeHidden();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  expect(await article(page)).toEqual(published);
});

/** Moves the pointer over the marks of a figure's chart until one of them answers; what its tooltip says. */
async function pointAtMark(page: Page, place: Locator): Promise<string> {
  await place.locator('.figure-chart').hover();
  const live = place.locator(`.figure-svg.is-${drawingOf(page)} .figure-live svg`);
  await expect(live).toBeVisible();
  const tooltip = page.locator('#vg-tooltip-element.visible');
  // Again from the start where the page was still being laid out.
  await expect(async () => {
    const points = await live.locator('.role-mark path').evaluateAll((all) =>
      all.flatMap((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        // Not in the middle, where a cell has its label.
        const [left, top] = [x + width / 4, y + height / 4];
        return document.elementFromPoint(left, top) === mark ? [{ left, top }] : [];
      }),
    );
    // Of a thousand marks a few dozen, from all over the chart, are enough.
    const some = points.filter((_, index) => index % Math.ceil(points.length / 40) === 0);
    for (const { left, top } of some) {
      await page.mouse.move(left, top);
      if (await tooltip.isVisible()) return;
    }
    throw new Error(`none of ${some.length} marks has a tooltip`);
  }).toPass({ timeout: 15_000 });
  return tooltip.innerText();
}

for (const each of await chaptersOf(rootSite))
  test(`every figure of ${each} that is pointed at has tooltips of the published rows, without the engine`, async ({
    page,
    site,
    oracle,
  }) => {
    const requests = requestsOf(page);
    await page.goto(site.url + each);
    // Off the bar, which the page's scrolling would bring under the pointer.
    await page.mouse.move(2, 300);
    const published = await oracle.expected(wholeTable);
    const all = await charts(page).all();
    const still = await Promise.all(all.map(marksOf));
    const before = await Promise.all(all.map(async (one) => (await one.boundingBox())!));
    for (const place of await page.locator('[data-figure]').all()) {
      expect(await pointAtMark(page, place), (await place.getAttribute('id'))!).toMatch(/\d/);
      await page.mouse.move(2, 300);
    }
    await expectDrawings(page, published);
    for (const [index, one] of all.entries()) {
      // What the build drew and what the browser draws is the same chart.
      expect(differences(still[index]!, await marksOf(one))).toEqual([]);
      const [was, is] = [before[index]!, (await one.boundingBox())!];
      expect(Math.abs(is.width - was.width), 'change of width').toBeLessThan(1);
      expect(Math.abs(is.height - was.height), 'change of height').toBeLessThan(4);
    }
    expect(requests.filter(isEngine)).toEqual([]);
  });

test('a tooltip shows the row that was pointed at', async ({ page, site, oracle }) => {
  await page.goto(site.url + 'data-preparation/');
  const place = page.locator('[data-figure="preparation-steps"]').first();
  const preparation = (await place.getAttribute('data-preparation')) ?? undefined;
  const [row] = (await oracle.expected(wholeTable)).figure({ id: 'preparation-steps', preparation }).rows;
  const text = await pointAtMark(page, place);
  expect(text).toContain(String(row!.title));
  expect(text).toContain(Number(row!.left_over).toLocaleString('en'));
});

test('under a slice tooltips show the rows of the slice; after a reset the published ones again', async ({
  page,
  site,
  oracle,
}) => {
  const query = 'size=1-9';
  await page.goto(`${site.url}data-preparation/?${query}`);
  await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
  const place = page.locator('[data-figure="preparation-steps"]').first();
  const preparation = (await place.getAttribute('data-preparation')) ?? undefined;
  const first = async (slice: Slice) =>
    Number(
      (await oracle.expected(slice)).figure({ id: 'preparation-steps', preparation }).rows[0]!.left_over,
    );
  expect(await pointAtMark(page, place)).toContain((await first(sliceOf(query))).toLocaleString('en'));
  await bar(page).reset.click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  expect(await pointAtMark(page, place)).toContain((await first(wholeTable)).toLocaleString('en'));
});

test('the drawing for the new width answers the slice when the width changes', async ({
  page,
  site,
  oracle,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(site.url + chapter);
  const published = await article(page);
  await openBar(page);
  await bar(page).preset('9 to 40 B').click();
  const expected = await oracle.expected(sliceOf('size=9-40'));
  await expectAnswer(page, expected, oracle);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAnswer(page, expected, oracle);
  await expect(page.locator('.figure-live')).toHaveCount(await page.locator('[data-figure]').count());
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAnswer(page, expected, oracle);
  await page.setViewportSize({ width: 360, height: 740 });
  await bar(page).reset.click();
  await expect.poll(() => article(page)).toEqual(published);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await article(page)).toEqual(published);
  await settled(page);
});
