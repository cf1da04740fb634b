import type { Locator, Page } from '@playwright/test';
import { prepareTables } from '../../src/engine/prepare.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { modelTableQuery } from '../../src/finder/model-table.ts';
import { rankOf } from '../../src/finder/profile.ts';
import { ranks } from '../../src/finder/words.ts';
import { axe } from './axe.ts';
import { expect, requestsOf, test } from './report.ts';
import { shifted, watchShifts } from './shifts.ts';

const page = 'models/';
const field = (on: Page) => on.getByRole('combobox', { name: /model/ });
/** What duckdb-wasm logs when its worker is stopped while it still reads its script. */
const stoppedWorker = /error in duckdb worker|console error: ErrorEvent/;
const options = (on: Page) => on.locator('.finder-search').getByRole('option');
const offered = (on: Page) => options(on).locator('.finder-offered');
const card = (on: Page, name: string) => on.getByRole('article', { name });
const front = (on: Page) => on.locator('.finder-front');

test('the keyboard alone finds a model, adds a second one and steps back', async ({ page: on, site }) => {
  await on.goto(site.url + page);
  await field(on).focus();
  await on.keyboard.type('qwen2.5-7b-instr');
  await expect(offered(on).first()).toHaveText('Qwen/Qwen2.5-7B-Instruct');
  await on.keyboard.press('Enter');
  await expect(card(on, 'Qwen/Qwen2.5-7B-Instruct')).toBeVisible();
  expect(new URL(on.url()).search).toBe('?m=Qwen/Qwen2.5-7B-Instruct');

  await on.keyboard.type('https://huggingface.co/mistralai/Mixtral-8x7B-v0.1/tree/main?x=1');
  await expect(offered(on)).toHaveText(['mistralai/Mixtral-8x7B-v0.1']);
  await on.keyboard.press('ArrowDown');
  await on.keyboard.press('Enter');
  await expect(card(on, 'mistralai/Mixtral-8x7B-v0.1')).toBeVisible();
  await expect(on.getByRole('heading', { name: 'Side by side' })).toBeVisible();
  await expect(card(on, 'mistralai/Mixtral-8x7B-v0.1')).toContainText('12.90 B');
  // What takes the place of a card that goes has the focus, and is seen.
  const heading = card(on, 'Qwen/Qwen2.5-7B-Instruct').getByRole('heading', { level: 2 });
  await on.getByRole('button', { name: 'Remove mistralai/Mixtral-8x7B-v0.1' }).press('Enter');
  await expect(on.locator('.finder-card')).toHaveCount(1);
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await on.goBack();
  await expect(on.getByRole('heading', { name: 'Side by side' })).toBeVisible();

  await on.goBack();
  await expect(on.getByRole('heading', { name: 'Side by side' })).toHaveCount(0);
  await expect(card(on, 'Qwen/Qwen2.5-7B-Instruct')).toBeVisible();
  const first = card(on, 'Qwen/Qwen2.5-7B-Instruct');
  await first.locator('.finder-list a').first().press('Enter');
  await expect(on.locator('.finder-card h2')).toBeFocused();
  await expect(first).toHaveCount(0);
  await on.goBack();
  await first.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(on.locator('.finder-card')).toHaveCount(0);
  await expect(field(on)).toBeFocused();
});

test('the maker’s model comes before its copies, each offer with its size, score and likes', async ({
  page: on,
  site,
}) => {
  await on.goto(site.url + page);
  await field(on).focus();
  await on.keyboard.type('gemma2 9b it');
  await expect(offered(on).first()).toHaveText('google/gemma-2-9b-it');
  await expect(options(on).first()).toHaveAccessibleName(
    /^google\/gemma-2-9b-it\s?, 9\.24\sB, average \d+\.\d, [\d,]+ likes, official$/,
  );
  await on.keyboard.press('Enter');
  await expect(card(on, 'google/gemma-2-9b-it')).toBeVisible();
  await on.keyboard.type('Meta-Llama-3.1-8B-Instruct');
  await expect(options(on).first()).toContainText('also known as meta-llama/Meta-Llama-3.1-8B-Instruct');
  await on.keyboard.press('Enter');
  await expect(card(on, 'meta-llama/Llama-3.1-8B-Instruct')).toBeVisible();
});

test('the front page has the same search; without its script the finder offers what was meant', async ({
  page: on,
  site,
  faults,
}) => {
  await on.goto(site.url);
  const search = on.locator('.front-find input');
  await search.focus();
  await on.keyboard.type('phi4');
  await expect(offered(on).first()).toHaveText('microsoft/phi-4');
  await expect(search).toBeFocused();
  await on.keyboard.press('Enter');
  await expect(on).toHaveURL(/\/models\/\?m=microsoft(?:%2F|\/)phi-4$/);
  await expect(card(on, 'microsoft/phi-4')).toBeVisible();

  faults.allow(/Failed to load resource.*find-form/);
  await on.route('**/find-form*', (route) => route.abort());
  await on.goto(site.url);
  await search.fill('phi4');
  await on.getByRole('button', { name: 'Show it among its peers' }).click();
  await on.locator('.tool-state').getByRole('button', { name: 'Show microsoft/phi-4', exact: true }).click();
  await expect(card(on, 'microsoft/phi-4')).toBeVisible();
});

test('a model with a caution is offered with it, and has it on its card', async ({ page: on, site }) => {
  await on.goto(site.url + page);
  await expect(front(on)).toBeVisible();
  await field(on).focus();
  await on.keyboard.type('benchmaxx-llama');
  const words = 'results at odds with each other';
  await expect(offered(on)).toHaveText(['qingy2024/Benchmaxx-Llama-3.2-1B-Instruct']);
  await expect(options(on)).toContainText(`caution: ${words}`);
  await on.keyboard.press('Enter');
  await expect(card(on, 'qingy2024/Benchmaxx-Llama-3.2-1B-Instruct')).toContainText(`Caution: ${words}.`);
  await on.keyboard.type('qwen2.5-7b-instruct');
  await expect(offered(on).first()).toHaveText('Qwen/Qwen2.5-7B-Instruct');
});

test('a model whose name says that it refuses less is marked on its card and in lists', async ({
  page: on,
  site,
}) => {
  const name = 'BoltMonkey/NeuralDaredevil-SuperNova-Lite-7B-DARETIES-abliterated';
  await on.goto(`${site.url}${page}?${new URLSearchParams({ m: name }).toString()}`);
  await expect(card(on, name)).toContainText(
    'By its name abliterated: changed so that it refuses fewer requests.',
  );
  await on.goto(site.url + page);
  await expect(front(on)).toContainText('(called abliterated, changed to refuse less)');
});

test('the card says what the native engine says; a name of another case is found', async ({
  page: on,
  site,
}) => {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  const [row] = await engine.query(
    "SELECT printf('%.1f', average) AS average, printf('%.1f', math) AS math, CAST((SELECT count(*) FROM reviewed AS b WHERE b.average > a.average) + 1 AS INTEGER) AS rank, CAST((SELECT count(*) FROM reviewed AS b WHERE b.row <> a.row AND b.parameters_b BETWEEN a.parameters_b / 1.5 AND a.parameters_b * 1.5) AS INTEGER) AS peers, CAST((SELECT round(100 * avg(CASE WHEN b.math < a.math THEN 1 WHEN b.math = a.math THEN 0.5 ELSE 0 END)) FROM reviewed AS b WHERE b.row <> a.row AND b.parameters_b BETWEEN a.parameters_b / 1.5 AND a.parameters_b * 1.5) AS INTEGER) AS percentile FROM reviewed AS a WHERE model = 'google/gemma-2-9b-it'",
  );
  const all = modelTableQuery('reviewed').read(await engine.query(modelTableQuery('reviewed').sql));
  const rank = rankOf(
    all,
    all.findIndex(({ model }) => model === 'google/gemma-2-9b-it'),
  );
  expect(rank.place).toBe(row!.rank);
  await engine.close();
  await on.goto(`${site.url}${page}?m=Google/GEMMA-2-9b-it`);
  const shown = card(on, 'google/gemma-2-9b-it');
  await expect(shown).toContainText(`Against ${Number(row!.peers).toLocaleString('en')} models`);
  await expect(shown).toContainText(`${String(row!.average)}, the ${Number(row!.rank).toLocaleString('en')}`);
  await expect(shown.locator('.finder-facts > div', { hasText: 'Rank' })).toHaveText(
    `Rank, 95\u00a0% interval${ranks(rank)}, by the error of the questions`,
  );
  const math = shown.getByRole('row', { name: /MATH level 5/ });
  await expect(math).toContainText(String(row!.math));
  await expect(math.getByRole('cell').last()).toHaveText(
    new RegExp(`^${String(row!.percentile)}(?:st|nd|rd|th)$`),
  );
  await expect(shown.getByRole('link', { name: 'On the Hub' })).toHaveAttribute(
    'href',
    'https://huggingface.co/google/gemma-2-9b-it',
  );
  await expect(shown).toContainText('Against its root, the pretrained model google/gemma-2-9b');
});

test('models side by side differ by an interval, against the one that the reader takes', async ({
  page: on,
  site,
}) => {
  const [root, chat] = ['google/gemma-2-9b', 'google/gemma-2-9b-it'];
  await on.goto(`${site.url}${page}?m=${root}&m=${chat}`);
  const table = on.getByRole('group', { name: 'Table of the differences' });
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  // Half an interval of IFEval: 1.96 standard errors of a difference of two shares over 541 prompts.
  const [row] = await engine.query(
    `SELECT printf('%+.1f', b.ifeval - a.ifeval) AS change, printf('%.1f', 1.959964 * 100 * sqrt((a.ifeval_raw * (1 - a.ifeval_raw) + b.ifeval_raw * (1 - b.ifeval_raw)) / 541)) AS reach FROM reviewed AS a, reviewed AS b WHERE a.model = '${root}' AND b.model = '${chat}'`,
  );
  await engine.close();
  await expect(table.getByRole('row', { name: /IFEval/ })).toContainText(
    `${String(row!.change)} ± ${String(row!.reach)}`,
  );
  await expect(table.getByRole('row')).toHaveCount(8);
  await expect(table).toContainText('within its error');
  await expect(on.locator('.finder-comparison')).toContainText('some in plain text');
  await on.getByRole('combobox', { name: 'Against' }).selectOption({ label: chat });
  expect(new URL(on.url()).search).toBe(`?m=${chat}&m=${root}`);
  await expect(table.getByRole('row', { name: /IFEval/ })).toContainText(
    `${String(row!.change).replace('+', '−')} ± ${String(row!.reach)}`,
  );
});

test('a model outside what is asked for says so, on its card and in both legends', async ({
  page: on,
  site,
}) => {
  const [small, large] = ['google/gemma-2-2b-it', 'google/gemma-2-27b-it'];
  await on.goto(`${site.url}${page}?size=-9&memory=8&m=${small}&m=${large}`);
  await expect(card(on, large)).toContainText(
    /Outside what is asked for \(up to 9 B, within 8\sGB at 4\sbits, still on the Hub\): it is none of the [\d,]+ models left\./,
  );
  await expect(card(on, small)).not.toContainText('Outside');
  for (const part of [on.locator('.finder-comparison'), front(on)])
    await expect(part.getByRole('list', { name: /^Marks/ }).getByRole('listitem')).toHaveText([
      /google\/gemma-2-2b-it$/,
      /google\/gemma-2-27b-it, outside what is asked for$/,
    ]);
});

test('the front has models that are still on the Hub, and on request those that are gone, marked', async ({
  page: on,
  site,
}) => {
  await on.goto(site.url + page);
  const still = front(on).getByRole('checkbox', { name: 'Still on the Hub' });
  await expect(still).toBeChecked();
  await expect(front(on).getByText('gone from the Hub')).toHaveCount(0);
  await still.uncheck();
  await expect(on).toHaveURL(/\?still=any$/);
  await expect(front(on).getByText('(gone from the Hub)').first()).toBeAttached();
  await still.check();
  await expect(front(on).getByText('gone from the Hub')).toHaveCount(0);
  await expect(on).not.toHaveURL(/still/);
});

test('a licence for any use is asked for as on the page of a machine', async ({ page: on, site }) => {
  await on.goto(`${site.url}choose/?licence=free&cautioned=in&memory=48&bits=16`);
  await expect(on.locator('.choose-answer')).toContainText(
    'with a free licence on their page and that of their root',
  );
  const best = await on.locator('.choose-answer .choose-sentence strong a').first().innerText();
  await on.goto(`${site.url}${page}?memory=48&bits=16`);
  await front(on).getByRole('combobox', { name: 'Licence' }).selectOption('free');
  await expect(on).toHaveURL(/memory=48&bits=16&licence=free$/);
  await expect(front(on)).toContainText(`The best by average is ${best}`);
});

test('memory and bits are constraints in the address; what cannot be told from the best is counted', async ({
  page: on,
  site,
}) => {
  // The page of a machine asks the same: what is still on the Hub, without cautioned models.
  await on.goto(`${site.url}choose/`);
  const heading = await on.getByRole('heading', { name: /Cannot be told from the best/ }).innerText();
  const others = Number(/(\d+) model/.exec(heading)![1]);
  const best = await on.locator('.choose-sentence strong a').first().innerText();
  await on.goto(`${site.url}${page}?hub=yes&caution=none`);
  const memory = front(on).getByRole('textbox', { name: /Memory/ });
  await memory.fill('a lot');
  await memory.press('Enter');
  await expect(front(on)).toContainText('“a lot” is no memory');
  await memory.fill('24,0');
  await memory.press('Enter');
  await expect(on).toHaveURL(/hub=yes&caution=none&memory=24$/);
  await expect(front(on)).toContainText(`The best by average is ${best}`);
  await expect(front(on)).toContainText(
    `others, copies aside, ${others === 1 ? 'one' : others} cannot be told from it`,
  );
  await front(on).getByText('Which these are').click();
  await expect(front(on).locator('.finder-ties li')).toHaveCount(others);
  await front(on).getByRole('combobox', { name: 'at bits of a weight' }).selectOption('16');
  await expect(on).toHaveURL(/memory=24&bits=16$/);
  await on.reload();
  await expect(memory).toHaveValue('24');
  await on.goBack();
  await expect(front(on)).toContainText(`The best by average is ${best}`);
});

test('a card says what is compared with what, and what its descendants gained over a model', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}?m=princeton-nlp/gemma-2-9b-it-SimPO`);
  const tune = card(on, 'princeton-nlp/gemma-2-9b-it-SimPO');
  await expect(tune).toContainText('Against its root, the pretrained model google/gemma-2-9b:');
  await expect(tune).toContainText(
    'Against google/gemma-2-9b-it, the chat version of that root by the makers of the root:',
  );
  await on.goto(`${site.url}${page}?m=google/gemma-2-9b`);
  const root = card(on, 'google/gemma-2-9b');
  await expect(root).toContainText(
    /Over \d+ models with it as the root the mean change of the average score is [+−]\d+\.\d points \(/,
  );
  await root.getByRole('link', { name: 'It and its descendants as a slice' }).click();
  await expect(on).toHaveURL(/models\/\?base=google\/gemma-2-9b$/);
  await expect(front(on)).toContainText('The best by average is');
});

test('the front follows the constraints of the bar and the reader’s choice', async ({ page: on, site }) => {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  const kept = "FROM reviewed WHERE license = 'apache-2.0' AND parameters_b <= 9 AND co2_kg > 0";
  const members = await engine.query(
    `SELECT model FROM (SELECT * ${kept}) AS a WHERE NOT EXISTS (SELECT 1 FROM (SELECT * ${kept}) AS b WHERE b.co2_kg <= a.co2_kg AND b.math >= a.math AND (b.co2_kg < a.co2_kg OR b.math > a.math)) ORDER BY co2_kg, row`,
  );
  await engine.close();
  await on.goto(`${site.url}${page}?license=apache-2.0&size=-9`);
  await front(on).getByRole('combobox', { name: 'Less of' }).selectOption('co2_kg');
  await front(on).getByRole('combobox', { name: 'More of' }).selectOption('math');
  const names = front(on).locator('tbody td:first-child');
  await expect(names).toHaveText(members.map(({ model }) => String(model)));
  await expect(front(on).locator('.vega-embed svg')).toBeVisible();
  expect(new URL(on.url()).search).toContain('cost=co2_kg');
  const noise = front(on).getByLabel('as good within noise');
  await noise.check();
  await expect(names.filter({ hasText: 'as good within noise' }).first()).toBeVisible();
  const all = await names.allInnerTexts();
  expect(all.length).toBeGreaterThan(members.length);
  expect(new URL(on.url()).searchParams.get('close')).toBe('yes');
  await on.reload();
  await expect(names).toHaveText(all);
  await expect(noise).toBeChecked();
  await on.goBack();
  await expect(names).toHaveCount(members.length);
  await expect(noise).not.toBeChecked();
  await on.goForward();
  await expect(names).toHaveText(all);
  await expect(noise).toBeChecked();
});

test('a point of the front says its model, and pressed pins a card that leads to the Hub', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}?size=-9`);
  const best = front(on).locator('.finder-plot .mark-symbol path').last();
  await best.hover();
  const tip = on.locator('#vg-tooltip-element.visible');
  await expect(tip).toContainText('Model');
  const model = (await tip.locator('td.value').first().innerText()).trim();
  const row = front(on).locator('tbody tr').last();
  await expect(row).toContainText(model);
  await best.click();
  const pinned = front(on).getByRole('dialog', { name: model });
  await expect(pinned.getByRole('link', { name: model })).toHaveAttribute(
    'href',
    `https://huggingface.co/${model}`,
  );
  await expect(pinned.getByRole('row', { name: /Average score/ })).toContainText(
    await row.getByRole('cell').nth(2).innerText(),
  );
  await expect(pinned.getByRole('row', { name: /Parameters/ })).toHaveCount(1);
  // What is said of a point goes with the point.
  await front(on).getByRole('combobox', { name: 'Less of' }).selectOption('co2_kg');
  await expect(pinned).toHaveCount(0);
});

for (const [width, query] of [
  [1440, '?size=7-9&cost=co2_kg'],
  [1440, '?cost=co2_kg&gain=math&m=Qwen/Qwen2.5-0.5B&m=Qwen/Qwen2.5-72B-Instruct'],
  [360, '?size=7-9&cost=co2_kg&m=nvidia/Mistral-NeMo-Minitron-8B-Base'],
] as const)
  test(`names of points stay within the plot of ${query} at ${width} pixels`, async ({ page: on, site }) => {
    await on.setViewportSize({ width, height: 900 });
    await on.goto(site.url + page + query);
    const names = front(on).locator('.finder-plot .mark-text.role-mark text');
    await expect(names.first()).toBeVisible();
    const plot = (await front(on).locator('.finder-plot path.background').first().boundingBox())!;
    for (const name of await names.all()) {
      const { x, y, width: long, height: tall } = (await name.boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(plot.x - 1);
      expect(x + long).toBeLessThanOrEqual(plot.x + plot.width + 1);
      expect(y).toBeGreaterThanOrEqual(plot.y - 4);
      expect(y + tall).toBeLessThanOrEqual(plot.y + plot.height + 4);
    }
  });

test('the keyboard goes through the points of the front', async ({ page: on, site }) => {
  await on.goto(`${site.url}${page}?size=-9`);
  const walk = front(on).getByRole('button', { name: 'Go through the models in the chart' });
  await expect(front(on).locator('.vega-embed svg')).toBeVisible();
  await front(on).locator('.finder-ties summary').focus();
  await on.keyboard.press('Tab');
  await expect(walk).toBeFocused();
  await on.keyboard.press('Enter');
  const points = front(on).locator('.figure-point');
  await expect(points.first()).toBeFocused();
  const names = await front(on).locator('tbody td:first-child a').allInnerTexts();
  const said = await points.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  expect(said.map((each) => each!.split(',')[0]).sort()).toEqual(names.map((name) => name.trim()).sort());
  const middle = (box: { x: number; y: number; width: number; height: number } | null) =>
    [box!.x + box!.width / 2, box!.y + box!.height / 2] as const;
  const marks = await front(on).locator('.finder-plot .mark-symbol path').all();
  const middles = await Promise.all(marks.map(async (mark) => middle(await mark.boundingBox())));
  for (const point of await points.all()) {
    const [x, y] = middle(await point.boundingBox());
    expect(Math.min(...middles.map(([left, top]) => Math.hypot(left - x, top - y)))).toBeLessThan(1.5);
  }
  await on.keyboard.press('End');
  await expect(points.last()).toBeFocused();
  await on.keyboard.press('ArrowLeft');
  await on.keyboard.press('Enter');
  const [model] = said.at(-2)!.split(',');
  await expect(
    front(on)
      .getByRole('link', { name: `${model}`, exact: true })
      .first(),
  ).toBeFocused();
  await on.keyboard.press('Escape');
  await expect(points.nth(-2)).toBeFocused();
  await on.keyboard.press('Escape');
  await expect(walk).toBeFocused();
});

test('a name that is not there is named, with the nearest one, and injects nothing', async ({
  page: on,
  site,
}) => {
  await on.goto(
    `${site.url}${page}?m=Qwen/Qwen2.5-7B-Instrukt&m=%3Cimg%20src=x%20onerror=alert(1)%3E&cost=money`,
  );
  const state = on.locator('.tool-state');
  const hostile = state.getByText('no model “<img src=x onerror=alert(1)>”');
  await expect(hostile).toContainText('No name is near it.');
  await expect(hostile.getByRole('button')).toHaveCount(0);
  await expect(state).toContainText('“money” is not a value of “cost”');
  await expect(on.locator('.tool-state img')).toHaveCount(0);
  await state.getByRole('button', { name: 'Show Qwen/Qwen2.5-7B-Instruct' }).click();
  await expect(card(on, 'Qwen/Qwen2.5-7B-Instruct')).toBeVisible();
});

test('a model counts once whatever its case; a fifth is refused and named', async ({ page: on, site }) => {
  const four = ['google/gemma-2-9b', 'google/gemma-2-9b-it', 'google/gemma-2-2b', 'google/gemma-2-2b-it'];
  const query = [...four, 'GOOGLE/gemma-2-9b'].map((name) => `m=${name}`).join('&');
  await on.goto(`${site.url}${page}?${query}`);
  await expect(on.locator('.finder-card')).toHaveCount(4);
  await field(on).fill('google/gemma-2-27b-it');
  await expect(offered(on).first()).toHaveText('google/gemma-2-27b-it');
  await on.keyboard.press('Enter');
  await expect(on.locator('.tool-state')).toContainText('remove one to add google/gemma-2-27b-it');
  await expect(on.locator('.finder-card h2')).toHaveText(four);
});

test('compared models have marks of their own, alike in the strips, the charts and their legends', async ({
  page: on,
  site,
}) => {
  const four = ['google/gemma-2-9b', 'google/gemma-2-9b-it', 'google/gemma-2-2b', 'google/gemma-2-2b-it'];
  await on.goto(`${site.url}${page}?${four.map((name) => `m=${name}`).join('&')}`);
  const inLegend = async (part: Locator) => ({
    names: await part.getByRole('listitem').allInnerTexts(),
    fills: await part.locator('path').evaluateAll((all) => all.map((each) => each.getAttribute('fill'))),
    shapes: await part.locator('path').evaluateAll((all) => all.map((each) => each.getAttribute('d'))),
  });
  await expect(front(on).locator('.finder-plot .vega-embed svg')).toBeVisible();
  const legend = await inLegend(front(on).getByRole('list', { name: 'Marks of the compared models' }));
  expect(legend.names.map((name) => name.trim())).toEqual(four.map((name, at) => `${'ABCD'[at]} ${name}`));
  expect(new Set(legend.fills).size).toBe(4);
  expect(new Set(legend.shapes).size).toBe(4);
  expect(await inLegend(on.locator('.finder-comparison').getByRole('list', { name: /^Marks/ }))).toEqual(
    legend,
  );
  const first = on.locator('.finder-dots g').first();
  expect(await first.locator('path').evaluateAll((all) => all.map((each) => each.getAttribute('d')))).toEqual(
    legend.shapes,
  );
  const drawn: (string | null)[] = [];
  for (const [at, name] of four.entries()) {
    await expect(card(on, name).first().locator('.finder-mark').first()).toHaveAttribute(
      'stroke',
      legend.fills[at]!,
    );
    drawn.push(
      await front(on)
        .locator(`.finder-plot path[fill="${legend.fills[at]}"][stroke="var(--fig-paper)"]`)
        .getAttribute('d'),
    );
  }
  expect(new Set(drawn).size).toBe(4);
  // Each letter twice, its ground first.
  await expect(front(on).locator('.finder-plot .mark-text text', { hasText: /^[A-D]$/ })).toHaveCount(8);
});

test('a name that is pasted and sent off before the names are there is taken up once they are', async ({
  page: on,
  site,
}) => {
  const names = Promise.withResolvers<void>();
  await on.route('**/model-search.json', async (route) => {
    await names.promise;
    await route.continue();
  });
  await on.goto(site.url + page);
  const asked = on.waitForRequest('**/model-search.json');
  await field(on).fill('https://huggingface.co/google/gemma-2-9b');
  await on.keyboard.press('Enter');
  await asked;
  await expect(field(on)).toHaveValue(/gemma/);
  names.resolve();
  await expect(card(on, 'google/gemma-2-9b')).toBeVisible();
  await expect(field(on)).toHaveValue('');
});

test('without the engine the names are found all the same, and the page says why there is no more', async ({
  page: on,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource.*\.wasm\.zst/);
  faults.allow(stoppedWorker);
  await on.route('**/*.wasm*', (route) => route.abort());
  await on.goto(site.url + page);
  await field(on).fill('gemma-2-27b');
  await expect(on.locator('.tool-state')).toContainText('the engine did not start');
  // What the build put there stays.
  await expect(front(on).locator('tbody tr').first()).toBeVisible();
  await expect(offered(on).first()).toContainText('gemma-2-27b');
});

for (const width of [320, 390, 1440])
  test(`at ${width} pixels nothing is wider than the window and axe finds nothing`, async ({
    page: on,
    site,
  }) => {
    await on.setViewportSize({ width, height: 900 });
    await on.goto(
      `${site.url}${page}?m=mistralai/Mixtral-8x7B-Instruct-v0.1&m=google/gemma-2-9b-it&size=-20`,
    );
    await expect(on.locator('.finder-plot .vega-embed svg')).toBeVisible();
    await expect(card(on, 'google/gemma-2-9b-it')).toContainText('Its descendants');
    expect(await on.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await field(on).fill('deepseek-r1-distill-qwen');
    await expect(offered(on).first()).toBeVisible();
    expect(await on.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await on.keyboard.press('Escape');
    const found = await axe(on).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

for (const width of [390, 1440])
  test(`the front of the build asks no engine, becomes live at ${width} pixels and nothing moves`, async ({
    page: on,
    site,
  }) => {
    await on.setViewportSize({ width, height: 900 });
    await watchShifts(on);
    const requests = requestsOf(on);
    await on.goto(site.url + page);
    await on.waitForLoadState('networkidle');
    const drawing = front(on).locator(`.is-${width < 600 ? 'phone' : 'desktop'} > svg`);
    await expect(drawing).toBeVisible();
    const published = await front(on).locator('tbody').innerText();
    expect(requests.filter((url) => /\/engine\/|\/plots\/|start\./.test(url))).toEqual([]);

    await field(on).hover();
    await expect(front(on).locator('.vega-embed svg')).toBeVisible();
    await expect(drawing).toHaveCount(0);
    expect(await front(on).locator('tbody').innerText()).toBe(published);
    expect(await shifted(on)).toBeLessThan(0.02);
  });

test('where the address asks for another view the one of the build keeps its place unseen', async ({
  page: on,
  site,
}) => {
  await on.route('**/*.wasm*', () => undefined);
  await on.goto(`${site.url}${page}?cost=co2_kg&utm_source=x`);
  await expect(on.locator('.tool-state')).toContainText('Loading the tables');
  await expect(front(on)).toBeHidden();
  expect((await front(on).boundingBox())!.height).toBeGreaterThan(300);
  await on.goto(`${site.url}${page}?utm_source=x`);
  await expect(front(on)).toBeVisible();
});

test('a choice that is made before the engine is there is held back and answered', async ({
  page: on,
  site,
}) => {
  const wasm = Promise.withResolvers<void>();
  await on.route('**/*.wasm*', async (route) => {
    await wasm.promise;
    await route.continue();
  });
  await on.goto(site.url + page);
  await front(on).getByRole('combobox', { name: 'Less of' }).selectOption('co2_kg');
  await expect(on).toHaveURL(/\?cost=co2_kg$/);
  await expect(front(on)).toBeHidden();
  wasm.resolve();
  await expect(front(on).getByRole('columnheader', { name: /CO₂/ })).toBeVisible();
  await expect(front(on).getByRole('combobox', { name: 'Less of' })).toHaveValue('co2_kg');
});

test('without JavaScript the page says what it needs and leads to the file', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const on = await context.newPage();
  await on.goto(site.url + page);
  await expect(on.locator('.without-script')).toContainText('needs JavaScript');
  await expect(front(on)).toContainText('beaten by no other');
  await expect(front(on).locator('.finder-plot svg').first()).toBeVisible();
  await expect(on.getByRole('link', { name: 'MaziyarPanahi/calme-3.2-instruct-78b' }).first()).toBeVisible();
  await expect(field(on)).toBeHidden();
  // Nothing here shows a single model without a script, so each leads to its page on the Hub.
  for (const link of await front(on).locator('a[data-step]').all())
    await expect(link).toHaveAttribute('href', /^https:\/\/huggingface\.co\//);
  await expect(on.getByRole('link', { name: 'reviewed models as CSV' })).toBeVisible();
  await context.close();
});

test('a model of the front that is pressed before the page is live is shown here', async ({
  page: on,
  site,
}) => {
  let letGo = () => {};
  const pressed = new Promise<void>((done) => (letGo = done));
  await on.route(/\/start\.[^/]*js/, async (route) => {
    await pressed;
    await route.continue();
  });
  await on.goto(site.url + page);
  const link = front(on).locator('table a[data-step]').first();
  const name = await link.innerText();
  await link.focus();
  await on.keyboard.press('Enter');
  letGo();
  await expect(card(on, name)).toBeVisible();
  expect(new URL(on.url()).search).toBe(`?m=${name}`);
});

test('cautioned models are said to be in, and can be left out as on the page of a machine', async ({
  page: on,
  site,
}) => {
  await on.goto(`${site.url}${page}?memory=24`);
  await expect(front(on)).toContainText(/of which \d+ are left here, each with its caution behind the name/);
  await front(on).getByRole('checkbox', { name: 'Without cautioned models' }).check();
  await expect(on).toHaveURL(`${site.url}${page}?memory=24&cautioned=out`);
  await expect(front(on)).toContainText('as is done here');
  const best = front(on)
    .getByText(/^The best by average is/)
    .getByRole('link')
    .first();
  const name = await best.innerText();
  await front(on).getByRole('link', { name: 'Which model for my machine' }).click();
  await expect(on.locator('.choose-sentence strong')).toContainText(name);
});

test('the licence of the root stands on the card and side by side', async ({ page: on, site }) => {
  const [tune, root] = ['NousResearch/Hermes-3-Llama-3.1-8B', 'Qwen/Qwen2.5-7B'];
  await on.goto(`${site.url}${page}?m=${tune}&m=${root}`);
  await expect(card(on, tune).locator('dd', { hasText: 'what binds it' })).toContainText(
    /^llama3.*meta-llama\/.*; what binds it$/,
  );
  const row = on
    .getByRole('table', { name: 'Table of the models side by side' })
    .getByRole('row', { name: /^Licen[cs]e/ });
  await expect(row).toContainText(/meta-llama\//);
  await expect(row.getByRole('cell').last()).toHaveText('apache-2.0');
});
