import type { Locator, Page } from '@playwright/test';
import { wholeTable, type Slice } from '../../src/slice/slice.ts';
import {
  charts,
  differences,
  drawingOf,
  expectAnswer,
  expectDrawings,
  figuresOf,
  marksOf,
  settled,
  state,
  unfoldFigures,
} from './answers.ts';
import { bar, sliceOf } from './bar.ts';
import { chaptersOf, expect, isEngine, requestsOf, test } from './report.ts';
import { everywhere, rootSite } from './sites.ts';

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
  test(
    `every figure of ${each} that is pointed at has tooltips of the published rows, without the engine`,
    { tag: everywhere },
    async ({ page, site, oracle }) => {
      const requests = requestsOf(page);
      await page.goto(site.url + each);
      // Off the bar, which the page's scrolling would bring under the pointer.
      await page.mouse.move(2, 300);
      const published = await oracle.expected(wholeTable);
      const all = await charts(page).all();
      const still = await Promise.all(all.map(marksOf));
      const before = await Promise.all(all.map(async (one) => (await one.boundingBox())!));
      for (const place of await figuresOf(page).all()) {
        expect(await pointAtMark(page, place), (await place.getAttribute('id'))!).toMatch(/\d/);
        await page.mouse.move(2, 300);
      }
      await expectDrawings(page, published, oracle);
      for (const [index, one] of all.entries()) {
        // What the build drew and what the browser draws is the same chart.
        expect(differences(still[index]!, await marksOf(one))).toEqual([]);
        const [was, is] = [before[index]!, (await one.boundingBox())!];
        expect(Math.abs(is.width - was.width), 'change of width').toBeLessThan(1);
        // The letters are measured by two engines, which the height of a tall chart follows.
        expect(Math.abs(is.height - was.height), 'change of height').toBeLessThan(
          Math.max(4, was.height / 100),
        );
      }
      expect(requests.filter(isEngine)).toEqual([]);
    },
  );

test('a tooltip shows the row that was pointed at', async ({ page, site, oracle }) => {
  await page.goto(site.url + 'data-preparation/');
  await unfoldFigures(page);
  const place = page.locator('[data-figure="preparation-steps"]').first();
  const preparation = (await place.getAttribute('data-preparation')) ?? undefined;
  const published = await oracle.expected(wholeTable);
  const [row] = (await published.figure({ id: 'preparation-steps', preparation })).rows;
  const text = await pointAtMark(page, place);
  expect(text).toContain(String(row!.title));
  expect(text).toContain(Number(row!.left_over).toLocaleString('en'));
});

test('letters are as large under a slice that leaves one panel of two', async ({ page, site, oracle }) => {
  const query = 'type=pretrained&name=Qwen2.5';
  await page.goto(`${site.url}size-and-score/`);
  const place = page.locator('[data-figure="family-ladders"]').first();
  /** Pixels of the page to one of the drawing. */
  const scale = () =>
    place
      .locator(`.figure-svg.is-${drawingOf(page)} svg`)
      .evaluate((svg: SVGSVGElement) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
  const before = await scale();
  await page.goto(`${site.url}size-and-score/?${query}`);
  await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
  const live = place.locator('.figure-live');
  await expect(live.getByText('pretrained', { exact: true }).first()).toBeVisible();
  await expect(live.getByText('instruction-tuned', { exact: true })).toHaveCount(0);
  expect(await scale()).toBeCloseTo(before, 2);
});

test('under a slice tooltips show the rows of the slice; after a reset the published ones again', async ({
  page,
  site,
  oracle,
}) => {
  const query = 'size=1-9';
  await page.goto(`${site.url}data-preparation/?${query}`);
  await unfoldFigures(page);
  await expectAnswer(page, await oracle.expected(sliceOf(query)), oracle);
  const place = page.locator('[data-figure="preparation-steps"]').first();
  const preparation = (await place.getAttribute('data-preparation')) ?? undefined;
  const first = async (slice: Slice) =>
    Number(
      (await (await oracle.expected(slice)).figure({ id: 'preparation-steps', preparation })).rows[0]!
        .left_over,
    );
  expect(await pointAtMark(page, place)).toContain((await first(sliceOf(query))).toLocaleString('en'));
  await bar(page).reset.click();
  await expect(state(page)).toHaveText((await oracle.expected(wholeTable)).state);
  expect(await pointAtMark(page, place)).toContain((await first(wholeTable)).toLocaleString('en'));
});

test('a chart keeps nothing of the marks that slices took away', async ({ page, site }) => {
  const chapter = 'size-and-score/';
  const queries = ['size=-7', 'type=merge', 'provider=official', 'size=7-15&moe=no', 'size=-3'];
  await page.goto(`${site.url}${chapter}?${queries.at(-1)}`);
  await settled(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const askAll = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++)
      for (const query of queries) {
        await page.evaluate((search) => {
          history.pushState(null, '', `?${search}`);
          dispatchEvent(new PopStateEvent('popstate'));
        }, query);
        await settled(page);
      }
  };
  /** Nodes of the page, those included that scripts hold on to. */
  const nodes = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'Nodes')!.value;
  };
  await askAll(2);
  const before = await nodes();
  await askAll(4);
  // The browser may hold on to what it has just taken away; what scripts hold stays.
  await expect.poll(async () => (await nodes()) / before).toBeLessThan(1.01);
});
