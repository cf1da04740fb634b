import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { findClaim, isPublishedOnly } from '../../src/claims/claims.ts';
import { readTest, wholeTableOnly } from '../../src/claims/sentence-test.ts';
import { countInWords } from '../../src/figures/few.ts';
import { findFigure } from '../../src/figures/figures.ts';
import type { Drawing } from '../../src/figures/figure.ts';
import { sameSlice, wholeTable } from '../../src/slice/slice.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { drawRows, drawSmall } from './draw-rows.ts';
import type { Expected, Oracle, Place, StatPlace } from './oracle.ts';

export const state = (page: Page): Locator => page.locator('.reslice-state');
export const notice = (page: Page): Locator => page.locator('.reslice-status');
const html = (page: Page): Locator => page.locator('html');

/** Waits until the page has answered what was asked of it last. */
export async function settled(page: Page): Promise<void> {
  await expect(html(page)).not.toHaveClass(/is-answering/);
}

/** Those figures that are not folded away: what is folded away answers when it is unfolded. */
const onShow = '[data-figure]:not([data-folds]:not([open]) *)';

/** The figures of the page that are not folded away, in its order. */
export const figuresOf = (page: Page): Locator => page.locator(onShow);

/** Unfolds every figure that is folded away. */
export async function unfoldFigures(page: Page): Promise<void> {
  for (const fold of await page.locator('[data-folds] > summary').all()) await fold.click();
  await expect(page.locator('[data-folds]:not([open])')).toHaveCount(0);
}

interface Read {
  stats: (StatPlace & { text: string; beside: string | null })[];
  claims: (Place & { verdict: string; words: string; evidence: string })[];
  says: (Place & { outcome: string; title: string; struck: boolean; instead: boolean })[];
  figures: (Place & { few: boolean; broken: boolean; takeaway: string; n: string })[];
}

/** Every number, claim, tested word and figure as the page shows it. */
export function read(page: Page): Promise<Read> {
  return page.evaluate((figuresOnShow) => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
    return {
      stats: all('[data-stat]').map((element) => {
        const beside = element.querySelector('.stat-published');
        const own = [...element.childNodes].filter((node) => node !== beside);
        return {
          id: element.dataset.stat!,
          preparation: element.dataset.preparation,
          digits: element.dataset.digits,
          interval: element.dataset.interval !== undefined,
          text: own
            .map(({ textContent }) => textContent)
            .join('')
            .trim(),
          beside: beside && text(beside),
        };
      }),
      claims: all('[data-claim]').map((element) => ({
        id: element.dataset.claim!,
        preparation: element.dataset.preparation,
        verdict: element.dataset.verdict!,
        words: text(element.querySelector('.claim-verdict')),
        evidence: text(element.querySelector('.claim-evidence')),
      })),
      says: all('[data-says]').map((element) => ({
        id: element.dataset.says!,
        preparation: element.dataset.preparation,
        outcome: element.dataset.outcome ?? '',
        title: element.title,
        struck: element.querySelector(':scope > del') !== null,
        instead:
          text(element.querySelector(':scope > ins')) ===
          (element.querySelector(':scope > del') ? (element.dataset.else ?? '') : ''),
      })),
      figures: all(figuresOnShow).map((element) => ({
        id: element.dataset.figure!,
        preparation: element.dataset.preparation,
        few: element.classList.contains('is-few'),
        broken: element.classList.contains('is-broken'),
        takeaway: text(element.querySelector('.figure-takeaway')),
        n: text(element.querySelector('.figure-n')),
      })),
    };
  }, onShow);
}

/** What the page should show for a slice, at the places that it has. */
async function shown(places: Read, expected: Expected, published: Expected): Promise<Read> {
  const figures: Read['figures'] = [];
  for (const { id, preparation } of places.figures) {
    const { counts, publishedOnly } = findFigure(id)!;
    const { n, few, takeaway } = await (publishedOnly ? published : expected).figure({ id, preparation });
    figures.push({
      id,
      preparation,
      few,
      broken: false,
      takeaway,
      n: `${publishedOnly ? 'Of the whole table; a slice does not draw it again.' : 'In this slice:'} ${countInWords(n, counts)}.`,
    });
  }
  return {
    stats: places.stats.map((place) => {
      if (findStatistic(place.id)!.family.publishedOnly)
        return { ...place, text: published.stat(place), beside: 'of the whole table' };
      const [text, before] = [expected.stat(place), published.stat(place)];
      return { ...place, text, beside: text === before ? null : `published ${before}` };
    }),
    claims: places.claims.map(({ id, preparation }) => {
      const place = { id, preparation };
      if (isPublishedOnly(findClaim(id)!)) {
        const { evidence, ...kept } = published.claim(place);
        const said = `Of the whole table; a slice does not judge it again. ${evidence}`;
        return { ...place, ...kept, evidence: said };
      }
      const [now, before] = [expected.claim(place), published.claim(place)];
      const after = now.words === before.words ? '' : ` Published: ${before.words.toLowerCase()}.`;
      return { ...place, ...now, evidence: `In this slice: ${now.evidence}${after}` };
    }),
    says: places.says.map(({ id, preparation }) => {
      if (wholeTableOnly(readTest(id)).length > 0) {
        const title = 'Tested of the whole table; a slice does not test it again.';
        return { id, preparation, outcome: '', title, struck: false, instead: true };
      }
      const { outcome, title } = expected.says({ id, preparation });
      return { id, preparation, outcome, title, struck: outcome === 'no', instead: true };
    }),
    figures,
  };
}

/**
 * Waits until the page shows what the native engine answers of a slice: the count in the bar, every number
 * with the published one beside it, every claim's verdict and evidence, every figure's takeaway, count and
 * marks. The chart that is looked at is the one drawn for the width.
 */
export async function expectAnswer(page: Page, expected: Expected, oracle: Oracle): Promise<void> {
  await expect(state(page)).toHaveText(expected.state);
  await settled(page);
  const places = await read(page);
  expect(places).toEqual(await shown(places, expected, await oracle.expected(wholeTable)));
  await expectDrawings(page, expected, oracle);
}

/** The drawing that stands for the width of the page, of figures that do not reach across the margin. */
export const drawingOf = (page: Page): Drawing => (page.viewportSize()!.width < 600 ? 'phone' : 'desktop');

/** Figures that reach across the margin where the page has one, and from which width on, in pixels. */
const across = '.prose > .is-wide';
const broad = 1440;

/** The charts of figures that stand for the width of the page, one a figure, in the order of the page. */
function drawn(page: Page, figures: string): Locator {
  const usual = `.figure-svg.is-${drawingOf(page)} svg`;
  return page.locator(
    page.viewportSize()!.width < broad
      ? `${figures} ${usual}`
      : `${figures}:not(${across}) ${usual}, ${figures}:is(${across}) .figure-svg.is-wide svg`,
  );
}

/** The charts that stand for the width of the page, one a figure, in the order of the page. */
export const charts = (page: Page): Locator => drawn(page, onShow);

/** The chart of one figure. */
export const chart = (page: Page, id: string): Locator => drawn(page, `[data-figure="${id}"]`).first();

/** The marks and the words that a chart shows, sorted. */
export const marksOf = (chart: Locator): Promise<string[]> => chart.evaluate(marks);

/** The marks of SVG text. */
const marksOfText = (page: Page, svg: string): Promise<string[]> =>
  page
    .evaluateHandle((text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, svg)
    .then((root) => root.evaluate(marks as (root: Element) => string[]));

/** Runs in the page. What cannot be seen and the ink of grids, frames and backgrounds is left out. */
function marks(root: Element): string[] {
  const drawn = [...root.querySelectorAll('path, circle, line, text, image')].flatMap((element) => {
    const ink = element.getAttribute('fill') ?? element.getAttribute('stroke') ?? '';
    if (element.tagName === 'text') return element.textContent ? [`“${element.textContent}”`] : [];
    if (element.getAttribute('opacity') === '0') return [];
    if (/^(|none|transparent|var\(--fig-grid\))$/.test(ink)) return [];
    // The build writes as a circle what the living chart draws as a path.
    const r = element.getAttribute('r');
    const path =
      r === null ? element.getAttribute('d') : `M${r},0A${r},${r},0,1,1,-${r},0A${r},${r},0,1,1,${r},0`;
    const shape = ['x2', 'y2', 'transform'].map((name) => element.getAttribute(name) ?? '').join(' ');
    return [`${r === null ? element.tagName : 'path'} ${ink} ${path ?? ''} ${shape}`.trimEnd()];
  });
  // A living chart moves the elements that it already has, so their order in the document varies.
  return drawn.sort();
}

const number = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;
/** Pixels; the build writes places with one decimal. */
const tolerance = 0.051;

/** Marks that one drawing has and the other has not, coordinates compared with a tolerance. */
export function differences(wanted: readonly string[], shown: readonly string[]): string[] {
  const isText = (mark: string) => mark.startsWith('“');
  const parse = (mark: string) => ({
    mark,
    // Where a long text is cut depends on the font that measures it.
    form: isText(mark) ? mark.replace(/^(.{16}).*…”$/, '$1…”') : mark.replaceAll(number, '#'),
    numbers: isText(mark) ? [] : (mark.match(number) ?? []).map(Number),
  });
  const left = shown.map(parse);
  const missing = wanted.map(parse).filter(({ form, numbers }) => {
    const at = left.findIndex(
      (other) =>
        other.form === form && other.numbers.every((value, i) => Math.abs(value - numbers[i]!) <= tolerance),
    );
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return [...missing.map(({ mark }) => `not drawn: ${mark}`), ...left.map(({ mark }) => `drawn: ${mark}`)];
}

/** Waits until every chart of the page shows the rows that the native engine answers. */
export async function expectDrawings(page: Page, expected: Expected, oracle: Oracle): Promise<void> {
  const { figures } = await read(page);
  const published = await oracle.expected(wholeTable);
  await expect(charts(page)).toHaveCount(figures.length);
  for (const [index, place] of figures.entries()) {
    const { few, rows } = await (findFigure(place.id)!.publishedOnly ? published : expected).figure(place);
    if (few) continue;
    const shownAs = charts(page).nth(index);
    const isAcross = await shownAs.evaluate((svg) => svg.closest('.figure-svg.is-wide') !== null);
    const drawing = isAcross ? 'wide' : drawingOf(page);
    const wanted = await marksOfText(page, await drawRows(place.id, drawing, rows));
    await expect
      .poll(async () => differences(wanted, await marksOf(shownAs)), {
        message: `what the chart of ${place.id} draws and what it should`,
      })
      .toEqual([]);
  }
}

/** Waits until every small chart of the page draws and says what the native engine answers. */
export async function expectSmallCharts(page: Page, expected: Expected): Promise<void> {
  const isWhole = sameSlice(expected.slice, wholeTable);
  for (const each of await page.locator('[data-small]').all()) {
    const id = (await each.getAttribute('data-small'))!;
    const { rows, alt, counted, few } = await expected.small(id);
    await expect(each.locator('.figure-n')).toHaveText(
      few ?? (isWhole ? counted : `In this slice: ${counted}`),
    );
    await expect(each.locator('.figure-chart')).toHaveAttribute('aria-label', alt);
    await expect(each.locator('.figure-chart')).toBeVisible({ visible: few === null });
    if (few !== null) continue;
    const wanted = await marksOfText(page, await drawSmall(id, rows));
    await expect
      .poll(async () => differences(wanted, await marksOf(each.locator('.figure-svg svg'))), {
        message: `what the small chart of ${id} draws and what it should`,
      })
      .toEqual([]);
  }
}

/** The text and charts of the chapter to the last character, an element a line so that a difference can be read. */
export const article = (page: Page): Promise<string[]> =>
  page.locator('article').evaluate((each) => each.innerHTML.split(/(?<=>)/));
