import type { Browser } from 'playwright-core';
import type { Site } from '../tests/browser/sites.ts';

/** The build that the benchmark makes and reads. */
export const site: Site = { name: 'benchmark', folder: '.cache/bench/site', base: '/' };

/** A page of the report. */
export interface ReportPage {
  /** Last part of its address; blank for the front page. */
  slug: string;
  figures: number;
}

/** The front page and the chapters, in the order of the report. */
export async function reportPages(browser: Browser, url: string): Promise<ReportPage[]> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  try {
    await page.goto(url);
    const links = page.locator('.front-chapters a');
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    if (addresses.length === 0) throw new Error('the front page links to no chapter (.front-chapters a)');
    const pages: ReportPage[] = [{ slug: '', figures: 0 }];
    for (const address of addresses) {
      await page.goto(address);
      const slug = new URL(address).pathname.split('/').at(-2) ?? '';
      pages.push({ slug, figures: await page.locator(figuresOnShow).count() });
    }
    return pages;
  } finally {
    await page.close();
  }
}

/** Figures that are not folded away: the others answer once they are unfolded. */
export const figuresOnShow = '[data-figure]:not([data-folds] *)';

/** The chapter on which single pages are measured: charts, numbers on both preparations, claims. */
const exampleSlug = 'size-and-score';

/** Two of its figures: bars, and a density with a running median. */
export const twoFigures: readonly string[] = ['score-per-parameter-by-size', 'score-by-size'];

/** Finds the example among the pages. Throws where the report no longer has it. */
export function exampleChapter(pages: readonly ReportPage[]): ReportPage {
  const example = pages.find(({ slug }) => slug === exampleSlug);
  if (example) return example;
  throw new Error(`there is no chapter “${exampleSlug}”; name another one in bench/site.ts`);
}
