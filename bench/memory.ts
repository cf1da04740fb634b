import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from 'playwright-core';
import type { ServedSite } from '../tests/browser/serve-site.ts';
import { askSlices } from './ask.ts';
import type { Measurement, Section } from './measurement.ts';
import type { ReportPage } from './site.ts';
import { sliceQueries } from './slices.ts';

/** After these many slices the page is weighed; multiples of the number of slices, so that each weighing shows the same one. */
const weighings = [40, 80, 120, 160, 200];

/** Resident memory of the processes that draw pages, in megabytes; NaN where the system does not say. */
async function residentMegabytes(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(
    renderers.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a page holds on to after many slices: what grows with their number would be a leak. */
export async function measureMemory(
  browser: Browser,
  served: ServedSite,
  { slug }: ReportPage,
): Promise<Section> {
  const context = await browser.newContext();
  const heap: Measurement[] = [];
  try {
    const page = await context.newPage();
    await page.goto(`${served.url}${slug}/`, { waitUntil: 'networkidle' });
    const session = await context.newCDPSession(page);
    const whole = await browser.newBrowserCDPSession();
    await session.send('Performance.enable');
    const queries = sliceQueries(40);
    let asked = 0;
    for (const count of weighings) {
      while (asked < count) {
        await askSlices(page, [queries[asked % queries.length]!]);
        asked++;
      }
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
      heap.push(
        { what: `Scripts' heap after ${count} slices`, unit: 'MB', values: [metric('JSHeapUsedSize') / 1e6] },
        {
          what: `Resident memory after ${count} slices`,
          unit: 'MB',
          values: [await residentMegabytes(whole)],
        },
        { what: `Nodes of the page after ${count} slices`, unit: 'count', values: [metric('Nodes')] },
        {
          what: `Listeners of the page after ${count} slices`,
          unit: 'count',
          values: [metric('JSEventListeners')],
        },
      );
    }
  } finally {
    await context.close();
  }
  return {
    id: 'memory',
    title: 'Memory after many slices',
    notes: [
      `Chapter “${slug}”, 40 different slices again and again; the scripts' heap is read after garbage collection. ` +
        'Resident memory is that of all processes that draw pages, the SQL engine among them.',
    ],
    measurements: heap.toSorted((a, b) =>
      a.what.split(' after')[0]!.localeCompare(b.what.split(' after')[0]!),
    ),
  };
}
