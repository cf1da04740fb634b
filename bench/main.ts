// The benchmark of the built report: prints Markdown tables and writes bench/results.json, each section with the
// machine and the day of `--date 2026-11-30`. `--only build,weight` runs those sections alone and writes them only
// with `--write`, so that a look in between does not take the place of what an idle machine measured.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../tests/browser/chromium.ts';
import { serveSite } from '../src/serve/serve-site.ts';
import { measureBuild } from './build.ts';
import { measureChartsVisible } from './charts-visible.ts';
import { measureFirstSlice } from './first-slice.ts';
import { describeMachine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { measureScale } from './scale.ts';
import type { Section } from './measurement.ts';
import { writeResults } from './results.ts';
import { reportPages, site, exampleChapter } from './site.ts';
import { markdown } from './table.ts';
import { measureBreakdown } from './breakdown.ts';
import { measureBrush } from './brush.ts';
import { measureTypeAhead } from './type-ahead.ts';
import { measureWarmSlices } from './warm-slice.ts';
import { measureWeight } from './weight.ts';

const { values: options } = parseArgs({
  options: { date: { type: 'string' }, only: { type: 'string' }, write: { type: 'boolean' } },
});
const only = options.only?.split(',');
const order: string[] = [];
const sections: Section[] = [];
const step = async (id: string, measure: () => Promise<Section>) => {
  order.push(id);
  if (only && !only.includes(id)) return;
  console.error(`${id} …`);
  try {
    sections.push(await measure());
  } catch (error) {
    // The other sections still have something to say.
    console.error(error);
    process.exitCode = 1;
  }
};

await step('build', () => measureBuild(5));
if (!existsSync(site.folder)) throw new Error(`${site.folder} is not there: run the section “build” first`);
const browser = await chromium.launch(await chromiumLaunchOptions());
const served = await serveSite(site);
try {
  const pages = await reportPages(browser, served.url);
  const chapters = pages.filter(({ slug }) => slug !== '');
  const example = exampleChapter(pages);
  let slowest = example;
  await step('weight', () => measureWeight(browser, served, pages));
  await step('first-slice', () => measureFirstSlice(browser, served, example));
  await step('warm-slice', async () => {
    const warm = await measureWarmSlices(browser, served, chapters);
    slowest = warm.slowest;
    return warm.section;
  });
  await step('breakdown', () => measureBreakdown(browser, [...new Set([example, slowest])]));
  await step('brush', () => measureBrush(browser, served));
  await step('type-ahead', () => measureTypeAhead(browser, served));
  await step('memory', () => measureMemory(browser, served, [slowest.slug, 'explorer', 'models']));
  await step('scale', () => measureScale(browser));
  await step('charts-visible', () => measureChartsVisible(browser, served, example));

  const machine = await describeMachine(browser);
  const { cpu, cores, memoryGiB, system, node, chromium: version, deflateMs, wordPaintMs } = machine;
  console.log(
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, Chromium ${version}; deflates 8 MB in ${deflateMs} ms, paints a word in ${wordPaintMs} ms\n`,
  );
  console.log(markdown(sections));
  const unknown = only?.filter((id) => !order.includes(id)) ?? [];
  if (unknown.length > 0) throw new Error(`No section is called ${unknown.join(', ')}: ${order.join(', ')}.`);
  if ((!only || options.write) && !process.exitCode)
    await writeResults(machine, options.date, sections, order);
} finally {
  await browser.close();
  await served.close();
}
