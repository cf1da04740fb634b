import type { Page } from '@playwright/test';
import type { CandidateColumns } from '../../src/choose/candidates.ts';
import { folderOf, machines, usualFolder } from '../../src/choose/memory.ts';
import { hubAddress } from '../../src/figures/hub.ts';
import { axe } from './axe.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';

const page = 'choose/';
const answer = (on: Page) => on.locator('.choose-answer');
const status = (on: Page) => on.getByRole('status');
const table = (on: Page, name: string) => on.getByRole('table', { name });
const isCandidates = (url: string) => url.includes('/data/candidates/');
const answered = (on: Page) => expect(status(on)).toContainText('Link to this answer');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page answers, and memory and bits lead to the other answers', async ({ page: on, site }) => {
    await on.goto(site.url + page);
    await expect(answer(on)).toContainText(
      /On 24.GB at 4.bits, the best of [\d,]+ models that fit \(on the Hub when the table was made, without cautioned ones, copies counted once\) is /,
    );
    await expect(answer(on)).toContainText(/Best official|best official/);
    await expect(answer(on)).toContainText(/free licence|allow(?:s)? any use/);
    await expect(on.getByRole('combobox')).toHaveCount(0);
    // A model leads to what reads without a script: its page on the Hub.
    for (const link of await answer(on).locator('strong a, .choose-name').all())
      await expect(link).toHaveAttribute('href', /^https:\/\/huggingface\.co\//);
    await expect(on.getByRole('link', { name: /model finder$/ })).toHaveCount(0);
    const more = answer(on).locator('details table');
    await expect(more).toBeHidden();
    await on.getByText(/more of this group/).click();
    await expect(more).toBeVisible();
    await on.getByRole('group', { name: 'Memory' }).getByRole('link', { name: '48 GB' }).click();
    await on.getByRole('group', { name: 'Bits' }).getByRole('link', { name: '16 bits' }).click();
    await expect(on).toHaveURL(`${site.url}choose/48gb-16bit/`);
    await expect(answer(on)).toContainText(/^On 48.GB at 16.bits/);
    await expect(on.getByRole('link', { name: '48 GB' })).toHaveAttribute('aria-current', 'true');
  });

  test('the address that the usual machine would have leads on to its page', async ({ page: on, site }) => {
    await on.goto(`${site.url}choose/${usualFolder}/`);
    await expect(on).toHaveURL(site.url + page);
    await expect(answer(on)).toContainText(/^On 24.GB at 4.bits/);
  });
});

test('the page of every machine says what the page answers when it is asked', async ({ page: on, site }) => {
  test.setTimeout(300_000);
  for (const machine of machines) {
    await on.goto(`${site.url}choose/${folderOf(machine) ?? ''}`);
    const built = await answer(on).innerHTML();
    await on.goto(`${site.url}choose/?memory=${machine.memory}&bits=${machine.bits}&cautioned=out`);
    await answered(on);
    // Links to this page are whole where a script wrote them.
    const asked = (await answer(on).innerHTML()).replaceAll(new URL(site.url).origin, '');
    expect(asked, JSON.stringify(machine)).toBe(built);
  }
});

test('a reader finds what runs on 24 GB, why not the next one, and asks on, without the engine', async ({
  page: on,
  site,
}) => {
  const requests = requestsOf(on);
  await watchShifts(on);
  await on.goto(site.url);
  await on.getByRole('link', { name: 'Which model for my machine?' }).click();
  await on.waitForURL(site.url + page);
  await expect(answer(on)).toContainText(/the nearest, .+, is [\d.]+ behind/);
  expect(requests.filter(isCandidates)).toEqual([]);

  const open = await answer(on).innerText();
  await on.getByLabel('Licence').selectOption('free');
  await answered(on);
  await expect(on).toHaveURL(`${site.url}choose/?licence=free`);
  await expect(answer(on)).toContainText('with a free licence');
  await on.getByLabel('Another memory, GB').fill('12');
  await on.keyboard.press('Enter');
  await expect(on).toHaveURL(`${site.url}choose/?memory=12&licence=free`);
  await expect(status(on)).toContainText(/^On 12.GB at 4.bits: of [\d,]+ that fit, the best is /);
  await expect(on.getByRole('link', { name: '24 GB' })).not.toHaveAttribute('aria-current');
  await on.getByRole('link', { name: '48 GB' }).focus();
  await on.keyboard.press('Enter');
  await expect(on).toHaveURL(`${site.url}choose/48gb-4bit/?licence=free`);
  await expect(on.getByRole('link', { name: '48 GB' })).toBeFocused();
  const asked = await answer(on).innerText();

  await on.goBack();
  await expect(answer(on)).toContainText(/^On 12.GB/);
  await expect(on.getByLabel('Another memory, GB')).toHaveValue('12');
  await on.goBack();
  await on.goBack();
  await expect(on.getByLabel('Licence')).toHaveValue('any');
  expect(await answer(on).innerText()).toBe(open);
  for (let step = 0; step < 3; step++) await on.goForward();
  await expect(on).toHaveURL(`${site.url}choose/48gb-4bit/?licence=free`);
  await on.reload();
  await answered(on);
  expect(await answer(on).innerText()).toBe(asked);
  expect(new URL((await status(on).getByRole('link').getAttribute('href'))!, on.url()).href).toBe(on.url());
  expect(await shifted(on)).toBeLessThan(0.01);

  const compare = on.getByRole('link', { name: 'Compare these in the model finder' });
  const names = await table(on, 'Models named, and why').locator('.choose-name').allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  expect(requests.filter(isEngine)).toEqual([]);
  await compare.click();
  await expect(on.locator('.finder-card h2')).toHaveText(names);
});

for (const [what, link, address] of [
  ['a memory', (on: Page) => on.getByRole('link', { name: '48 GB' }), 'choose/48gb-4bit/'],
  ['a number of bits', (on: Page) => answer(on).getByRole('link', { name: '8 bits' }), 'choose/24gb-8bit/'],
] as const)
  test(`${what} that is pressed first is answered in its place, and keeps the focus`, async ({
    page: on,
    site,
  }) => {
    // What makes the page live comes late, as it does over a slow line.
    let letGo = () => {};
    const pressed = new Promise<void>((done) => (letGo = done));
    await on.route(/\/start\.[^/]*js/, async (route) => {
      await pressed;
      await route.continue();
    });
    await on.goto(site.url + page);
    const documents = requestsOf(on);
    await link(on).focus();
    await on.keyboard.press('Enter');
    letGo();
    await expect(on).toHaveURL(site.url + address);
    await answered(on);
    await expect(link(on)).toBeFocused();
    await expect(link(on)).toHaveAttribute('aria-current', 'true');
    expect(documents.filter((url) => url.endsWith('/'))).toEqual([]);
  });

test('a link that is pressed first is followed where the page does not come alive', async ({
  page: on,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  await on.route(/\/start\.[^/]*js/, (route) => route.abort());
  await on.goto(site.url + page);
  await on.getByRole('link', { name: '48 GB' }).click();
  await expect(answer(on)).toContainText(/^On 48.GB/);
});

test('a number is read with its unit and a comma, and what is none is said', async ({ page: on, site }) => {
  await on.goto(site.url + page);
  const memory = on.getByLabel('Another memory, GB');
  await memory.fill('12,5 GB');
  await on.keyboard.press('Tab');
  await expect(on).toHaveURL(`${site.url}choose/?memory=12.5`);
  await expect(memory).toHaveValue('12.5');
  await on.goto(`${site.url}${page}?memory=12,5`);
  await expect(answer(on)).toContainText(/^On 12\.5.GB/);
  await expect(memory).toHaveValue('12.5');
  await on.goto(`${site.url}${page}?memory=12.5`);
  await answered(on);
  await memory.fill('1e1');
  await on.keyboard.press('Tab');
  await expect
    .poll(() => memory.evaluate((field: HTMLInputElement) => field.validationMessage))
    .toBe('write a number such as 7.5');
  await memory.fill('');
  await on.keyboard.press('Tab');
  await expect(memory).toHaveValue('12.5');
  await expect(on).toHaveURL(`${site.url}choose/?memory=12.5`);
});

test('a chip of the front page is asked of this page too, and can be taken back', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}?type=chat&provider=official`);
  await on.getByRole('link', { name: 'Which model for my machine?' }).click();
  await answered(on);
  await expect(on).toHaveURL(`${site.url}choose/?type=chat&provider=official`);
  await expect(on.getByRole('note')).toContainText('asks for the type and for official makers');
  await expect(answer(on)).toContainText('of official providers, of type chat');
  await on.getByLabel('Official models only').uncheck();
  await expect(on).toHaveURL(`${site.url}choose/?type=chat&provider=official&makers=any`);
  await expect(answer(on)).toContainText('(of type chat');
  await on.reload();
  await expect(answer(on)).toContainText('(of type chat');
});

test('what a caution is, and by what test models are told apart, is one press away', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}`);
  await answer(on)
    .getByRole('link', { name: /Holm’s procedure/ })
    .first()
    .click();
  await expect(on.getByRole('heading', { name: 'How two models are told apart' })).toBeInViewport();
  await answer(on).getByRole('link', { name: 'cautioned' }).click();
  await expect(on).toHaveURL(`${site.url}data-card/#cautions`);
  await expect(on.getByRole('heading', { name: 'Cautions', exact: true })).toBeInViewport();
});

test('types are asked for one by one, and stand in the address', async ({ page: on, site }) => {
  await on.goto(site.url + page);
  await on.getByText('Type: any').click();
  await on.getByRole('checkbox', { name: 'Merge' }).check();
  await answered(on);
  await on.getByRole('checkbox', { name: 'Chat', exact: true }).check();
  await expect(on).toHaveURL(`${site.url}choose/?kind=chat,merge`);
  await expect(answer(on)).toContainText('of type chat or merge');
  await expect(on.getByText('Type: chat or merge')).toBeVisible();
  const facts = answer(on).locator('.choose-facts');
  await expect(facts.filter({ hasNotText: / · (?:chat|merge) · / })).toHaveCount(0);
  expect(await facts.count()).toBeGreaterThan(3);
});

test('a licence is that of the page and of the root, and a free one is free by both', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}?licence=page&memory=10`);
  await answered(on);
  await expect(answer(on)).toContainText('with a free licence on their page');
  await on.goto(`${site.url}${page}?licence=free&memory=10`);
  await answered(on);
  const facts = answer(on).locator('.choose-facts');
  await expect(facts.filter({ hasText: /root not known|, but / })).toHaveCount(0);
  await expect(facts.filter({ hasText: /, the same as / }).first()).toBeAttached();
  // Tunes whose own page names a free licence are bound by that of their root.
  await on.goto(`${site.url}${page}?memory=7&kind=fine-tuned`);
  await answered(on);
  await expect(
    answer(on)
      .getByText(/(?:apache-2\.0|mit), but /)
      .first(),
  ).toBeAttached();
});

test('weights answer as they are typed, and “All alike” takes them back', async ({ page: on, site }) => {
  await on.goto(site.url + page);
  await on.getByText(/^What matters/).click();
  await on.getByLabel('MATH level 5').fill('3');
  await on.keyboard.press('Tab');
  await answered(on);
  await expect(on).toHaveURL(/\?weights=ifeval-1,bbh-1,math-3,gpqa-1,musr-1,mmlu_pro-1$/);
  await expect(answer(on)).toContainText(/MATH level 5.×.3/);
  await expect(answer(on)).toContainText('with a weighted mean of');
  await on.getByRole('button', { name: 'All alike' }).click();
  await expect(on).toHaveURL(site.url + page);
  await expect(on.getByLabel('MATH level 5')).toHaveValue('1');
});

test('what the address says and cannot be read is named and left out', async ({ page: on, site }) => {
  await on.goto(`${site.url}${page}?memory=%3Cb%3Ebanana&bits=0&foo=1&licence=free`);
  await answered(on);
  await expect(status(on)).toContainText('“<b>banana” is no memory');
  await expect(status(on)).toContainText('“0” is no number of bits; write 16, 8, 4 or another');
  await expect(status(on)).toContainText('“foo” is no parameter of this page');
  await expect(answer(on)).toContainText(/^On 24.GB at 4.bits/);
  await expect(on.getByLabel('Licence')).toHaveValue('free');
  await on.goto(`${site.url}${page}?bar=1`);
  await expect(status(on)).toContainText('“bar” is no parameter of this page');
});

test('where nothing fits the page says what to loosen, and does it', async ({ page: on, site }) => {
  await on.goto(`${site.url}${page}?memory=0.1&bits=16&makers=official`);
  await answered(on);
  await expect(answer(on)).toContainText(/no model fits/);
  await answer(on).getByRole('link', { name: /GB$/ }).click();
  await expect(table(on, 'Models named, and why')).toBeVisible();
});

test('a file that does not come is said, and asked for again', async ({ page: on, site, faults }) => {
  faults.allow(/Failed to load resource|ERR_FAILED/);
  await on.route(isCandidatesUrl, (route) => route.abort());
  await on.goto(site.url + page);
  await on.getByLabel('Official models only').check();
  await expect(status(on)).toContainText('The models could not be loaded');
  await expect(answer(on)).toContainText(/^On 24.GB/);
  await on.unroute(isCandidatesUrl);
  await on.getByRole('button', { name: 'Try again' }).click();
  await answered(on);
  await expect(answer(on)).toContainText('of official providers');
});

const isCandidatesUrl = (url: URL) => isCandidates(url.href);

test('the name of a model stays a text', async ({ page: on, site }) => {
  const name = 'o/<img src=x onerror="document.title=1">&m=b';
  await on.route(isCandidatesUrl, async (route) => {
    const columns = (await (await route.fetch()).json()) as CandidateColumns;
    const at = columns.facts.model.indexOf('Qwen/Qwen2.5-32B-Instruct');
    const model = columns.facts.model.map((each, place) => (place === at ? name : each));
    await route.fulfill({ json: { ...columns, facts: { ...columns.facts, model } } });
  });
  await on.goto(`${site.url}${page}?makers=official`);
  await answered(on);
  await expect(answer(on).locator('.choose-name').first()).toHaveText(name);
  await expect(answer(on).locator('img')).toHaveCount(0);
  const hrefOf = async (selector: string) =>
    new URL((await answer(on).locator(selector).first().getAttribute('href'))!, on.url());
  expect(await hrefOf('.choose-name')).toHaveProperty('href', hubAddress(name));
  expect((await hrefOf('.choose-profile a')).searchParams.getAll('m')).toEqual([name]);
});

for (const width of [320, 1440])
  test(`a live answer is within the window at ${width} pixels, and axe finds nothing`, async ({
    page: on,
    site,
  }) => {
    await on.setViewportSize({ width, height: 800 });
    await on.goto(`${site.url}${page}?memory=12.5&weights=ifeval-2,math-1&still=any&cautioned=in`);
    await answered(on);
    for (const summary of await on.locator('main summary').all()) await summary.click();
    const beyond = await on
      .locator(':root')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(beyond).toBe(0);
    for (const scheme of ['light', 'dark'] as const) {
      await on.emulateMedia({ colorScheme: scheme });
      expect((await axe(on).analyze()).violations).toEqual([]);
    }
    await on.emulateMedia({ forcedColors: 'active' });
    expect((await axe(on).analyze()).violations).toEqual([]);
  });

test('the three bit widths stand beside each other, and other bits can be asked for', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}`);
  const rows = on.locator('.choose-bits tbody tr');
  await expect(rows.locator('th')).toHaveText(['16 bits', '8 bits', '4 bits']);
  await on.getByRole('textbox', { name: 'Other bits' }).fill('4,5 bits');
  await on.keyboard.press('Tab');
  await answered(on);
  await expect(on).toHaveURL(/\?bits=4\.5$/);
  await expect(answer(on)).toContainText(/^On 24.GB at 4\.5.bits/);
  await expect(rows.locator('th')).toHaveText(['16 bits', '8 bits', '4.5 bits', '4 bits']);
  await rows.getByRole('link', { name: '16 bits' }).click();
  await expect(answer(on)).toContainText(/^On 24.GB at 16.bits/);
});
