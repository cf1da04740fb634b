import type { Browser } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import type { Section } from './measurement.ts';
import { conditions, throttle, type Conditions } from './network.ts';
import { repeat } from './repeat.ts';
import type { ReportPage } from './site.ts';

/** Seconds from the start of the navigation. */
interface Visible {
  content: number;
  chart: number;
}

declare global {
  interface Window {
    chartShown?: number;
  }
}

/** When the first chart of a chapter is painted, without the page's scripts. */
export async function measureChartsVisible(
  browser: Browser,
  served: ServedSite,
  { slug }: ReportPage,
): Promise<Section> {
  const url = `${served.url}${slug}/`;
  const visit = async (chosen?: Conditions): Promise<Visible> => {
    const phone = chosen !== undefined;
    const context = await browser.newContext(
      phone ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true } : {},
    );
    try {
      const page = await context.newPage();
      // The site's scripts stay away; with scripting switched off nothing could watch the frames.
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setBlockedURLs', { urls: [`${served.origin}/*.js`] });
      await page.addInitScript(watchFrames);
      if (chosen) await throttle(page, chosen);
      await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
      await page.waitForFunction(shownAndPainted, undefined, { timeout: 10_000 });
      return await page.evaluate(() => {
        const content = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
        return { content: content / 1000, chart: Math.max(content, window.chartShown ?? Number.NaN) / 1000 };
      });
    } finally {
      await context.close();
    }
  };
  const local = await repeat(5, 15, () => visit());
  const phone = await repeat(5, 30, () => visit(conditions.phone));
  const of = (visits: Visible[], part: keyof Visible) => visits.map((each) => each[part]);
  return {
    id: 'charts-visible',
    title: 'Charts visible without JavaScript',
    notes: [
      `Chapter “${slug}”, an empty browser, the page's scripts blocked. First chart: the end of the first frame in which its drawing is complete and laid out.`,
    ],
    measurements: [
      { what: 'First contentful paint, localhost', unit: 's', values: of(local, 'content') },
      { what: 'First chart, localhost', unit: 's', values: of(local, 'chart') },
      { what: `First contentful paint, ${conditions.phone.name}`, unit: 's', values: of(phone, 'content') },
      { what: `First chart, ${conditions.phone.name}`, unit: 's', values: of(phone, 'chart') },
    ],
  };
}

/** Runs in the page: the browser notes a paint a little after it has happened. */
function shownAndPainted(): boolean {
  return window.chartShown !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0;
}

/** Runs in the page before anything else of it: notes the end of the first frame that shows a chart. */
function watchFrames(): void {
  const look = () => {
    const chart = [...document.querySelectorAll('.figure-svg')].find(
      (place) =>
        // What follows has begun, so the drawing has arrived to its end.
        place.parentElement?.nextElementSibling &&
        (place.querySelector('svg')?.getBoundingClientRect().height ?? 0) > 0,
    );
    if (!chart) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.chartShown = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
