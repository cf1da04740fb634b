import type { Judged } from '../../claims/claim.ts';
import { keepPublished } from './published.ts';

const part = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`.claim-${name}`);

/** Says of a claim that no slice judges that its verdict is the whole table's. */
export function keepClaim(element: HTMLElement): void {
  const evidenceLine = part(element, 'evidence');
  if (!evidenceLine) return;
  const { texts } = keepPublished(element, [evidenceLine]);
  element.classList.add('is-sliced');
  evidenceLine.textContent = `Of the whole table; a slice does not judge it again. ${texts[0] ?? ''}`;
}

/** Shows the verdict that a slice gives, with the published one beside it where it differs. */
export function showClaim(element: HTMLElement, words: string, { answer, evidence }: Judged): void {
  // Another slice may have put its letter first.
  const verdict = part(element, 'verdict')?.querySelector(':scope > :not([data-versus])');
  const evidenceLine = part(element, 'evidence');
  if (!verdict || !evidenceLine) return;
  const kept = keepPublished(
    element,
    [verdict, evidenceLine],
    [
      [element, 'data-verdict'],
      [element, 'data-changed'],
    ],
  );
  const [before = ''] = kept.texts;
  element.classList.add('is-sliced');
  element.dataset.verdict = answer;
  // Too few models for a verdict are no other verdict.
  if (answer === 'few' || answer === kept.values[0]) delete element.dataset.changed;
  else element.dataset.changed = before;
  verdict.textContent = words;
  evidenceLine.textContent =
    before === words
      ? `In this slice: ${evidence}`
      : `In this slice: ${evidence} Published: ${before.toLowerCase()}.`;
}
