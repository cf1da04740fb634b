import type { Judged } from '../../claims/claim.ts';
import { keepPublished } from './published.ts';

const part = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`.claim-${name}`);

/** Shows the verdict that a slice gives, with the published one beside it where it differs. */
export function showClaim(element: HTMLElement, words: string, { answer, evidence }: Judged): void {
  const link = part(element, 'verdict')?.querySelector('a');
  const evidenceLine = part(element, 'evidence');
  if (!link || !evidenceLine) return;
  const [before = ''] = keepPublished(element, [link, evidenceLine], [[element, 'data-verdict']]).texts;
  element.classList.add('is-sliced');
  element.dataset.verdict = answer;
  link.textContent = words;
  evidenceLine.textContent =
    before === words
      ? `In this slice: ${evidence}`
      : `In this slice: ${evidence} Published: ${before.toLowerCase()}.`;
}
