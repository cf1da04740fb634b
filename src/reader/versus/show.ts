import { wordsOf, type Judged } from '../../claims/claim.ts';
import { formatEstimate, isShown } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import type { Definition } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import type { Tested } from '../answers/says.ts';
import { aboutInSlice } from '../answers/stat.ts';
import { part } from '../ui/part.ts';
import { beside, letter, type Side } from './sides.ts';

/** One number in both slices. */
export interface Pair {
  element: HTMLElement;
  definition: Definition;
  a: Estimate;
  b: Estimate;
}

/** The numbers that both slices answer. */
export const pairsOf = (
  a: ReadonlyMap<HTMLElement, Estimate>,
  b: ReadonlyMap<HTMLElement, Estimate>,
): Pair[] =>
  [...a].flatMap(([element, inA]) => {
    const definition = findStatistic(element.dataset.stat ?? '')?.definition;
    const inB = b.get(element);
    return definition && inB ? [{ element, definition, a: inA, b: inB }] : [];
  });

const written = ({ dataset }: HTMLElement, estimate: Estimate, definition: Definition): string =>
  formatEstimate(estimate, definition, {
    digits: dataset.digits === undefined ? undefined : Number(dataset.digits),
    interval: dataset.interval !== undefined,
  });

/** Shows a number that answers for A as the number of both. */
export function showPair({ element, definition, a, b }: Pair): void {
  const value = part('span', { className: ['versus-value'] }, written(element, b, definition));
  value.classList.toggle('is-few', !isShown(b, definition));
  const own = element.querySelector('.stat-value');
  if (!own) return;
  const side = (name: Side, number: Element) =>
    part('span', { className: ['versus-side'] }, letter(name), '\u00a0', number);
  element.replaceChildren(side('A', own), ' · ', side('B', value));
  element.dataset.about = `A: ${aboutInSlice(definition, a)}. B: ${written(element, b, definition)}, ${aboutInSlice(definition, b)}`;
}

/** Shows the verdict of B under that of A, each with the numbers behind it. */
export function showVerdict(element: HTMLElement, judged: Judged): void {
  const verdict = element.querySelector('.claim-verdict');
  const evidence = element.querySelector('.claim-evidence');
  if (!verdict || !evidence) return;
  verdict.prepend(beside(letter('A')));
  const inB = beside(part('span', { className: ['claim-verdict', 'versus-verdict'] }, letter('B')));
  inB.append(wordsOf(judged));
  inB.dataset.verdict = judged.answer;
  verdict.after(inB);
  evidence.prepend(beside(letter('A')), ' ');
  const words = beside(part('p', { className: ['claim-evidence'] }, letter('B'), ' ', judged.evidence));
  evidence.after(words);
}

/** What tested words come to, in words. */
const outcome = ({ dataset }: HTMLElement, truth: Tested['truth']): string =>
  truth === null
    ? 'cannot be told'
    : truth
      ? 'it holds'
      : dataset.else === undefined
        ? 'it does not hold'
        : dataset.else;

/** Shows what B makes of tested words, where that is not what A makes of them. */
export function showTested(element: HTMLElement, a: Tested, b: Tested): void {
  if (a.truth === b.truth) return;
  const words = beside(
    part('span', { className: ['versus-says'] }, ' (', letter('B'), `\u00a0${outcome(element, b.truth)})`),
  );
  words.title = `In B ${b.text} ${b.truth === null ? 'cannot be told' : b.truth ? 'is true' : 'is false'}. ${b.evidence.join('; ')}`;
  element.after(words);
}
