import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import type { Measurement, Section } from './measurement.ts';
import { bytesOf, isText, recordRequests } from './served.ts';
import type { ReportPage } from './site.ts';

const kinds = ['HTML', 'CSS', 'JS', 'Fonts', 'Other'] as const;
type Kind = (typeof kinds)[number];
const kindOf: Record<string, Kind> = { '.html': 'HTML', '.css': 'CSS', '.js': 'JS', '.woff2': 'Fonts' };

/** Targets in KB (1 KB = 1,000 bytes), brotli. */
const targets = { JS: 15, total: 150 };

interface Weight {
  raw: number;
  brotli: number;
}

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** Sums the files by kind, in KB. */
async function weigh(paths: readonly string[]): Promise<Record<Kind, Weight>> {
  const sums = Object.fromEntries(kinds.map((kind) => [kind, { raw: 0, brotli: 0 }])) as Record<Kind, Weight>;
  for (const path of paths) {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = await bytesOf(path);
    const sum = sums[kindOf[extname(name)] ?? 'Other'];
    sum.raw += bytes.length / 1000;
    sum.brotli += (isText(name) ? brotli(bytes) : bytes.length) / 1000;
  }
  return sums;
}

/** What a page makes the browser fetch before the reader touches it. */
export async function measureWeight(
  browser: Browser,
  served: ServedSite,
  pages: readonly ReportPage[],
): Promise<Section> {
  const measurements: Measurement[] = [];
  const rows: string[][] = [];
  for (const { slug } of pages) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests = recordRequests(page, served.origin);
    await page.goto(slug === '' ? served.url : `${served.url}${slug}/`, { waitUntil: 'networkidle' });
    const paths = requests.stop();
    await context.close();

    const weights = await weigh(paths);
    const name = slug === '' ? 'front page' : slug;
    const all = kinds.map((kind) => weights[kind]);
    const total = (of: keyof Weight) => all.reduce((sum, weight) => sum + weight[of], 0);
    const add = (what: string, raw: number, compressed: number, target?: number) =>
      measurements.push(
        { what: `${name}: ${what}, raw`, unit: 'KB', values: [raw] },
        { what: `${name}: ${what}, brotli`, unit: 'KB', values: [compressed], ...(target && { target }) },
      );
    for (const kind of kinds)
      add(kind, weights[kind].raw, weights[kind].brotli, kind === 'JS' ? targets.JS : undefined);
    add('total', total('raw'), total('brotli'), targets.total);
    measurements.push({ what: `${name}: requests`, unit: 'requests', values: [paths.length] });

    const met = weights.JS.brotli < targets.JS && total('brotli') < targets.total;
    const pair = ({ raw, brotli: compressed }: Weight) => `${raw.toFixed(1)} / ${compressed.toFixed(1)}`;
    rows.push([
      name,
      ...all.map(pair),
      pair({ raw: total('raw'), brotli: total('brotli') }),
      String(paths.length),
      met ? 'met' : 'not met',
    ]);
  }
  return {
    id: 'weight',
    title: 'Weight before interaction',
    notes: [
      'KB of 1,000 bytes, raw / brotli (quality 11; fonts are compressed already and counted as they are), of what Chromium asks for until the network is idle. ' +
        `Targets: JS < ${targets.JS} KB and everything < ${targets.total} KB, brotli.`,
    ],
    measurements,
    table: { head: ['Page', ...kinds, 'Total', 'Requests', 'Targets'], rows },
  };
}
