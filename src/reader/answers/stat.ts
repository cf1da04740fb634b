import type { Estimates } from '../../statistics/answer.ts';
import { aboutInterval, formatEstimate, isShown } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { ofTheWholeTable, type Definition } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { keepPublished } from './published.ts';

/** What stands behind a number of a slice: how many values, its interval and, where they are too few, how many it takes. */
export function aboutInSlice(definition: Definition, estimate: Estimate): string {
  const { minimum } = definition;
  const { n } = estimate;
  const short = n < minimum ? `: too few, it takes ${minimum}` : '';
  const interval = short === '' ? aboutInterval(estimate, definition) : '';
  const about = `n\u00a0=\u00a0${n.toLocaleString('en')}${short}`;
  return interval === '' ? about : `${about}; ${interval}`;
}

const addBeside = (element: HTMLElement, text: string) => {
  const beside = document.createElement('span');
  beside.className = 'stat-published';
  beside.textContent = text;
  element.append(' ', beside);
};

/** Marks a number that no slice asks again as the whole table's. */
export function keepStat(element: HTMLElement): void {
  const { texts } = keepPublished(element, [element]);
  element.classList.add('is-sliced');
  element.replaceChildren(texts[0] ?? '');
  addBeside(element, ofTheWholeTable);
}

/** Shows what a slice answers in place of a published number, with the published one beside it. */
export function showStat(element: HTMLElement, estimates: Estimates): void {
  const id = element.dataset.stat ?? '';
  const definition = findStatistic(id)?.definition;
  const estimate = estimates[id];
  if (!definition || !estimate) return;
  const { texts } = keepPublished(
    element,
    [element],
    [
      [element, 'data-about'],
      [element, 'data-value'],
      [element, 'id'],
    ],
  );
  const [published] = texts;
  const { digits } = element.dataset;
  const answer = formatEstimate(estimate, definition, {
    digits: digits === undefined ? undefined : Number(digits),
    interval: element.dataset.interval !== undefined,
  });
  const few = !isShown(estimate, definition);
  element.classList.add('is-sliced');
  element.classList.toggle('is-few', few);
  // For the card of the number, and for the marks of figures that show it.
  if (estimate.value === null) delete element.dataset.value;
  else element.dataset.value = String(estimate.value);
  element.dataset.about = aboutInSlice(definition, estimate);
  const value = document.createElement('span');
  value.className = 'stat-value';
  value.textContent = answer;
  element.replaceChildren(value);
  if (answer === published) return;
  addBeside(element, `published ${published}`);
}
