import type { Judged } from '../../claims/claim.ts';

const part = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`.claim-${name}`);

interface Published {
  verdict: string;
  words: string;
  evidence: string;
}
const published = new WeakMap<HTMLElement, Published>();

/** Shows the verdict that a slice gives, with the published one beside it where it differs. */
export function showClaim(element: HTMLElement, words: string, { answer, evidence }: Judged): void {
  const link = part(element, 'verdict')?.querySelector('a');
  const evidenceLine = part(element, 'evidence');
  if (!link || !evidenceLine) return;
  if (!published.has(element))
    published.set(element, {
      verdict: element.dataset.verdict ?? '',
      words: link.textContent ?? '',
      evidence: evidenceLine.textContent ?? '',
    });
  const before = published.get(element)!;
  element.classList.add('is-sliced');
  element.dataset.verdict = answer;
  link.textContent = words;
  evidenceLine.textContent =
    before.words === words
      ? `In this slice: ${evidence}`
      : `In this slice: ${evidence} Published: ${before.words.toLowerCase()}.`;
}

/** Puts the published verdict back. */
export function restoreClaim(element: HTMLElement): void {
  const before = published.get(element);
  const link = part(element, 'verdict')?.querySelector('a');
  const evidenceLine = part(element, 'evidence');
  if (!before || !link || !evidenceLine) return;
  element.classList.remove('is-sliced');
  element.dataset.verdict = before.verdict;
  link.textContent = before.words;
  evidenceLine.textContent = before.evidence;
  published.delete(element);
}
