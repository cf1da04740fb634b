import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { openOracle } from './oracle.ts';
import type { Oracle } from './oracle.ts';
import { usualFolder } from '../../src/choose/memory.ts';
import { serveSite } from '../../src/serve/serve-site.ts';
import type { ServedSite } from '../../src/serve/serve-site.ts';
import { rootSite, sites } from './sites.ts';
import type { Site } from './sites.ts';

/** What must never happen on a page of the report. */
export interface Faults {
  /** What happened so far: console errors, page errors, policy violations, requests to other servers. */
  list: string[];
  /** Lets pass what a test provokes. */
  allow(pattern: RegExp): void;
}

interface Given {
  /** The build that the test reads: the one at a root unless the test says otherwise. */
  build: Site;
  site: ServedSite;
  faults: Faults;
}

/** Playwright's test with a served report, whose pages must stay without faults until the test ends. */
export const test = base.extend<Given, { served: ReadonlyMap<string, ServedSite>; oracle: Oracle }>({
  served: [
    async ({}, use) => {
      const served = new Map<string, ServedSite>();
      for (const site of sites) served.set(site.name, await serveSite(site));
      await use(served);
      await Promise.all([...served.values()].map((site) => site.close()));
    },
    { scope: 'worker' },
  ],
  oracle: [
    async ({}, use) => {
      const oracle = await openOracle();
      await use(oracle);
      await oracle.close();
    },
    { scope: 'worker' },
  ],
  build: [rootSite, { option: true }],
  site: async ({ build, served }, use) => use(served.get(build.name)!),
  faults: [
    async ({ context, site }, use) => {
      const faults = await watch(context, site.origin);
      await use(faults);
      base.expect(faults.list, 'faults of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

async function watch(context: BrowserContext, origin: string): Promise<Faults> {
  const list: string[] = [];
  const allowed: RegExp[] = [];
  const fault = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) list.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') fault(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => fault(`page error: ${error.error().stack}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin)
      fault(`request to another server: ${url.href}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`policy violated: ${violatedDirective} by ${blockedURI}, ${sourceFile}:${lineNumber}`),
    );
  });
  return { list, allow: (pattern) => void allowed.push(pattern) };
}

/**
 * Addresses of the pages of a build relative to its front page, `''` for that one, sorted; not the 404 page nor one that
 * leads on to another.
 */
export async function pagesOf({ folder }: Site): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.replace(/index\.html$/, ''))
    .filter((page) => page !== `choose/${usualFolder}/`)
    .sort();
}

/** The pages of a build without those of one figure or one machine: they are alike, and have tests of their own. */
export const ownPagesOf = async (site: Site): Promise<string[]> =>
  (await pagesOf(site)).filter((page) => !/^(?:figures|choose)\/./.test(page));

/** The pages of a build with a text that can be sliced. */
export async function chaptersOf(site: Site): Promise<string[]> {
  const chapters: string[] = [];
  for (const page of await pagesOf(site))
    if (
      /<article[\s>][^]*<reslice-bar|<reslice-bar[^]*<article[\s>]/.test(
        await readFile(join(site.folder, page, 'index.html'), 'utf8'),
      )
    )
      chapters.push(page);
  return chapters;
}

/** Addresses that the context asks for from now on, those of its workers included. */
export function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.context().on('request', (request) => urls.push(request.url()));
  return urls;
}

/** Whether an address is of the SQL engine or its tables. */
export const isEngine = (url: string): boolean => new URL(url).pathname.includes('/engine/');
