import { wholeTable } from '../../src/slice/slice.ts';
import { article, chart, expectAnswer, marksOf, read, settled, state } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, test } from './report.ts';

const chapter = 'size-and-score/';
const figure = 'score-per-parameter-by-size';

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
    expect(figures.find(({ id }) => id === figure)?.takeaway).toMatch(
      /^Too few: \d models?; it takes \d+\.$/,
    );
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
  const names = ['1 to 9 B', 'Qwen', 'Over 40 B', 'MoE', 'Community', 'Chat', 'Dense', '9 to 40 B', 'Llama'];
  const all = 'size=9-40&type=chat&provider=community&moe=no&family=llama';
  // Faster than any hand: while the engine is still loading, and again while it answers.
  const press = (labels: string[]) =>
    bar(page)
      .form.locator('a.preset')
      .evaluateAll((links, wanted) => {
        for (const label of wanted)
          (links as HTMLElement[]).find((link) => link.textContent?.trim() === label)!.click();
      }, labels);
  await press(names);
  await expectAnswer(page, await oracle.expected(sliceOf(all)), oracle);
  // What is set is taken back, and what was replaced is set.
  await press(names.toReversed());
  await expectAnswer(page, await oracle.expected(sliceOf('size=1-9&moe=yes&family=qwen')), oracle);
  for (const name of names) await bar(page).preset(name).click();
  await expectAnswer(page, await oracle.expected(sliceOf(all)), oracle);
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
      click('[data-preset="size=1-9"]');
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

test('a reset that a newer slice follows at once does not end the wait for its answer', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url + chapter);
  await openBar(page);
  await bar(page).preset('1 to 9 B').click();
  await expectAnswer(page, await oracle.expected(sliceOf('size=1-9')), oracle);
  const numbers = () =>
    page.locator('article [data-stat]').evaluateAll((stats) => stats.map(({ textContent }) => textContent));
  // What the page shows whenever it says that it has answered.
  const answered = await page.evaluateHandle(() => {
    const seen: (string | null)[][] = [];
    const root = document.documentElement;
    let was = root.classList.contains('is-answering');
    new MutationObserver(() => {
      const is = root.classList.contains('is-answering');
      if (was && !is)
        seen.push([...document.querySelectorAll('article [data-stat]')].map((stat) => stat.textContent));
      was = is;
    }).observe(root, { attributeFilter: ['class'] });
    const click = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();
    click('.reslice-reset');
    click('[data-preset="family=qwen"]');
    return seen;
  });
  await expectAnswer(page, await oracle.expected(sliceOf('family=qwen')), oracle);
  expect(await answered.jsonValue()).toEqual([await numbers()]);
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
  // Figures of the whole table alone, and those with too few models, are not drawn for the slice.
  const live = await page.locator('.figure-live').count();
  expect(live).toBeGreaterThan(3);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAnswer(page, expected, oracle);
  await expect(page.locator('.figure-live')).toHaveCount(live);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAnswer(page, expected, oracle);
  await page.setViewportSize({ width: 360, height: 740 });
  await bar(page).reset.click();
  await expect.poll(() => article(page)).toEqual(published);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await article(page)).toEqual(published);
  await settled(page);
});
