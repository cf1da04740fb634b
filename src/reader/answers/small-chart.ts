import type { SmallAnswer } from '../../figures/small-charts.ts';
import { drawLive, restoreStill } from './live-figure.ts';
import { keepPublished, putPublishedBack } from './published.ts';

/** Says what stands behind a small chart in a slice, or that it leaves too few; returns what draws the chart. */
export function showSmall(
  element: HTMLElement,
  { rows, alt, counted, few }: SmallAnswer,
): () => Promise<void> {
  const [chart, words] = ['.figure-chart', '.figure-n'].map((each) => element.querySelector(each)!);
  keepPublished(element, [words!], [[chart!, 'aria-label']]);
  element.classList.add('is-sliced');
  element.classList.toggle('is-few', few !== null);
  words!.textContent = few ?? `In this slice: ${counted}`;
  chart!.setAttribute('aria-label', alt);
  if (few === null) return () => drawLive(element, rows);
  // What it showed of an earlier slice must not come back with it.
  restoreStill(element);
  return () => Promise.resolve();
}

/** Puts the published chart back. */
export function restoreSmall(element: HTMLElement): void {
  putPublishedBack(element);
  restoreStill(element);
}
