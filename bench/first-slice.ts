import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import { askSlices } from './ask.ts';
import type { Section } from './measurement.ts';
import { conditions, throttle, type Conditions } from './network.ts';
import { repeat } from './repeat.ts';
import { recordRequests, transferred } from './served.ts';
import type { ReportPage } from './site.ts';

/** A slice that is answered from a file of the build, and one that asks the engine. */
const queries = { filed: 'size=1-9', engine: 'size=2-7' };

/** Seconds from the new address until the page shows the whole answer. */
async function press(page: Page): Promise<number> {
  const [answer] = await askSlices(page, [queries.engine]);
  return answer!.all / 1000;
}

/** Milliseconds until the page shows the numbers of a slice with a file, and until it shows all. */
async function pressFiled(page: Page): Promise<{ texts: number; all: number }> {
  const [answer] = await askSlices(page, [queries.filed]);
  return answer!;
}

/** The first answer of a page: what it asks for, in bytes, and how long it takes. */
export async function measureFirstSlice(
  browser: Browser,
  served: ServedSite,
  { slug }: ReportPage,
): Promise<Section> {
  const url = `${served.url}${slug}/`;
  const fresh = async <T>(measure: (context: BrowserContext, page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'networkidle' });
      return await measure(context, page);
    } finally {
      await context.close();
    }
  };

  let paths: string[] = [];
  const visits = await repeat(7, 65, () =>
    fresh(async (context, page) => {
      const requests = recordRequests(page, served.origin);
      const cold = await press(page);
      paths = requests.stop();
      // The engine goes on being stored after the answer.
      await page.waitForFunction(storedAll, undefined, { timeout: 15_000 });
      await page.close();
      const next = await context.newPage();
      await next.goto(url, { waitUntil: 'networkidle' });
      return { cold, again: await press(next) };
    }),
  );
  const throttled = <T>(chosen: Conditions, seconds: number, ask: (page: Page) => Promise<T>) =>
    repeat(3, seconds, () =>
      fresh(async (_, page) => {
        await throttle(page, chosen);
        return ask(page);
      }),
    );
  const fast = await throttled(conditions.fast, 20, press);
  const slow = await throttled(conditions.slow, 40, press);
  let filedPaths: string[] = [];
  const filed = await repeat(7, 20, () =>
    fresh(async (_, page) => {
      const requests = recordRequests(page, served.origin);
      const first = await pressFiled(page);
      filedPaths = requests.stop();
      return first;
    }),
  );
  const filedSlow = await throttled(conditions.slow, 20, pressFiled);
  const filedBytes = (await Promise.all(filedPaths.map(transferred))).reduce((a, b) => a + b, 0);

  const sizes = await Promise.all(paths.map(transferred));
  const sum = (of: (path: string) => boolean) =>
    sizes.reduce((bytes, size, index) => bytes + (of(paths[index]!) ? size : 0), 0) / 1000;
  return {
    id: 'first-slice',
    title: 'First sliced answer',
    notes: [
      `Chapter “${slug}”, \`${queries.engine}\`, which asks the engine, and \`${queries.filed}\`, which is answered from a file of the build: from the address until all numbers, claims and charts show the slice. ` +
        'Nothing gets a head start from a pointer on its way. Bytes as a static host sends them: text by gzip, archives as they are.',
    ],
    measurements: [
      { what: 'Transferred, all', unit: 'KB', values: [sum(() => true)] },
      {
        what: 'Transferred, engine',
        unit: 'KB',
        values: [sum((path) => /(\.wasm\.zst|\.worker\.js|zstd-\w+\.wasm)$/.test(path))],
      },
      { what: 'Transferred, tables', unit: 'KB', values: [sum((path) => path.endsWith('.packed.zst'))] },
      {
        what: 'Transferred, scripts and charts',
        unit: 'KB',
        values: [sum((path) => !path.includes('/engine/'))],
      },
      { what: 'Cold, localhost', unit: 's', values: visits.map(({ cold }) => cold), target: 1.8 },
      { what: 'Second visit, localhost', unit: 's', values: visits.map(({ again }) => again), target: 1 },
      { what: `Cold, ${conditions.fast.name}`, unit: 's', values: fast },
      { what: `Cold, ${conditions.slow.name}`, unit: 's', values: slow, target: 5.5 },
      {
        what: 'From a file: requests for the engine',
        unit: 'requests',
        values: [filedPaths.filter((path) => path.includes('/engine/')).length],
      },
      { what: 'From a file: transferred, with scripts and charts', unit: 'KB', values: [filedBytes / 1000] },
      {
        what: 'From a file: numbers and claims, localhost',
        unit: 'ms',
        values: filed.map(({ texts }) => texts),
        target: 150,
      },
      { what: 'From a file: charts too, localhost', unit: 'ms', values: filed.map(({ all }) => all) },
      {
        what: `From a file: numbers and claims, ${conditions.slow.name}`,
        unit: 'ms',
        values: filedSlow.map(({ texts }) => texts),
        target: 900,
      },
      {
        what: `From a file: charts too, ${conditions.slow.name}`,
        unit: 'ms',
        values: filedSlow.map(({ all }) => all),
      },
    ],
  };
}

/** Runs in the page: whether the engine and the tables are in Cache Storage. */
async function storedAll(): Promise<boolean> {
  const names = await caches.keys();
  const counts = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return counts.reduce((sum, count) => sum + count, 0) >= 2;
}
