import type { Browser, Page } from 'playwright-core';
import type { ServedSite } from '../src/serve/serve-site.ts';
import { askSlices, type Answered } from './ask.ts';
import { medianOf, type Measurement, type Section } from './measurement.ts';
import { repeat } from './repeat.ts';
import { exampleChapter, figuresOnShow, twoFigures, type ReportPage } from './site.ts';
import { sliceQueries } from './slices.ts';

/** Slices per case, a multiple of the number that are asked at a time. */
const slices = 48;
const batch = 8;
/** For all cases together. */
const seconds = 90;
/** Slices before the counted ones; the page is also watched after them for charts that move late. */
const warmUp = ['size=-7', 'type=merge', 'submitted=2024-09-01..', 'size=7-15&moe=no'];

/** A page that is sliced again and again. */
interface Case {
  name: string;
  chapter: ReportPage;
  /** Median to stay under, in milliseconds. */
  target: number;
  /** Figures that stay on the page; all where absent. */
  only?: readonly string[];
}

function casesOf(chapters: readonly ReportPage[]): Case[] {
  const example = exampleChapter(chapters);
  return [
    ...chapters.map((chapter) => ({
      name: `${chapter.slug} (${chapter.figures} ${chapter.figures === 1 ? 'figure' : 'figures'})`,
      chapter,
      target: 100,
    })),
    { name: `${example.slug}, only two of its figures`, chapter: example, target: 60, only: twoFigures },
  ];
}

async function keepFigures(page: Page, ids: readonly string[]): Promise<void> {
  const kept = await page.evaluate(
    ([wanted, onShow]) => {
      const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
      const isKept = (figure: HTMLElement) =>
        figure.matches(onShow) && wanted.includes(figure.dataset.figure ?? '');
      for (const figure of figures) if (!isKept(figure)) figure.remove();
      return document.querySelectorAll('[data-figure]').length;
    },
    [ids, figuresOnShow] as const,
  );
  if (kept !== ids.length) throw new Error(`${page.url()} lacks one of the figures ${ids.join(', ')}`);
}

/** What was measured, with the slowest chapter for the breakdown that follows. */
export interface WarmSlices {
  section: Section;
  slowest: ReportPage;
}

/** From applying a slice to the page showing it, with the engine running and the charts alive. */
export async function measureWarmSlices(
  browser: Browser,
  served: ServedSite,
  chapters: readonly ReportPage[],
): Promise<WarmSlices> {
  const queries = sliceQueries(slices);
  const cases = casesOf(chapters);
  const measurements: Measurement[] = [];
  const late: number[] = [];
  let slowest = { chapter: chapters[0]!, median: 0 };
  let last: Answered[] = [];
  for (const { name, chapter, target, only } of cases) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}${chapter.slug}/`, { waitUntil: 'networkidle' });
      if (only) await keepFigures(page, only);
      await page.locator('.reslice-toggle').click();
      // A reader who looks at a chart.
      const first = page.locator(figuresOnShow).first();
      if ((await first.count()) > 0) await first.scrollIntoViewIfNeeded();
      const watched = await askSlices(page, warmUp, 150);
      late.push(...watched.map((answer) => answer.late));
      const batches = await repeat(slices / batch, seconds / cases.length, (index) =>
        askSlices(page, queries.slice(index * batch, (index + 1) * batch)),
      );
      const answers = batches.flat();
      const of = (part: 'inView' | 'texts' | 'all' | 'painted') => answers.map((answer) => answer[part]);
      measurements.push(
        { what: `${name}: what is in the window`, unit: 'ms', values: of('inView'), target: 50 },
        { what: `${name}: all shown`, unit: 'ms', values: of('all'), target },
        { what: `${name}: numbers and claims`, unit: 'ms', values: of('texts') },
        { what: `${name}: painted`, unit: 'ms', values: of('painted') },
      );
      const median = medianOf(of('all'));
      if (median > slowest.median) slowest = { chapter, median };
      last = answers;
    } finally {
      await context.close();
    }
  }
  measurements.push({ what: 'A chart moved after the page had said all is shown', unit: 'ms', values: late });
  const few = last.filter((answer) => answer.models < 30).length;
  return {
    slowest: slowest.chapter,
    section: {
      id: 'warm-slice',
      title: 'Warm re-slice',
      notes: [
        `${slices} slices a chapter, seeded random ones through the history, which the engine answers; ${few} of the last ${last.length} keep fewer than 30 models. ` +
          'What is in the window: the first chart of the chapter and what stands around it. Measured in the page from the event to the last change of the page (painted: to the end of the next frame). Targets are for the median.',
      ],
      measurements,
    },
  };
}
