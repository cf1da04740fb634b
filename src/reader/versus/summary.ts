import { wordsOf, type Claim, type Judged } from '../../claims/claim.ts';
import { formatEstimate } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import type { Definition } from '../../statistics/statistic.ts';
import { anchorOf, listOf, openNote } from '../answers/sliced-note.ts';
import { part, plain } from '../ui/part.ts';
import type { Pair } from './show.ts';
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

/** The numbers of a page once each, by what they are of. */
export function rowsOf(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  return pairs.filter(({ element: { dataset }, definition }) => {
    const key = `${definition.id} ${dataset.preparation ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

const cell = (definition: Definition, estimate: Estimate) =>
  part('td', plain, formatEstimate(estimate, definition, { interval: true }));

function tableOf(rows: readonly Pair[]): HTMLElement {
  const body = part('tbody', plain);
  for (const { definition, a, b } of rows) {
    const name = part('th', plain, definition.label);
    name.scope = 'row';
    body.append(part('tr', plain, name, cell(definition, a), cell(definition, b)));
  }
  const heads = ['Number', letter('A'), letter('B')].map((content) => {
    const head = part('th', plain, content);
    head.scope = 'col';
    return head;
  });
  return part('table', plain, part('thead', plain, part('tr', plain, ...heads)), body);
}

/** Says at the head of the page in which verdicts the slices differ, and lists all of its numbers in both. */
export function showSummary(root: ParentNode, { claims, inB, pairs }: Known): void {
  const opened = openNote(root);
  if (!opened) return;
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
  const numbers =
    rows.length === 0
      ? []
      : [
          part(
            'details',
            plain,
            part('summary', plain, 'All numbers of this page, side by side'),
            part('div', { className: ['table-scroll'] }, tableOf(rows)),
          ),
        ];
  const rest = part('p', plain, 'Words without a test behind them were written for all models.');
  note.replaceChildren(status, part('div', plain, ...verdicts, ...numbers, rest));
}
