import type { Spec, View } from 'vega';
import type { Row } from '../../engine/engine.ts';
import { countInWords, whyNotDrawn } from '../../figures/few.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Slice } from '../../slice/slice.ts';
import { tableRows } from '../answers/figure.ts';
import { drawLive } from '../answers/live-figure.ts';
import type { PartAnswers } from '../answers/page-parts.ts';
import { embedChart, loadChart } from '../chart/chart.ts';
import { pinPressed } from '../chart/model-card.ts';
import { nextTask } from '../breath.ts';
import { reasonOf } from '../failed-import.ts';
import { part } from '../ui/part.ts';
import { sharedScales, shareScales, withSharedScales } from './shared-scales.ts';
import { beside, letter, nameOf, type Side } from './sides.ts';

/** A figure as one slice answers it. */
type Drawn = PartAnswers['figures'][number];

/** The charts of the panels, which have to be told when they go. */
let views: View[] = [];

/** Lets go of the charts of panels that have left the page. */
export function clearPanels(): void {
  for (const view of views) view.finalize();
  views = [];
}

/** One of the two panels, and where its chart goes; without a place where there are too few models to draw. */
function panelOf(side: Side, slice: Slice, figure: Figure, rows: readonly Row[]) {
  const why = whyNotDrawn(figure, rows);
  const plot = part('div', { className: ['figure-plot'] });
  const host = part('div', { className: ['figure-live'] });
  // The plot carries the text alternative; Vega would name thousands of marks.
  host.setAttribute('aria-hidden', 'true');
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `${side}: ${figure.alt(rows)}`);
  plot.append(host);
  const panel = part(
    'div',
    { className: ['versus-panel'] },
    part('p', { className: ['versus-panel-name'] }, letter(side), ` ${nameOf(slice)}`),
    part('p', { className: ['versus-panel-takeaway'] }, why ?? figure.takeaway(rows)),
    ...(why === null ? [plot] : []),
    part('p', { className: ['figure-notes'] }, `${countInWords(figure.n(rows), figure.counts)}.`),
  );
  return { panel, plot, host: why === null ? host : undefined };
}

/** Puts the rows of B under those of A in the table of a figure, each named. */
function showTables({ element, figure, rows }: Drawn, a: Slice, b: Slice): void {
  const table = element.querySelector<HTMLElement>('.figure-data > .table-scroll');
  if (!table) return;
  const named = (side: Side, slice: Slice) =>
    beside(part('p', { className: ['versus-panel-name'] }, letter(side), ` ${nameOf(slice)}`));
  table.before(named('A', a));
  const other = beside(table.cloneNode(true) as HTMLElement);
  const label = `B: ${element.querySelector('.figure-question')?.textContent?.trim() ?? ''}`;
  other.setAttribute('aria-label', label);
  other.querySelector('table')?.removeAttribute('aria-labelledby');
  other.querySelector('table')?.setAttribute('aria-label', label);
  other
    .querySelector('tbody')
    ?.replaceChildren(...(whyNotDrawn(figure, rows) === null ? tableRows(figure, rows) : []));
  table.after(named('B', b), other);
}

/** Draws one figure for both slices, with the axes in common. */
async function showPanel(a: Slice, b: Slice, inA: Drawn, inB: Drawn, signal: AbortSignal): Promise<void> {
  const { element, figure } = inA;
  const sides = [panelOf('A', a, figure, inA.rows), panelOf('B', b, figure, inB.rows)] as const;
  element
    .querySelector('.figure-plot')
    ?.after(beside(part('div', { className: ['versus-panels'] }, ...sides.map(({ panel }) => panel))));
  showTables(inB, a, b);
  try {
    // A panel is as wide as a phone.
    const spec: Spec = await loadChart(`${element.dataset.specs ?? ''}phone.vega.json`);
    const shared = withSharedScales(spec);
    const drawn: View[] = [];
    for (const [index, { host, plot }] of sides.entries()) {
      if (!host) continue;
      const view = await embedChart(host, shared, { rows: [inA, inB][index]!.rows });
      if (signal.aborted) return void view.finalize();
      views.push(view);
      drawn.push(view);
      if (element.dataset.models) pinPressed(plot, view, element.dataset.models);
    }
    if (drawn.length === 2 && sharedScales(spec).length > 0) await shareScales(spec, drawn[0]!, drawn[1]!);
  } catch (error) {
    for (const { host } of sides) host?.replaceChildren(`The chart could not be drawn: ${reasonOf(error)}.`);
  }
}

/** Draws the chart of a figure as A alone answers it. */
async function drawAlone({ element, figure, rows }: Drawn): Promise<void> {
  if (whyNotDrawn(figure, rows) === null) await drawLive(element, rows);
}

/** Draws every figure as A alone answers it, where B could not be had. */
export async function drawAllAlone(inA: readonly Drawn[], signal: AbortSignal): Promise<void> {
  for (const drawn of inA) {
    if (signal.aborted) return;
    await drawAlone(drawn);
  }
}

/** Draws every figure in two panels, one figure after the other; those that B does not answer alone. */
export async function showPanels(
  a: Slice,
  b: Slice,
  inA: readonly Drawn[],
  inB: ReadonlyMap<HTMLElement, Drawn>,
  signal: AbortSignal,
): Promise<void> {
  for (const drawn of inA) {
    const other = inB.get(drawn.element);
    await nextTask();
    signal.throwIfAborted();
    await (other ? showPanel(a, b, drawn, other, signal) : drawAlone(drawn));
  }
}
