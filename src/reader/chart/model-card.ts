import type { View } from 'vega';
import { markOf, modelMarks, type ModelMark } from './model-marks.ts';
import { nearestMark } from './nearest.ts';
import { hideTooltip, wordsTable } from './tooltip.ts';
import { onDismissal } from '../ui/dismissal.ts';

/** The card that stays beside a mark until it is closed; there is one on a page. */
let pinned: { card: HTMLElement; away: AbortController } | undefined;

/** Takes the card away. */
export function closeCard(): void {
  const closed = pinned;
  // First, because to remove what has the focus tells listeners, which may close the card again.
  pinned = undefined;
  closed?.away.abort();
  closed?.card.remove();
}

/**
 * Pins a card to a mark: the model's name as a link to its page on the Hub, and its numbers. `plot` is the box
 * of the drawing; the focus goes to the link, and back to `from` when Escape or the cross closes the card.
 */
export function pinCard(plot: HTMLElement, mark: ModelMark, from: HTMLElement | null): void {
  closeCard();
  hideTooltip();
  const card = document.createElement('div');
  card.className = 'figure-card';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', mark.model);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'figure-card-close';
  close.setAttribute('aria-label', 'Close');
  close.textContent = '×';
  const link = document.createElement('a');
  link.href = mark.address;
  link.rel = 'noopener';
  link.textContent = mark.model;
  const name = document.createElement('p');
  name.className = 'figure-card-name';
  name.append(link, ' on the Hub');
  card.append(close, name, wordsTable(mark.words));
  plot.append(card);

  const { width } = card.getBoundingClientRect();
  const room = plot.getBoundingClientRect();
  const left = mark.x * room.width - width / 2;
  card.style.left = `${Math.max(0, Math.min(left, room.width - width))}px`;
  card.style.top = `${mark.y * room.height + 10}px`;

  const away = new AbortController();
  const { signal } = away;
  const leave = (back: unknown) => {
    // First, so that the focus never leaves the chart.
    if (back) from?.focus();
    closeCard();
  };
  close.addEventListener('click', leave);
  onDismissal([card], signal, leave);
  addEventListener('resize', closeCard, { signal });
  pinned = { card, away };
  link.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
}

/**
 * Pins the card of the mark that is pressed in a living chart, or that is nearest to the press; `column` of the
 * marks' rows names models.
 */
export function pinPressed(plot: HTMLElement, view: View, column: string): void {
  view.addEventListener('click', (event, item) => {
    const drawing = view.container()?.querySelector('svg');
    const near = () =>
      drawing && nearestMark(modelMarks(view, column), drawing.getBoundingClientRect(), event as MouseEvent);
    const mark = markOf(view, column, item) ?? near();
    if (mark) pinCard(plot, mark, null);
  });
}
