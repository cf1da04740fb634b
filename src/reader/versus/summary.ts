import { wordsOf, type Claim, type Judged } from '../../claims/claim.ts';
import { preparationTitles, type PreparationId } from '../../dataset/grouping.ts';
import { countInWords } from '../../figures/few.ts';
import { formatEstimate } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import type { Definition } from '../../statistics/statistic.ts';
import { anchorOf, listOf, openNote } from '../answers/sliced-note.ts';
import { part, plain } from '../ui/part.ts';
import { leavesOutZero, ofDifference, type Pair } from './show.ts';
import { letter } from './sides.ts';

/** The verdict on a claim of the page in one slice. */
export interface Verdict {
  element: HTMLElement;
  claim: Claim;
  judged: Judged;
}

/** What is known of the two slices. */
interface Known {
  claims: readonly Verdict[];
  inB: ReadonlyMap<HTMLElement, Verdict>;
  pairs: readonly Pair[];
}

/** How many verdicts differ between the slices, in a sentence. */
export function verdictsInWords(verdicts: number, differ: number): string {
  if (verdicts === 0) return 'This page has no verdict to compare.';
  if (differ === 0)
    return verdicts === 1 ? 'A and B have the same verdict.' : `A and B have the same ${verdicts} verdicts.`;
  return `A and B differ in ${differ} of ${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'}.`;
}

const differs = ({ judged }: Verdict, other: Verdict | undefined): other is Verdict =>
  other !== undefined && wordsOf(judged) !== wordsOf(other.judged);

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a number is of: two places of a page may show the same. */
const keyOf = ({ element: { dataset }, definition }: Pair): string =>
  `${definition.id} ${dataset.preparation ?? ''}`;

/** The numbers of a page once each, by what they are of. */
export function rowsOf(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => !seen.has(keyOf(pair)) && seen.add(keyOf(pair)));
}

const cell = (definition: Definition, estimate: Estimate) =>
  part('td', plain, formatEstimate(estimate, definition, { interval: true }));

/** The cells that wait for what the slices differ by, by number. */
type Waiting = Map<string, HTMLElement>;

function tableOf(rows: readonly Pair[], waiting: Waiting): HTMLElement {
  const body = part('tbody', plain);
  for (const pair of rows) {
    const { definition, a, b } = pair;
    const { preparation } = pair.element.dataset;
    const of = preparation ? ` (${small(preparationTitles[preparation as PreparationId])})` : '';
    const name = part('th', plain, definition.label, of);
    name.scope = 'row';
    const difference = part('td', plain);
    waiting.set(keyOf(pair), difference);
    body.append(part('tr', plain, name, cell(definition, a), cell(definition, b), difference));
  }
  const heads = ['Number', letter('A'), letter('B'), 'A − B'].map((content) => {
    const head = part('th', plain, content);
    head.scope = 'col';
    return head;
  });
  return part('table', plain, part('thead', plain, part('tr', plain, ...heads)), body);
}

/** A table in a box that scrolls sideways and that the keyboard reaches, both with the name of what they show. */
function scrolling(table: HTMLElement): HTMLElement {
  const box = part('div', { className: ['table-scroll'] }, table);
  box.setAttribute('role', 'group');
  box.tabIndex = 0;
  for (const each of [box, table]) each.setAttribute('aria-label', 'Numbers side by side');
  return box;
}

/** How many numbers tell the slices apart, in a sentence; `shared` is how many models both have, where that is known. */
export function tallyInWords(told: number, apart: number, shared: number | null): string {
  const both =
    shared === null
      ? ''
      : shared === 0
        ? ' No model is in both.'
        : ` ${countInWords(shared, 'models')} ${shared === 1 ? 'is' : 'are'} in both and ${shared === 1 ? 'counts' : 'count'} in both.`;
  if (told === 0) return `No number of this page has an interval of what A and B differ by.${both}`;
  return `Of ${countInWords(told, 'differences')} with an interval, ${apart} ${apart === 1 ? 'leaves' : 'leave'} out 0; of many, one in twenty would by chance.${both}`;
}

/** What is added to the summary as the differences come. */
export interface Tally {
  add(pair: Pair, difference: Estimate | null): void;
  finish(shared: number | null): void;
  fail(why: string): void;
}

/** Says at the head of the page in which verdicts the slices differ, and lists all of its numbers in both. */
export function showSummary(root: ParentNode, { claims, inB, pairs }: Known): Tally | undefined {
  const opened = openNote(root);
  if (!opened) return undefined;
  const { note, status } = opened;
  const judged = claims.filter(({ element }) => inB.has(element));
  const differing = judged.filter((each) => differs(each, inB.get(each.element)));
  status.textContent = verdictsInWords(judged.length, differing.length);
  const verdicts = listOf(
    'Verdicts that differ',
    differing.map(({ element, claim, judged: inA }) => ({
      anchor: anchorOf(element, 'verdict'),
      link: claim.sentence,
      rest: ` A: ${small(wordsOf(inA))}; B: ${small(wordsOf(inB.get(element)!.judged))}.`,
    })),
  );
  const rows = rowsOf(pairs);
  const waiting: Waiting = new Map();
  const tally = part('p', plain, 'What A and B differ by is being computed.');
  const numbers =
    rows.length === 0
      ? []
      : [
          part(
            'details',
            plain,
            part('summary', plain, 'All numbers of this page, side by side'),
            scrolling(tableOf(rows, waiting)),
          ),
        ];
  const rest = part('p', plain, 'Words without a test behind them were written for all models.');
  note.replaceChildren(status, part('div', plain, tally, ...verdicts, ...numbers, rest));
  let [told, apart] = [0, 0];
  return {
    add(pair, difference) {
      const waits = waiting.get(keyOf(pair));
      if (!waits) return;
      waiting.delete(keyOf(pair));
      waits.textContent =
        difference === null
          ? ''
          : formatEstimate(difference, ofDifference(pair.definition), { interval: true });
      if (difference === null) return;
      told += 1;
      if (leavesOutZero(difference)) apart += 1;
    },
    finish(shared) {
      tally.textContent = tallyInWords(told, apart, shared);
    },
    fail(why) {
      tally.textContent = why;
    },
  };
}
