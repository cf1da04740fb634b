import type { Row } from '../../engine/engine.ts';
import { countInWords, whyNotDrawn } from '../../figures/few.ts';
import type { Figure } from '../../figures/figure.ts';
import { hubAddress } from '../../figures/hub.ts';
import { cellText, rowsInTable } from '../../figures/table.ts';
import { drawLive, restoreStill } from './live-figure.ts';
import { readerSlice } from '../reader-slice.ts';
import { setShown } from './shown-figure.ts';

const part = (element: HTMLElement, selector: string) => element.querySelector<HTMLElement>(selector);

const published = new WeakMap<HTMLElement, () => void>();

/** Remembers how to put an element's published content back. */
function remember(figure: HTMLElement): void {
  if (published.has(figure)) return;
  const kept = ['.figure-takeaway', '.figure-n', '.figure-data tbody', '.figure-more'].flatMap((selector) => {
    const element = part(figure, selector);
    return element ? [{ element, nodes: [...element.childNodes] }] : [];
  });
  const chart = part(figure, '.figure-chart');
  const label = chart?.getAttribute('aria-label') ?? '';
  published.set(figure, () => {
    for (const { element, nodes } of kept) element.replaceChildren(...nodes);
    chart?.setAttribute('aria-label', label);
  });
}

/** Shows what a slice answers: the takeaway, the table and the chart; or that it leaves too few. Resolves when drawn. */
export function showFigure(element: HTMLElement, figure: Figure, rows: readonly Row[]): Promise<void> {
  remember(element);
  const why = whyNotDrawn(figure, rows);
  const few = why !== null;
  setShown(element, { figure, rows, few, slice: readerSlice().slice });
  const say = (selector: string, text: string) => part(element, selector)?.replaceChildren(text);
  element.classList.add('is-sliced');
  element.classList.toggle('is-few', few);
  say('.figure-takeaway', why ?? figure.takeaway(rows));
  say('.figure-n', `In this slice: ${countInWords(figure.n(rows), figure.counts)}.`);
  say(
    '.figure-more',
    rows.length > rowsInTable ? `The first ${rowsInTable} of ${rows.length.toLocaleString('en')} rows.` : '',
  );
  part(element, '.figure-chart')?.setAttribute('aria-label', why ?? figure.alt(rows));
  fillTable(element, () => (few ? [] : tableRows(figure, rows)));
  if (!few) return drawLive(element, rows);
  // The style sheet hides the chart; what it showed of an earlier slice must not come back with it.
  restoreStill(element);
  return Promise.resolve();
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

function tableRows(figure: Figure, rows: readonly Row[]): HTMLTableRowElement[] {
  return rows.slice(0, rowsInTable).map((row) => {
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
  published.get(element)?.();
  published.delete(element);
  element.classList.remove('is-sliced', 'is-few');
  restoreStill(element);
}
