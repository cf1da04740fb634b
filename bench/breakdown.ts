import type { Browser } from 'playwright-core';
import { serveSite } from '../src/serve/serve-site.ts';
import { askSlices } from './ask.ts';
import { profile } from './cpu-profile.ts';
import { medianOf, type Section } from './measurement.ts';
import { buildProfiled, profiledSite, sourceMaps } from './profiled-build.ts';
import { repeat } from './repeat.ts';
import type { ReportPage } from './site.ts';
import { sliceQueries } from './slices.ts';
import { startupStages } from './startup.ts';
import { watchWorker, workerTimes } from './worker-time.ts';

const longest = 14;

/** Where the time of a warm re-slice goes: milliseconds a slice, by part, query, file and function. */
export async function measureBreakdown(browser: Browser, chapters: readonly ReportPage[]): Promise<Section> {
  await buildProfiled();
  const served = await serveSite(profiledSite);
  const rows: string[][] = [];
  const queries = sliceQueries(48);
  try {
    for (const { slug } of chapters) {
      const url = `${served.url}${slug}/`;
      const startups = await repeat(3, 15, () => startupStages(browser, url));
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.locator('.reslice-toggle').click();
      await askSlices(page, queries.slice(0, 8));
      const [worker] = page.workers();
      if (!worker) throw new Error('the engine has no worker');
      await watchWorker(worker);
      const session = await context.newCDPSession(page);
      const shares = await profile(session, sourceMaps(), () => askSlices(page, queries));
      const times = await workerTimes(worker);
      await context.close();

      for (const stage of startups[0]!.keys()) {
        const median = medianOf(startups.map((stages) => stages.get(stage)!));
        rows.push([slug, 'first answer, cold', stage, median.toFixed(0), '']);
      }
      const row = (kind: string, name: string, milliseconds: number, messages = '') =>
        rows.push([slug, kind, name, (milliseconds / queries.length).toFixed(2), messages]);
      const sorted = (sums: Map<string, number>) => [...sums].sort(([, a], [, b]) => b - a);
      for (const [name, milliseconds] of sorted(shares.parts)) row('main thread', name, milliseconds);
      const each = (count: number) => (count / queries.length).toFixed(1);
      const sum = (of: 'milliseconds' | 'messages') => times.reduce((total, time) => total + time[of], 0);
      row('worker', 'all queries', sum('milliseconds'), each(sum('messages')));
      for (const { sql, milliseconds, messages } of times) row('worker', sql, milliseconds, each(messages));
      for (const [name, milliseconds] of sorted(shares.files)) row('file, with calls', name, milliseconds);
      for (const [name, milliseconds] of sorted(shares.functions).slice(0, longest))
        row('function, itself', name, milliseconds);
    }
  } finally {
    await served.close();
  }
  return {
    id: 'breakdown',
    title: 'Where the time of a warm re-slice goes',
    notes: [
      'Milliseconds and messages a slice, from a build with readable scripts under the profiler (which slows it down a little), over the same slices and including the frame after each. ' +
        'The worker works while the main thread waits or derives; its queries run one after another.',
    ],
    measurements: [],
    table: { head: ['Chapter', 'Where', 'What', 'ms', 'Messages'], rows },
  };
}
