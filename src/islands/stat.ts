import type { Estimates } from '../statistics/answer.ts';
import { formatEstimate, isShown } from '../statistics/format.ts';
import { findStatistic } from '../statistics/statistics.ts';

/** Shows what a slice answers in place of a published number, with the published one beside it. */
export function showStat(element: HTMLElement, estimates: Estimates): void {
  const id = element.dataset.stat ?? '';
  const definition = findStatistic(id)?.definition;
  const estimate = estimates[id];
  if (!definition || !estimate) return;
  const published = (element.dataset.published ??= element.textContent ?? '');
  element.dataset.publishedTitle ??= element.title;
  const { digits } = element.dataset;
  const answer = formatEstimate(estimate, definition, {
    digits: digits === undefined ? undefined : Number(digits),
    interval: element.dataset.interval !== undefined,
  });
  const few = !isShown(estimate, definition);
  element.classList.remove('is-pending');
  element.classList.add('is-sliced');
  element.classList.toggle('is-few', few);
  element.title = `${definition.label}, in this slice, n\u00a0=\u00a0${estimate.n.toLocaleString('en')}`;
  const value = document.createElement('span');
  value.className = 'stat-value';
  value.textContent = answer;
  element.replaceChildren(value);
  if (answer === published) return;
  const beside = document.createElement('span');
  beside.className = 'stat-published';
  beside.textContent = `published ${published}`;
  element.append(' ', beside);
}

/** Puts the published number back. */
export function restoreStat(element: HTMLElement): void {
  if (element.dataset.published === undefined) return;
  element.classList.remove('is-sliced', 'is-few');
  element.replaceChildren(element.dataset.published);
  element.title = element.dataset.publishedTitle ?? '';
  delete element.dataset.published;
  delete element.dataset.publishedTitle;
}
