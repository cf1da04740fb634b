import type { Truth } from '../../claims/sentence-test.ts';
import { ofTheWholeTable } from '../../statistics/statistic.ts';
import { keepPublished } from './published.ts';

/** What a slice makes of words that rest on a test. */
export interface Tested {
  /** The test as it is written. */
  text: string;
  truth: Truth;
  /** The numbers and verdicts that it was judged on, in words. */
  evidence: readonly string[];
}

/** Words of each outcome, and what the reader presses to see why. */
const outcomes = {
  holds: { is: 'is true', says: '' },
  no: { is: 'is false', says: 'why' },
  open: { is: 'cannot be told', says: 'cannot be told' },
} as const;

const outcomeOf = (truth: Truth): keyof typeof outcomes => (truth === null ? 'open' : truth ? 'holds' : 'no');

/** The words as they were published, and a title that says what they rest on. */
const keep = (element: HTMLElement) =>
  keepPublished(
    element,
    [element],
    [
      [element, 'title'],
      [element, 'data-outcome'],
      [element, 'id'],
    ],
  );

/** Says of words that no slice tests again that they are about the whole table. */
export function keepSays(element: HTMLElement): void {
  keep(element);
  element.classList.add('is-sliced');
  element.title = `Tested ${ofTheWholeTable}; a slice does not test it again.`;
}

/**
 * Shows what a slice makes of tested words: true ones stay, false ones are struck through with what is said instead
 * behind them, open ones are marked; a card tells what they rest on.
 */
export function showSays(element: HTMLElement, { text, truth, evidence }: Tested): void {
  // What an older slice made of them goes first.
  keep(element).putBack();
  const outcome = outcomeOf(truth);
  element.classList.add('is-sliced');
  element.dataset.outcome = outcome;
  element.title = `In this slice ${text} ${outcomes[outcome].is}. ${evidence.join('; ')}`;
  if (truth === true) return;
  const [card, button] = [cardOf(outcome, text, evidence), document.createElement('button')];
  button.type = 'button';
  button.className = 'says-why';
  button.textContent = outcomes[outcome].says;
  button.popoverTargetElement = card;
  if (truth === null) return element.append(' ', button, card);
  const struck = document.createElement('del');
  struck.append(...element.childNodes);
  element.append(struck, ' ');
  const instead = element.dataset.else;
  if (instead !== undefined) {
    const inserted = document.createElement('ins');
    inserted.textContent = instead;
    element.append(inserted, ' ');
  }
  element.append(button, card);
}

function cardOf(outcome: keyof typeof outcomes, text: string, evidence: readonly string[]): HTMLElement {
  const card = document.createElement('span');
  card.className = 'term-definition';
  card.popover = 'auto';
  const test = document.createElement('code');
  test.textContent = text;
  card.append('In this slice ', test, ` ${outcomes[outcome].is}. ${evidence.join('; ')}`);
  return card;
}
