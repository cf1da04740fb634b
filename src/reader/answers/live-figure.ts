import type { View } from 'vega';
import type { Row } from '../../engine/engine.ts';
import type { Drawing } from '../../figures/figure.ts';
import { loadOnce } from '../load-once.ts';
import { broad, copies, desktop, embedChart, loadChart, loadVega } from '../chart/chart.ts';
import { reasonOf } from '../failed-import.ts';
import { againButton } from '../ui/again-button.ts';
import { pinPressed } from '../chart/model-card.ts';
import { modelMarks } from '../chart/model-marks.ts';
import { forgetMarks, startWalk } from '../chart/model-walk.ts';
import { markTold } from './marked-words.ts';
import { keepPublished, putPublishedBack } from './published.ts';

/** A drawing of a figure, or the one of a small chart. */
type Shown = Drawing | 'small';

/** What takes the place of a figure's drawing once it is alive. */
interface Living {
  drawing: Shown;
  host: HTMLElement;
  view: View;
  /** Width of the drawing made at build time, in the units of its letters. */
  stillBreadth: number;
  rows: readonly Row[];
  /** How often it has been given other rows. */
  changes: number;
}

/** A view keeps a place for every row that it ever had, so that after so many changes a new one takes over. */
const mostChanges = 64;

const living = new WeakMap<HTMLElement, Living>();
/** The rows that each figure should show; `null` for its drawing made at build time. */
const wanted = new WeakMap<HTMLElement, readonly Row[] | null>();
const drawing = new WeakMap<HTMLElement, Promise<void>>();
/** Figures that could not be drawn: the rows that they should show, and what says so. */
const failed = new Map<HTMLElement, { rows: readonly Row[]; said: HTMLElement }>();

function shownIn(element: HTMLElement): Shown {
  if (element.dataset.small !== undefined) return 'small';
  if (broad().matches && element.matches('.prose > .is-wide')) return 'wide';
  return desktop().matches ? 'desktop' : 'phone';
}
const place = (element: HTMLElement, which: Shown) =>
  element.querySelector<HTMLElement>(`.figure-svg.is-${which}`);

const plotOf = (element: HTMLElement) => element.querySelector<HTMLElement>('.figure-plot');

const specOf = (element: HTMLElement, which: Shown) =>
  loadChart(`${element.dataset.specs ?? ''}${which}.vega.json`);

/** Starts to load what drawing needs, while the first slice still waits for the engine. */
export function preloadLive(root: ParentNode): void {
  const elements = root.querySelectorAll<HTMLElement>('[data-figure], [data-small]');
  if (elements.length === 0) return;
  // What fails here fails again, and is told, when the figure is drawn.
  void loadVega().catch(() => undefined);
  for (const element of elements) void specOf(element, shownIn(element)).catch(() => undefined);
}

const breadth = (svg: SVGSVGElement | null | undefined) => svg?.viewBox.baseVal.width ?? 0;

/** From this share of its width at build time on, a drawing fills its column: other labels at an axis move nothing. */
const nearlyAsWide = 0.9;

/**
 * Takes a width away that was set. Read first: Chromium leaves a blank attribute in the place of a style that it has
 * not written out yet.
 */
function unscale(element: HTMLElement): void {
  const plot = plotOf(element);
  if (plot?.getAttribute('style') != null) plot.removeAttribute('style');
}

/** Letters stay as large as in the drawing made at build time, also where a slice leaves fewer panels side by side. */
function keepScale(element: HTMLElement, { host, stillBreadth: before }: Living): void {
  const now = breadth(host.querySelector('svg'));
  const share = before > 0 && now > 0 ? now / before : 1;
  const plot = plotOf(element);
  if (share < nearlyAsWide) plot?.style.setProperty('max-inline-size', `${100 * share}%`);
  else unscale(element);
}

async function embed(element: HTMLElement, which: Shown, rows: readonly Row[]): Promise<void> {
  const target = place(element, which);
  if (!target) return;
  const host = document.createElement('div');
  host.className = 'figure-live';
  // The chart around it carries the text alternative; Vega would name thousands of marks.
  host.setAttribute('aria-hidden', 'true');
  const view = await embedChart(host, await specOf(element, which), { rows });
  const before = living.get(element);
  const stillBreadth = before?.stillBreadth ?? breadth(target.querySelector<SVGSVGElement>(':scope > svg'));
  keepPublished(target, [target]);
  target.replaceChildren(host);
  before?.view.finalize();
  const alive: Living = { drawing: which, host, view, stillBreadth, rows, changes: 0 };
  living.set(element, alive);
  keepScale(element, alive);
  view.addEventListener('mouseover', (_, item) => void markTold(element, item).catch(() => undefined));
  view.addEventListener('mouseout', () => void markTold(element, null));
  const column = element.dataset.models;
  const plot = plotOf(element);
  if (column && plot) pinPressed(plot, view, column);
}

/** Lets the keyboard go through the models of a living figure. */
export function walkModels(element: HTMLElement): void {
  const alive = living.get(element);
  const plot = plotOf(element);
  if (alive && plot) startWalk(plot, modelMarks(alive.view, element.dataset.models ?? ''));
}

/** Takes away what was said of the marks that a figure no longer draws. */
function forget(element: HTMLElement): void {
  const plot = plotOf(element);
  if (plot) forgetMarks(plot);
}

function still(element: HTMLElement): void {
  const alive = living.get(element);
  if (!alive) return;
  forget(element);
  alive.view.finalize();
  const target = place(element, alive.drawing);
  if (target) putPublishedBack(target);
  living.delete(element);
  unscale(element);
}

const same = (a: readonly Row[], b: readonly Row[]) => a === b || JSON.stringify(a) === JSON.stringify(b);

async function catchUp(element: HTMLElement): Promise<void> {
  for (;;) {
    const rows = wanted.get(element);
    const alive = living.get(element);
    if (!rows) return still(element);
    const which = shownIn(element);
    if (alive?.drawing === which && same(alive.rows, rows)) return;
    if (alive?.drawing === which) {
      forget(element);
      if (++alive.changes > mostChanges) {
        await embed(element, which, rows);
        continue;
      }
      alive.rows = rows;
      await alive.view.data('rows', copies(rows)).resize().runAsync();
      keepScale(element, alive);
    } else {
      still(element);
      await embed(element, which, rows);
    }
  }
}

/**
 * Draws a figure's rows with Vega in place of the drawing made at build time: in a living view where there is
 * one, else in a new one. Of several calls the newest wins. Where it fails, the still drawing stays and the
 * figure says so.
 */
export function drawLive(element: HTMLElement, rows: readonly Row[]): Promise<void> {
  forgetFailed(element);
  wanted.set(element, rows);
  return settle(element);
}

/**
 * Draws a figure's published rows with Vega, unless it is alive; one that could not be drawn is tried again with the
 * rows that it should show. Rejects where published rows do not arrive.
 */
export async function wake(element: HTMLElement): Promise<void> {
  if (isLive(element)) return whenDrawn(element);
  const lost = failed.get(element);
  if (lost) return drawLive(element, lost.rows);
  const editions = await loadOnce<Record<string, { rows: Row[] }>>(`${element.dataset.specs ?? ''}json`);
  const edition = editions[element.dataset.preparation ?? 'reviewed'];
  if (edition && !isLive(element)) await drawLive(element, edition.rows);
}

/** The view of a living figure; undefined for a still one. */
export const viewOf = (element: HTMLElement): View | undefined => living.get(element)?.view;

/** Puts the drawing made at build time back. */
export function restoreStill(element: HTMLElement): void {
  forgetFailed(element);
  wanted.set(element, null);
  void settle(element);
}

/** Resolves once a figure shows what it was asked to show. */
export const whenDrawn = (element: HTMLElement): Promise<void> => drawing.get(element) ?? Promise.resolve();

/** Whether a figure shows rows of its own rather than the drawing made at build time. */
export const isLive = (element: HTMLElement): boolean => Boolean(wanted.get(element));

/** Says behind the count why a figure still shows what is published, with a button that tries again. */
function sayBroken(element: HTMLElement, rows: readonly Row[], error: unknown): void {
  forgetFailed(element);
  const said = document.createElement('span');
  const isSaid = () => failed.get(element)?.said === said;
  said.append(
    ` The chart still shows the published rows: ${reasonOf(error)}. `,
    againButton(error, drawFailed, (why) => isSaid() && sayBroken(element, rows, why)),
  );
  element.querySelector('.figure-n')?.after(said);
  element.classList.add('is-broken');
  failed.set(element, { rows, said });
}

/** Takes back what is said of a figure that could not be drawn, as other rows or none are asked of it. */
export function forgetFailed(element: HTMLElement): void {
  const said = failed.get(element)?.said;
  failed.delete(element);
  if (said?.contains(document.activeElement))
    element.querySelector<HTMLElement>('.figure-menu-toggle')?.focus({ preventScroll: true });
  said?.remove();
}

/** Draws whatever could not be drawn: what one figure lacked, others lack as well. */
function drawFailed(): void {
  for (const [element, { rows }] of [...failed]) void drawLive(element, rows);
}

function settle(element: HTMLElement): Promise<void> {
  let running = drawing.get(element);
  if (!running) {
    running = catchUp(element)
      .then(() => element.classList.remove('is-broken'))
      .catch((error: unknown) => {
        const rows = wanted.get(element);
        // What is published stands there anyhow.
        if (!rows) return still(element);
        wanted.delete(element);
        sayBroken(element, rows, error);
      })
      .finally(() => drawing.delete(element));
    drawing.set(element, running);
  }
  return running;
}

for (const width of [desktop(), broad()])
  width.addEventListener('change', () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-figure]'))
      if (isLive(element)) void settle(element);
  });
