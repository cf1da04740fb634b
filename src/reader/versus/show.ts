import { wordsOf, type Judged } from '../../claims/claim.ts';
import type { Slice } from '../../slice/slice.ts';
import { formatEstimate, isShown } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { units, type Definition } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import type { PartAnswers } from '../answers/page-parts.ts';
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
  /** The slices that answer it, on the preparation that the text pins, if any. */
  slices: readonly [a: Slice, b: Slice];
}

/** The numbers of some parts of a page by their elements, those left out that no slice asks again. */
const numbersOf = (parts: readonly PartAnswers[]) =>
  parts.flatMap(({ slice, stats, estimates }) =>
    stats.map((element) => ({ element, slice, estimate: estimates[element.dataset.stat ?? '']! })),
  );

/** The numbers that both slices answer. */
export function pairsOf(a: readonly PartAnswers[], b: readonly PartAnswers[]): Pair[] {
  const inB = new Map(numbersOf(b).map((each) => [each.element, each]));
  return numbersOf(a).flatMap(({ element, slice, estimate }) => {
    const definition = findStatistic(element.dataset.stat ?? '')?.definition;
    const other = inB.get(element);
    return definition && other
      ? [{ element, definition, a: estimate, b: other.estimate, slices: [slice, other.slice] }]
      : [];
  });
}

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

/** Whether the interval of a difference leaves out 0: the slices can be told apart. */
export const leavesOutZero = ({ low, high }: Estimate): boolean =>
  low !== null && high !== null && (low > 0 || high < 0);

const sharesApart = { ...units.shareDifference, suffix: '\u00a0pp' };
const shares: readonly string[] = [units.share.name, units.explained.name];

/** How the difference of two values of a number is written: that of two shares in percentage points. */
export const ofDifference = (definition: Definition): Definition =>
  shares.includes(definition.unit.name) ? { ...definition, unit: sharesApart } : definition;

/** Shows behind a number of both slices what they differ by. */
export function showDifference({ element, definition: own }: Pair, difference: Estimate): void {
  const definition = ofDifference(own);
  const { digits } = element.dataset;
  const text = formatEstimate(difference, definition, {
    digits: digits === undefined ? undefined : Number(digits),
    interval: true,
  });
  const words = beside(
    part('span', { className: ['versus-difference'] }, ` (A − B = ${text.replace(' (', ', ')}`),
  );
  words.classList.toggle('is-told-apart', leavesOutZero(difference));
  element.append(words);
  element.dataset.about += `. A less B: ${aboutInSlice(definition, difference)}`;
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
