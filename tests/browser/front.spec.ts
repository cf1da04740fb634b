import { smallChartIds } from '../../src/figures/small-charts.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { expectAnswer, expectDrawings, expectSmallCharts } from './answers.ts';
import { bar, openBar, sliceOf } from './bar.ts';
import { expect, isEngine, requestsOf, test } from './report.ts';

for (const [name, query, width, files] of [
  ['a preset', 'size=-9', 1440, true],
  ['a family', 'family=qwen', 390, true],
  ['the notebook’s preparation', 'preparation=prepared', 1440, true],
  ['a slice that nobody declared', 'size=1-7&family=llama', 1440, false],
  ['a slice of too few', 'size=9-40&type=continued', 390, true],
] as const)
  test(`the front page obeys ${name} in its address, small charts too`, async ({ page, site, oracle }) => {
    await page.setViewportSize({ width, height: 900 });
    const requests = requestsOf(page);
    await page.goto(`${site.url}?${query}`);
    const expected = await oracle.expected(sliceOf(query));
    await expectAnswer(page, expected, oracle);
    await expectSmallCharts(page, expected);
    await expect(page.locator('.sliced-note')).toBeVisible();
    expect(requests.filter(isEngine).length > 0).toBe(!files);
  });

test('the front page goes from slice to slice and back to what is published', async ({
  page,
  site,
  oracle,
}) => {
  await page.goto(site.url);
  const published = await oracle.expected(wholeTable);
  await expect(page.locator('[data-small]')).toHaveCount(smallChartIds.length);
  await expectSmallCharts(page, published);
  const still = await page.locator('.front-answers').innerHTML();
  await openBar(page);
  for (const [preset, query] of [
    ['Chat', 'type=chat'],
    ['Official', 'type=chat&provider=official'],
  ] as const) {
    await bar(page).preset(preset).click();
    const expected = await oracle.expected(sliceOf(query));
    await expectAnswer(page, expected, oracle);
    await expectSmallCharts(page, expected);
  }
  await bar(page).reset.click();
  await expectDrawings(page, published, oracle);
  await expect.poll(() => page.locator('.front-answers').innerHTML()).toBe(still);
});
