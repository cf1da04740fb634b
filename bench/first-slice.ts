import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ServedSite } from '../tests/browser/serve-site.ts';
import { askSlices } from './ask.ts';
import type { Section } from './measurement.ts';
import { conditions, throttle, type Conditions } from './network.ts';
import { repeat } from './repeat.ts';
import { recordRequests, transferred } from './served.ts';
import type { ReportPage } from './site.ts';

const query = 'size=1-9';

/** Seconds from pressing the preset until the page shows the whole answer. */
async function press(page: Page): Promise<number> {
  const [answer] = await askSlices(page, [query]);
  return answer!.all / 1000;
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
  const throttled = (chosen: Conditions, seconds: number) =>
    repeat(3, seconds, () =>
      fresh(async (_, page) => {
        await throttle(page, chosen);
        return press(page);
      }),
    );
  const fast = await throttled(conditions.fast, 20);
  const slow = await throttled(conditions.slow, 40);

  const sizes = await Promise.all(paths.map(transferred));
  const sum = (of: (path: string) => boolean) =>
    sizes.reduce((bytes, size, index) => bytes + (of(paths[index]!) ? size : 0), 0) / 1000;
  return {
    id: 'first-slice',
    title: 'First sliced answer',
    notes: [
      `Chapter “${slug}”, preset \`${query}\`, from the press until all numbers, claims and charts show the slice. ` +
        'The engine gets no head start from the pointer on its way to the preset. Bytes as a static host sends them: text by gzip, archives as they are.',
    ],
    measurements: [
      { what: 'Transferred, all', unit: 'KB', values: [sum(() => true)] },
      {
        what: 'Transferred, engine',
        unit: 'KB',
        values: [sum((path) => /\.(wasm\.gz|worker\.js)$/.test(path))],
      },
      { what: 'Transferred, tables', unit: 'KB', values: [sum((path) => path.endsWith('.arrow.gz'))] },
      {
        what: 'Transferred, scripts and charts',
        unit: 'KB',
        values: [sum((path) => !path.includes('/engine/'))],
      },
      { what: 'Cold, localhost', unit: 's', values: visits.map(({ cold }) => cold) },
      { what: 'Second visit, localhost', unit: 's', values: visits.map(({ again }) => again) },
      { what: `Cold, ${conditions.fast.name}`, unit: 's', values: fast },
      { what: `Cold, ${conditions.slow.name}`, unit: 's', values: slow },
    ],
  };
}

/** Runs in the page: whether every file of the engine's manifest is in Cache Storage. */
async function storedAll(): Promise<boolean> {
  const bar = document.querySelector<HTMLElement>('reslice-bar');
  const manifest = (await (await fetch(bar?.dataset.manifest ?? '')).json()) as { tables: unknown[] };
  const names = await caches.keys();
  const counts = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return counts.reduce((sum, count) => sum + count, 0) >= manifest.tables.length + 1;
}
