import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { preparationTitles } from '../../src/dataset/grouping.ts';
import { formatSlice, wholeTable } from '../../src/slice/slice.ts';
import { brotliBytes, budgets } from '../budgets.ts';
import { article, chart, expectAnswer, marksOf, notice, read, settled, state } from './answers.ts';
import { bar, openBar, queryOf, sliceOf, tabTo } from './bar.ts';
import { expect, requestsOf, test } from './report.ts';
import { rootSite } from './sites.ts';

const chapter = 'size-and-score/';
const short = 'introduction/';
const figure = 'score-per-parameter-by-size';

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
  await expect.poll(() => queryOf(page)).toBe(formatSlice(slice));

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

    await expect.poll(() => queryOf(page)).toBe(query);
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

test('presets of different facets combine, and one that is pressed again is taken back', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  await openBar(page);
  await bar(page).preset('Community').click();
  await expect(bar(page).preset('Community')).toHaveAttribute('aria-current', 'true');
  await expect(bar(page).option('Provider', 'Community')).toBeChecked();
  await expectAnswer(page, await oracle.expected(sliceOf('provider=community')), oracle);
  await bar(page).preset('Chat').click();
  await bar(page).preset('1 to 9 B').click();
  const three = await oracle.expected(sliceOf('size=1-9&type=chat&provider=community'));
  await expectAnswer(page, three, oracle);
  for (const name of ['Community', 'Chat', '1 to 9 B'])
    await expect(bar(page).preset(name)).toHaveAttribute('aria-current', 'true');
  await bar(page).preset('9 to 40 B').click();
  await expect.poll(() => queryOf(page)).toBe('size=9-40&type=chat&provider=community');
  for (const name of ['9 to 40 B', 'Chat', 'Community']) await bar(page).preset(name).click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect(bar(page).preset('Community')).not.toHaveAttribute('aria-current');
  await expect.poll(() => queryOf(page)).toBe('');
});

test('each filter of the slice stands in the bar whole, and is taken back there', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(`${site.url}${chapter}?size=9-40&type=chat&provider=community`);
  const { filters, toggle } = bar(page);
  await expect(filters).toHaveText(['over 9 to 40 B', 'chat', 'community']);
  await tabTo(page, filters.first());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectAnswer(page, await oracle.expected(sliceOf('size=9-40&provider=community')), oracle);
  await expect(page.getByRole('button', { name: 'Remove: community' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove: over 9 to 40 B' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  await expect(toggle).toBeFocused();
  await expect(filters).toHaveCount(0);
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
])
  test(`the open bar leaves the answers in sight at ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    for (const path of [chapter, '', 'explorer/']) {
      await page.goto(`${site.url}${path}`);
      await openBar(page);
      await bar(page).more.click();
      const share = await page.evaluate(() => {
        const steps = Array.from({ length: 20 }, (_, at) => (at + 0.5) / 20);
        const points = steps.flatMap((x) => steps.map((y) => [x * innerWidth, y * innerHeight] as const));
        const free = points.filter(([x, y]) => !document.elementFromPoint(x, y)?.closest('reslice-bar'));
        return free.length / points.length;
      });
      expect(share, path).toBeGreaterThan(1 / 3);
    }
  });

test('back and forward undo and redo', async ({ page, site, oracle }) => {
  await page.goto(site.url + chapter);
  const published = await article(page);
  const steps = ['size=1-9', 'type=merge', 'type=merge&moe=yes'];
  await openBar(page);
  for (const [index, name] of ['1 to 9 B', 'Merge', 'MoE'].entries()) {
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
  await expectAnswer(page, await oracle.expected(sliceOf('type=merge&moe=yes')), oracle);
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
  await shows('size=1-9&type=chat');
  await undo.click();
  await shows('size=1-9');
  await undo.click();
  await shows('');
  await expect(undo).toBeDisabled();
  await redo.click();
  await shows('size=1-9');
  await redo.click();
  await shows('size=1-9&type=chat');
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

test('a press right after a preset is of the slice that the preset has set', async ({ page, site }) => {
  await page.goto(`${site.url}${chapter}?family=qwen`);
  await openBar(page);
  await settled(page);
  // Within one task, as two presses that come while the page is busy.
  const press = (...selectors: string[]) =>
    page.evaluate((all) => {
      for (const selector of all) document.querySelector<HTMLElement>(selector)!.click();
    }, selectors);
  await press('[data-preset="size=1-9"]', '.reslice-filters li:first-child button');
  await expect(page).toHaveURL(/\?size=1-9$/);
  await settled(page);
  await press('[data-preset="type=chat"]', '.site-name a');
  await expect(page).toHaveURL(`${site.url}?size=1-9&type=chat`);
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
  await expect.poll(() => queryOf(page)).toBe('');
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
  await expect.poll(() => queryOf(page)).toBe(`size=35-${limit}`);
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
  const pressed = Number(await upTo.inputValue());
  // It drags the handle on from there, and the slice follows once it is let go.
  await upTo.fill('');
  await upTo.press('Enter');
  await settled(page);
  await page.mouse.move(line.x + line.width * 0.8, line.y + line.height / 2);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width * 0.5, line.y + line.height / 2, { steps: 4 });
  await expect.poll(async () => Number(await upTo.inputValue())).toBeLessThan(pressed);
  await expect.poll(() => queryOf(page)).toBe('');
  await page.mouse.up();
  await expect(state(page)).toContainText(`up to ${await upTo.inputValue()} B`);
  await settled(page);

  // What cannot be a range is said until it is put right, also by an answer that was on its way.
  await upTo.fill('');
  await over.fill('7');
  await over.press('Tab');
  await upTo.fill('2');
  await upTo.press('Enter');
  await settled(page);
  await expect.poll(() => queryOf(page)).toBe('size=7-');
  await expect(notice(page)).toContainText('Parameters: the number after “over” must be smaller');
  await expect(upTo).toHaveAttribute('aria-invalid', 'true');
  await upTo.fill('9');
  await upTo.press('Enter');
  await settled(page);
  await expect.poll(() => queryOf(page)).toBe('size=7-9');
  await expect(upTo).toHaveAttribute('aria-invalid', 'false');
  await expect(notice(page)).toBeHidden();

  // Decimals after a comma, as many people write them; what is no number is answered in the words of the form.
  await over.fill('');
  await over.pressSequentially('7,5');
  await over.press('Enter');
  await settled(page);
  await expect.poll(() => queryOf(page)).toBe('size=7.5-9');
  await expect(over).toHaveValue('7,5');
  await expect(low).toHaveAttribute('aria-valuetext', '7.5 B');
  await over.fill('1e1');
  await over.press('Enter');
  await expect(notice(page)).toHaveText(/^Parameters: write a number such as 7\.5/);
  await expect.poll(() => queryOf(page)).toBe('size=7.5-9');
});

test('Escape closes the bar where the reader is, and so does a press outside', async ({ page, site }) => {
  await page.goto(`${site.url}${chapter}?type=chat`);
  await settled(page);
  const { toggle, form, option } = bar(page);
  await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
  const at = () => page.evaluate(() => scrollY);
  const before = await at();
  // Keys take the focus to the bar, which stands over the page.
  await toggle.focus();
  await page.keyboard.press('Shift+Tab');
  expect(await at()).toBe(before);
  await openBar(page);
  await option('Provider', 'Official').focus();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(toggle).toBeFocused();
  expect(await at()).toBe(before);
  await openBar(page);
  const { width, height } = page.viewportSize()!;
  await page.mouse.click(width - 5, height - 5);
  await expect(form).toBeHidden();
  expect(await at()).toBe(before);
});

test('undo and reset stay where they are and keep the focus', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const { toggle, undo, redo, reset, preset } = bar(page);
  const places = () => Promise.all([toggle, undo, redo, reset].map((each) => each.boundingBox()));
  await openBar(page);
  const before = await places();
  await preset('Chat').click();
  await settled(page);
  expect(await places()).toEqual(before);
  await undo.click();
  await expect.poll(() => queryOf(page)).toBe('');
  await settled(page);
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
  expect(await places()).toEqual(before);
  await redo.click();
  await settled(page);
  await reset.click();
  await expect.poll(() => queryOf(page)).toBe('');
  await expect(reset).toBeFocused();
  expect(await places()).toEqual(before);
});

for (const part of ['', '#figure-score-per-parameter-by-size'])
  test(`undo, redo and reset leave the reader where they are, with the address ${part || 'of the whole page'}`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}${chapter}${part}`);
    const { undo, redo, reset, preset, toggle } = bar(page);
    await openBar(page);
    await preset('Chat').click();
    await settled(page);
    await toggle.click();
    await page.mouse.move(600, 500);
    await page.evaluate(() => scrollTo({ top: 5000, behavior: 'instant' }));
    // What is read may lie further down the page once the text above it is of another slice.
    const held = await page.evaluateHandle(() =>
      [...document.querySelectorAll('article :is(p, h2, h3)')].find(
        (each) => each.checkVisibility() && each.getBoundingClientRect().top > 200,
      )!,
    );
    const top = () => held.evaluate((each) => each.getBoundingClientRect().top);
    const before = await top();
    for (const [button, query] of [
      [undo, ''],
      [redo, 'type=chat'],
      [reset, ''],
    ] as const) {
      await button.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => queryOf(page)).toBe(query);
      await settled(page);
      await expect(button).toBeFocused();
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);
    }
  });

test('undo and redo leave the reader where charts above take other heights', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const { undo, redo, preset, toggle } = bar(page);
  await openBar(page);
  await preset('Chat').click();
  await settled(page);
  await toggle.click();
  const held = page.locator('article p', { hasText: 'How steep is a family?' });
  await held.evaluate((each) =>
    scrollBy({ top: each.getBoundingClientRect().top - 220, behavior: 'instant' }),
  );
  const top = async () => (await held.boundingBox())!.y;
  await expect.poll(async () => Math.abs((await top()) - 220)).toBeLessThan(1);
  for (const [button, query] of [
    [undo, ''],
    [redo, 'type=chat'],
  ] as const) {
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => queryOf(page)).toBe(query);
    await settled(page);
    await expect.poll(async () => Math.abs((await top()) - 220)).toBeLessThan(2);
  }
});

test('every undo and every redo has an effect, also where the browser has dropped the first steps', async ({
  page,
  site,
}) => {
  // A page that draws little: a hundred answers are waited for.
  await page.goto(site.url + short);
  const { undo, redo, preset } = bar(page);
  await openBar(page);
  const steps = 60;
  for (let step = 0; step < steps; step += 1) {
    const before = queryOf(page);
    await preset(['Chat', 'MoE', '1 to 9 B'][step % 3]!).click();
    expect(queryOf(page)).not.toBe(before);
  }
  await settled(page);
  const last = queryOf(page);
  const press = async (button: Locator) => {
    let presses = 0;
    for (; await button.isEnabled(); presses += 1) {
      const before = queryOf(page);
      await button.click();
      await expect.poll(() => queryOf(page)).not.toBe(before);
      await settled(page);
    }
    return presses;
  };
  const undone = await press(undo);
  expect(undone).toBeGreaterThan(40);
  expect(undone).toBeLessThan(steps);
  expect(page.url()).toContain(short);
  expect(await press(redo)).toBe(undone);
  expect(queryOf(page)).toBe(last);
});

test('a run of keys on a slider is one step to undo, also where the reader leaves it at once', async ({
  page,
  site,
}) => {
  await page.clock.install();
  await page.goto(site.url + chapter);
  const { ends, handles, undo } = bar(page);
  await openBar(page);
  const [low, over] = [handles('Parameters').first(), ends('Parameters').first()];
  await low.focus();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect(over).not.toHaveValue('');
  const after = await over.inputValue();
  await expect.poll(() => queryOf(page)).toBe('');
  await page.clock.runFor(1000);
  await expect.poll(() => queryOf(page)).toBe(`size=${after}-`);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => queryOf(page)).toBe(`size=${after}-`);
  await page.keyboard.press('Tab');
  await expect.poll(() => queryOf(page)).toBe(`size=${await over.inputValue()}-`);
  await page.clock.resume();
  await settled(page);
  await undo.click();
  await expect.poll(() => queryOf(page)).toBe(`size=${after}-`);
  await undo.click();
  await expect.poll(() => queryOf(page)).toBe('');
});

test('a button that goes when it is used hands the focus on, one that has done its work keeps it', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}${chapter}?type=chat&size=banana`);
  await settled(page);
  const { reset, toggle } = bar(page);
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(notice(page)).toBeHidden();
  await expect(toggle).toBeFocused();
  const note = page.locator('.sliced-note');
  await expect(note).toBeVisible();
  await reset.press('Enter');
  await expect(reset).toBeDisabled();
  await expect(reset).toBeFocused();
  await expect(note).toBeHidden();
});

test('a slice that keeps no model offers the filters to do without', async ({ page, site, oracle }) => {
  await page.goto(`${site.url}${chapter}?size=-1&active=100-&type=chat`);
  await expect(notice(page)).toContainText('No model is in this slice.');
  // Without the type, no model is that small and that active either.
  await expect(notice(page).getByRole('button', { name: 'Without “chat' })).toHaveCount(0);
  const without = await oracle.expected(sliceOf('size=-1&type=chat'));
  const way = notice(page).getByRole('button', { name: 'Without “active' });
  await expect(way).toContainText(without.state.split(' of ')[0]!);
  await way.click();
  await expectAnswer(page, without, oracle);
  await expect.poll(() => queryOf(page)).toBe('size=-1&type=chat');
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
  // What is left in the field is no filter, and says so.
  await page.keyboard.press('Tab');
  await expect(form).toContainText('“qw” filters nothing until a name is chosen from the list.');
  await search('Organisation').focus();
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
  await expect.poll(() => queryOf(page)).toBe(formatSlice(two));
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

test('the script of the bar that comes with every page keeps to its budget', async ({ page, site }) => {
  await page.goto(site.url + chapter);
  const scripts = await page
    .locator('script[src*="SliceBar"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
  const files = new Set(scripts.map((url) => new URL(url).pathname.slice(rootSite.base.length)));
  expect(files.size).toBe(1);
  let bytes = 0;
  for (const file of files) {
    const script = await readFile(join(rootSite.folder, file));
    bytes += brotliBytes(script);
    // What it needs before it runs, not what it may load later.
    for (const [, needed] of script.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      files.add(`_astro/${needed}`);
  }
  expect(files.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(budgets.bar.script);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the list of names closes once a finger has chosen one, and opens for the next', async ({
    page,
    site,
  }) => {
    await page.goto(site.url + chapter);
    const { toggle, more, search, offers, removes } = bar(page);
    await toggle.tap();
    await more.tap();
    await search('Organisation').tap();
    await offers('Organisation').first().tap();
    await expect(offers('Organisation')).toHaveCount(0);
    await expect(search('Organisation')).toHaveAttribute('aria-expanded', 'false');
    await settled(page);
    await search('Organisation').tap();
    await offers('Organisation').first().tap();
    await expect(offers('Organisation')).toHaveCount(0);
    await expect(removes).toHaveCount(2);
  });

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
    // The filters wrap and are as wide as a finger.
    const { filters } = bar(page);
    await expect(filters).toHaveCount(2);
    for (const filter of await filters.all())
      expect((await filter.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await filters.first().tap();
    await expect.poll(() => queryOf(page)).toBe('provider=community');
    await reset.tap();
    await expect.poll(() => article(page)).toEqual(published);
  });
});
