import type { Row } from '../../engine/engine.ts';
import { countInWords, whyNotDrawn } from '../../figures/few.ts';
import type { Figure } from '../../figures/figure.ts';
import { hubAddress } from '../../figures/hub.ts';
import { cellText, rowsInTable } from '../../figures/table.ts';
import { drawLive, forgetFailed, restoreStill } from './live-figure.ts';
import { readerSlice } from '../reader-slice.ts';
import { keepPublished, putPublishedBack } from './published.ts';
import { askedVersus } from '../versus/asked.ts';
import { setShown } from './shown-figure.ts';

const part = (element: HTMLElement, selector: string) => element.querySelector<HTMLElement>(selector);

/** Keeps what a slice's answer takes the place of, besides the drawing. */
function keep(figure: HTMLElement): void {
  const contents = ['.figure-takeaway', '.figure-n', '.figure-data tbody', '.figure-more'].flatMap(
    (selector) => part(figure, selector) ?? [],
  );
  const chart = part(figure, '.figure-chart');
  keepPublished(figure, contents, chart ? [[chart, 'aria-label']] : []);
}

/** Says of a figure that no slice draws again that it shows the whole table. */
export function keepFigure(element: HTMLElement): void {
  const counted = part(element, '.figure-n');
  if (!counted) return;
  const { texts } = keepPublished(element, [counted]);
  element.classList.add('is-sliced');
  counted.textContent = `Of the whole table; a slice does not draw it again. ${texts[0] ?? ''}`;
}

/**
 * Shows what a slice answers in words and in the table, or that it leaves too few; returns what draws the chart. Beside
 * another slice there is nothing to draw here: the panels of both take the chart's place.
 */
export function showFigure(element: HTMLElement, figure: Figure, rows: readonly Row[]): () => Promise<void> {
  keep(element);
  forgetFailed(element);
  const why = whyNotDrawn(figure, rows);
  const few = why !== null;
  const shown = rowsInTable(rows.length);
  setShown(element, { figure, rows, few, slice: readerSlice().slice });
  const say = (selector: string, text: string) => part(element, selector)?.replaceChildren(text);
  element.classList.add('is-sliced');
  element.classList.toggle('is-few', few);
  say('.figure-takeaway', why ?? figure.takeaway(rows));
  say('.figure-n', `In this slice: ${countInWords(figure.n(rows), figure.counts)}.`);
  say(
    '.figure-more',
    rows.length > shown ? `The first ${shown} of ${rows.length.toLocaleString('en')} rows.` : '',
  );
  part(element, '.figure-chart')?.setAttribute('aria-label', why ?? figure.alt(rows));
  fillTable(element, () => (few ? [] : tableRows(figure, rows)));
  if (!few) return () => (askedVersus().slice ? Promise.resolve() : drawLive(element, rows));
  // The style sheet hides the chart; what it showed of an earlier slice must not come back with it.
  restoreStill(element);
  return () => Promise.resolve();
}

const pending = new WeakMap<Element, () => void>();

/** Fills the table of a figure now if the reader has it open, else when it is opened. */
function fillTable(element: HTMLElement, rows: () => HTMLTableRowElement[]): void {
  const details = element.querySelector<HTMLDetailsElement>('.figure-data');
  if (!details) return;
  const fill = () => {
    pending.delete(details);
    details.querySelector('tbody')?.replaceChildren(...rows());
  };
  if (details.open) return fill();
  if (!pending.has(details))
    details.addEventListener('toggle', () => pending.get(details)?.(), { once: true });
  pending.set(details, fill);
}

/** The rows of a figure as those of its table, as far as it goes. */
export function tableRows(figure: Figure, rows: readonly Row[]): HTMLTableRowElement[] {
  return rows.slice(0, rowsInTable(rows.length)).map((row) => {
    const line = document.createElement('tr');
    for (const column of figure.columns) {
      const cell = line.insertCell();
      if (typeof row[column.name] === 'number') cell.className = 'is-right';
      const address = column.model ? hubAddress(row[column.name]) : null;
      cell.append(address ? hubLink(address, cellText(row, column)) : cellText(row, column));
    }
    return line;
  });
}

function hubLink(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.rel = 'noopener';
  link.textContent = text;
  return link;
}

/** Puts the published figure back. */
export function restoreFigure(element: HTMLElement): void {
  setShown(element, null);
  const details = element.querySelector('.figure-data');
  if (details) pending.delete(details);
  putPublishedBack(element);
  restoreStill(element);
}
