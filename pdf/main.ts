// `npm run pdf`: prints the one-page edition of the built report as report.pdf, tagged, with page numbers and a running
// head. `BASE_PATH` and `SITE_URL` are those of the build: links lead to that site, and without one to nowhere.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveSite } from '../src/serve/serve-site.ts';
import { edition } from '../src/site/edition.ts';
import { report } from '../src/site/report.ts';
import { chromiumLaunchOptions } from '../tests/browser/chromium.ts';
import { printEdition } from './print.ts';

const folder = 'dist';
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

if (!existsSync(join(folder, 'all/index.html'))) {
  console.error(`${folder}/ holds no report with all chapters on one page: run “npm run build” first.`);
  process.exitCode = 1;
} else {
  const site = await serveSite({ folder, base });
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const pdf = await printEdition(browser, site.url, {
      title: report.title,
      edition,
      published: process.env.SITE_URL ? new URL(base, process.env.SITE_URL).href : undefined,
    });
    writeFileSync('report.pdf', pdf);
    console.log(`report.pdf: ${(pdf.length / 1e6).toFixed(1)} MB`);
  } finally {
    await browser.close();
    await site.close();
  }
}
