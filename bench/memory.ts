import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import { askSlices } from './ask.ts';
import type { Measurement, Section } from './measurement.ts';
import { sliceQueries } from './slices.ts';

/** Different slices, asked again and again; both weighings show the last of them. */
const different = 25;
/** After so many slices the page is weighed. */
const weighings = { first: 50, last: 500 };
/** Megabytes that the scripts' heap may have grown between the weighings. */
const mostGrowth = 5;

/** Resident memory of the processes that draw pages, in megabytes; NaN where the system does not say. */
export async function residentMegabytes(session: CDPSession): Promise<number> {
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

/** A page as it was weighed. */
interface Weight {
  heap: number;
  resident: number;
  nodes: number;
  listeners: number;
}

async function weigh(session: CDPSession, whole: CDPSession): Promise<Weight> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    heap: metric('JSHeapUsedSize') / 1e6,
    resident: await residentMegabytes(whole),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** What a page holds on to after many slices: what grows with their number would be a leak. */
export async function measureMemory(
  browser: Browser,
  served: ServedSite,
  slugs: readonly string[],
): Promise<Section> {
  const measurements: Measurement[] = [];
  const queries = sliceQueries(different);
  const whole = await browser.newBrowserCDPSession();
  for (const slug of slugs) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}${slug}/`, { waitUntil: 'networkidle' });
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      const ask = async (slices: number) => {
        for (let asked = 0; asked < slices; asked += different) await askSlices(page, queries);
      };
      await ask(weighings.first);
      const first = await weigh(session, whole);
      await ask(weighings.last - weighings.first);
      const last = await weigh(session, whole);
      const row = (what: string, unit: 'MB' | 'count', part: keyof Weight) => [
        { what: `${slug}: ${what} after ${weighings.first} slices`, unit, values: [first[part]] },
        { what: `${slug}: ${what} after ${weighings.last}`, unit, values: [last[part]] },
      ];
      measurements.push(
        ...row('scripts’ heap', 'MB', 'heap'),
        {
          what: `${slug}: scripts’ heap, growth`,
          unit: 'MB',
          values: [last.heap - first.heap],
          target: mostGrowth,
        },
        ...row('resident memory', 'MB', 'resident'),
        ...row('nodes', 'count', 'nodes'),
        ...row('listeners', 'count', 'listeners'),
      );
    } finally {
      await context.close();
    }
  }
  return {
    id: 'memory',
    title: 'Memory after many slices',
    notes: [
      `${different} different slices again and again; the scripts' heap is read after garbage collection. ` +
        'Resident memory is that of all processes that draw pages, the SQL engine among them.',
    ],
    measurements,
  };
}
