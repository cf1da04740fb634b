import type { View } from 'vega';
import { withBase } from '../../site/base.ts';
import type { NumberCard } from '../../statistics/number-card.ts';
import { marksOfValue } from '../chart/value-marks.ts';
import { loadOnce } from '../load-once.ts';
import { viewOf, wake } from './live-figure.ts';
import { all, inSlice, namedBy, numbersOf } from './marked-words.ts';

let asked = 0;

/** Takes the frames off the figures. */
export function unmark(): void {
  asked += 1;
  for (const frame of all('.figure-frame')) frame.remove();
}

const isInView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

function frame(figure: HTMLElement, view: View, value: number): void {
  const host = view.container()?.closest<HTMLElement>('.figure-live');
  if (!host || !figure.contains(host)) return;
  const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
  for (const { x1, x2, y1, y2 } of marksOfValue(view, value)) {
    const around = document.createElement('div');
    around.className = 'figure-frame';
    Object.assign(around.style, {
      left: percent(x1),
      top: percent(y1),
      width: percent(x2 - x1),
      height: percent(y2 - y1),
    });
    host.append(around);
  }
}

/** Frames the marks of what a number or tested words of the text name, in the figures that are in view. */
export async function markShown(words: HTMLElement): Promise<void> {
  unmark();
  const request = asked;
  const figures = all('[data-figure]').filter(
    (figure) =>
      figure.dataset.preparation === words.dataset.preparation &&
      isInView(figure.querySelector('.figure-plot') ?? figure),
  );
  if (figures.length === 0) return;
  for (const id of namedBy(words)) {
    const card = await loadOnce<NumberCard>(withBase(`/data/numbers/${id}.json`)).catch(() => undefined);
    for (const figure of figures.filter(({ dataset }) => card?.figures.includes(dataset.figure ?? ''))) {
      await wake(figure);
      const view = viewOf(figure);
      const value = inSlice(id) ?? (await numbersOf(figure))[id];
      if (request !== asked) return;
      if (view && value !== undefined) frame(figure, view, value);
    }
  }
}
