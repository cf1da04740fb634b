import { closeCard, pinCard } from './model-card.ts';
import type { ModelMark } from './model-marks.ts';
import { hideTooltip, showTooltip } from './tooltip.ts';

const keys: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Ends the walk through the models of a chart. */
export function endWalk(plot: HTMLElement): void {
  plot.querySelector('.figure-points')?.remove();
}

/** Takes away what was said of the marks of a chart that are no longer drawn. */
export function forgetMarks(plot: HTMLElement): void {
  hideTooltip();
  if (plot.querySelector('.figure-card')) closeCard();
  endWalk(plot);
}

/**
 * Lets the keyboard go from mark to mark: a button over each, of which one is a stop of the Tab key. Enter pins
 * the model's card; Escape, or a focus elsewhere, ends the walk.
 */
export function startWalk(plot: HTMLElement, marks: readonly ModelMark[]): void {
  endWalk(plot);
  const back = plot.querySelector<HTMLElement>('.figure-walk');
  const group = document.createElement('div');
  group.className = 'figure-points';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Models in the chart; arrow keys move, Enter shows the link');
  const buttons = marks.map((mark) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'figure-point';
    button.tabIndex = -1;
    button.style.left = `${mark.x * 100}%`;
    button.style.top = `${mark.y * 100}%`;
    const words = mark.words.map(([name, value]) => `${name}: ${value}`);
    button.setAttribute('aria-label', [mark.model, ...words].join(', '));
    button.addEventListener('focus', () => {
      for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
      const { right, bottom } = button.getBoundingClientRect();
      showTooltip([['Model', mark.model], ...mark.words], { x: right, y: bottom });
    });
    button.addEventListener('blur', hideTooltip);
    button.addEventListener('click', () => pinCard(plot, mark, button));
    return button;
  });
  group.append(...buttons);
  group.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const move = keys[event.key];
    if (event.key === 'Escape') back?.focus();
    else if (move) buttons[move(at, buttons.length - 1)]?.focus();
    else return;
    event.preventDefault();
  });
  plot.addEventListener('focusout', function leave({ relatedTarget }) {
    // The card that a point has pinned stands beside it.
    const stays = relatedTarget instanceof Element && relatedTarget.closest('.figure-points, .figure-card');
    if (stays && plot.contains(relatedTarget)) return;
    plot.removeEventListener('focusout', leave);
    endWalk(plot);
    closeCard();
  });
  plot.append(group);
  buttons[0]?.focus();
}
