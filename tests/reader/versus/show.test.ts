// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { PartAnswers } from '../../../src/reader/answers/page-parts.ts';
import type { Tested } from '../../../src/reader/answers/says.ts';
import { showStat } from '../../../src/reader/answers/stat.ts';
import { showClaim } from '../../../src/reader/answers/claim.ts';
import {
  leavesOutZero,
  pairsOf,
  showDifference,
  showPair,
  showTested,
  showVerdict,
} from '../../../src/reader/versus/show.ts';
import { clearSides, nameOf } from '../../../src/reader/versus/sides.ts';
import { tallyInWords, verdictsInWords } from '../../../src/reader/versus/summary.ts';
import { parseSlice, wholeTable } from '../../../src/slice/slice.ts';
import type { Estimate } from '../../../src/statistics/methods/estimate.ts';

const estimate = (
  value: number,
  n: number,
  low: number | null = null,
  high: number | null = null,
): Estimate => ({
  value,
  n,
  low,
  high,
});
const text = (element: Element) => element.textContent!.replaceAll(/\s+/g, ' ').trim();

beforeEach(() => document.body.replaceChildren());

/** What a slice answers of a page with one number. */
const answered = (element: HTMLElement, of: Estimate): PartAnswers => ({
  slice: wholeTable,
  estimates: { [element.dataset.stat!]: of },
  stats: [element],
  claims: [],
  says: [],
  figures: [],
  smalls: [],
  kept: { stats: [], claims: [], says: [], figures: [] },
});

function number(dataset: Record<string, string>): HTMLElement {
  const element = document.createElement('a');
  Object.assign(element.dataset, dataset);
  element.textContent = '0.45';
  document.body.append(element);
  return element;
}

test('a number reads as that of A and that of B, each with its interval where the text has one', () => {
  const element = number({ stat: 'scaling.r2', interval: '' });
  const [a, b] = [estimate(0.5, 100, 0.4, 0.6), estimate(0.25, 80, 0.2, 0.31)];
  showStat(element, { 'scaling.r2': a });
  pairsOf([answered(element, a)], [answered(element, b)]).forEach(showPair);
  expect(text(element)).toBe('A 50 % (40 to 60 %) · B 25 % (20 to 31 %)');
  expect(element.dataset.about).toContain('B: 25\u00a0% (20 to 31\u00a0%), n\u00a0=\u00a080');
});

test('what the slices differ by stands behind their numbers, told apart where its interval leaves out 0', () => {
  const element = number({ stat: 'scaling.r2' });
  const [a, b] = [estimate(0.5, 100), estimate(0.25, 80)];
  showStat(element, { 'scaling.r2': a });
  const [pair] = pairsOf([answered(element, a)], [answered(element, b)]);
  showPair(pair!);
  showDifference(pair!, estimate(0.25, 180, 0.125, 0.375));
  expect(text(element)).toBe('A 50 % · B 25 % (A − B = 25 pp, 13 to 38 pp)');
  expect(element.querySelector('.versus-difference')!.classList.contains('is-told-apart')).toBe(true);
  expect(element.dataset.about).toContain('A less B: n\u00a0=\u00a0180');
  expect(leavesOutZero(estimate(0.1, 9, -0.1, 0.3))).toBe(false);
  expect(leavesOutZero(estimate(0, 9, 0, 0))).toBe(false);
  expect(leavesOutZero(estimate(-1, 9, -2, -0.5))).toBe(true);
});

test('a number that B has too few models for says so', () => {
  const element = number({ stat: 'scaling.r2' });
  const [a, b] = [estimate(0.5, 100), estimate(0.25, 3)];
  showStat(element, { 'scaling.r2': a });
  pairsOf([answered(element, a)], [answered(element, b)]).forEach(showPair);
  expect(text(element)).toBe('A 50 % · B too few');
});

function claim(): HTMLElement {
  const element = document.createElement('aside');
  element.dataset.claim = 'bigger-scores-higher';
  element.dataset.verdict = 'holds';
  element.innerHTML =
    '<p class="claim-verdict"><a href="#x">Holds</a></p><p class="claim-evidence">Published numbers.</p>';
  document.body.append(element);
  return element;
}
const verdicts = (element: Element) => [...element.querySelectorAll('.claim-verdict')].map(text);

test('a claim has the verdict of A and that of B, and A may be answered anew', () => {
  const element = claim();
  const judged = (answer: 'holds' | 'open', evidence: string) => ({ answer, evidence, estimated: true });
  showClaim(element, 'Holds', judged('holds', 'Of A.'));
  showVerdict(element, judged('open', 'Of B.'));
  expect(verdicts(element)).toEqual(['AHolds', 'BCannot be told']);
  expect([...element.querySelectorAll('.claim-evidence')].map(text)).toEqual([
    'A In this slice: Of A.',
    'B Of B.',
  ]);
  showClaim(element, 'Cannot be told', judged('open', 'Of another A.'));
  expect(text(element.querySelector('.claim-verdict')!)).toBe('ACannot be told');
  clearSides(document);
  expect(verdicts(element)).toEqual(['Cannot be told']);
});

test('tested words say what B makes of them where A makes something else of them', () => {
  const words = document.createElement('span');
  words.dataset.else = 'fewer';
  words.textContent = 'more';
  document.body.append(words);
  const tested = (truth: Tested['truth']): Tested => ({ text: 'a > b', truth, evidence: ['a, 1'] });
  showTested(words, tested(true), tested(true));
  expect(text(document.body)).toBe('more');
  showTested(words, tested(true), tested(false));
  expect(text(document.body)).toBe('more (B fewer)');
  clearSides(document);
  showTested(words, tested(true), tested(null));
  expect(text(document.body)).toBe('more (B cannot be told)');
});

test('a slice is named by its filters and its preparation', () => {
  expect(nameOf(wholeTable)).toBe('all models');
  expect(nameOf(parseSlice(new URLSearchParams('preparation=prepared')).slice)).toBe(
    'all models, the notebook’s preparation',
  );
});

test('the number of verdicts that differ is said', () => {
  expect(verdictsInWords(0, 0)).toBe('This page has no verdict to compare.');
  expect(verdictsInWords(1, 0)).toBe('A and B have the same verdict.');
  expect(verdictsInWords(4, 0)).toBe('A and B have the same 4 verdicts.');
  expect(verdictsInWords(1, 1)).toBe('A and B differ in 1 of 1 verdict.');
  expect(verdictsInWords(4, 1)).toBe('A and B differ in 1 of 4 verdicts.');
});

test('the differences are counted, with what chance alone would tell apart and the models in both', () => {
  expect(tallyInWords(20, 1, 0)).toBe(
    'Of 20 differences with an interval, 1 leaves out 0; of many, one in twenty would by chance. No model is in both.',
  );
  expect(tallyInWords(3, 2, 1)).toContain('2 leave out 0');
  expect(tallyInWords(3, 2, 1)).toContain('1 model is in both and counts in both.');
  expect(tallyInWords(0, 0, null)).toBe('No number of this page has an interval of what A and B differ by.');
  expect(tallyInWords(0, 0, 1234)).toContain('1,234 models are in both and count in both.');
});

test('two shares differ by percentage points', () => {
  const element = number({ stat: 'survivorship.gone.community' });
  const [a, b] = [estimate(0.5, 100, 0.4, 0.6), estimate(0.25, 80, 0.2, 0.31)];
  const [pair] = pairsOf([answered(element, a)], [answered(element, b)]);
  showDifference(pair!, estimate(0.25, 180, 0.125, 0.375));
  expect(text(element)).toContain('A − B = 25 pp, 13 to 38 pp)');
});
