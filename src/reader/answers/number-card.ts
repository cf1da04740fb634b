import type { NumberCard, UnitScales } from '../../statistics/number-card.ts';
import { withBase } from '../../site/base.ts';
import { pageAddress } from '../address.ts';
import { loadOnce } from '../load-once.ts';
import { reasonOf } from '../failed-import.ts';
import { part, plain } from '../ui/part.ts';

/** How long a pointer may take from the number to its card, in milliseconds. */
const grace = 250;

let card: { element: HTMLElement; number: HTMLElement; pinned: boolean; over: AbortController } | undefined;

/** The place of a number in the page as it is now asked, slice and all. */
export function addressOfNumber(address: string, id: string): string {
  const url = new URL(address);
  url.hash = `number-${id}`;
  return url.href;
}

/** A number as a text cites it: what it is, its value and n, the report, where and of what it was asked. */
export const citationOf = (
  { label, report }: Pick<NumberCard, 'label' | 'report'>,
  answer: string,
  address: string,
): string => `“${label}”: ${answer}. In: ${report}. ${address}`;

/** What the brackets in the text are. */
const ofIntervals =
  'The 95\u00a0% interval, in brackets where the text gives it, is made so that it holds the true value in 95 of 100 repetitions with similar models.';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function copyButton(words: string, text: string): HTMLElement {
  const button = part('button', { className: ['number-card-copy'] }, words);
  button.type = 'button';
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(
      () => (button.textContent = 'Copied'),
      () => button.replaceWith(part('code', plain, text)),
    );
  });
  return button;
}

/** What is published of the number on both preparations. */
function editionsOf({ editions }: NumberCard, pinned: string | undefined): HTMLElement {
  const list = part('dl', plain);
  for (const { preparation, title, value, n, about } of editions) {
    const shown = preparation === (pinned ?? 'reviewed');
    list.append(
      part('dt', plain, shown ? title : `${title}, for comparison`),
      part(
        'dd',
        plain,
        part('b', plain, value),
        `, n\u00a0=\u00a0${n}`,
        ...(about ? [part('span', { className: ['number-card-about'] }, capital(about), '.')] : []),
      ),
    );
  }
  return list;
}

/** Fills the card from the number's file, or says why it could not be had. */
async function fill(element: HTMLElement, number: HTMLAnchorElement): Promise<void> {
  const { stat = '', preparation, about } = number.dataset;
  const link = part('a', plain, 'In the list of numbers');
  link.href = number.href;
  // What stands behind the value says its interval.
  const value = (number.querySelector('.stat-value')?.textContent ?? number.textContent).replace(
    / \(.*\)$/,
    '',
  );
  const inSlice =
    about === undefined ? [] : [part('p', plain, 'In this slice ', part('b', plain, value), `, ${about}.`)];
  try {
    const [file, scales] = await Promise.all([
      loadOnce<NumberCard>(withBase(`/data/numbers/${stat}.json`)),
      loadOnce<UnitScales>(withBase('/data/units.json')),
    ]);
    const scale = scales[file.unit];
    const address = addressOfNumber(pageAddress(), stat);
    const edition = file.editions.find((each) => each.preparation === (preparation ?? 'reviewed'))!;
    const answer =
      about === undefined
        ? `${edition.value}, n\u00a0=\u00a0${edition.n}${edition.about && `; ${edition.about}`} (${edition.title})`
        : `${value}, ${about}`;
    element.replaceChildren(
      part('p', { className: ['number-card-label'] }, capital(file.label), part('span', plain, file.unit)),
      ...inSlice,
      editionsOf(file, preparation),
      ...(scale ? [part('p', plain, part('b', plain, capital(file.unit)), ': ', scale)] : []),
      ...(edition.about ? [part('p', plain, ofIntervals)] : []),
      part(
        'details',
        plain,
        part('summary', plain, 'SQL'),
        part('pre', { className: ['sql'] }, part('code', plain, file.sql)),
      ),
      part(
        'p',
        { className: ['number-card-links'] },
        link,
        copyButton('Copy its address', address),
        copyButton('Copy a citation', citationOf(file, answer, address)),
      ),
    );
  } catch (error) {
    element.replaceChildren(
      ...inSlice,
      part('p', plain, `What stands behind this number could not be loaded: ${reasonOf(error)}. `, link),
    );
  }
}

function close(): void {
  card?.over.abort();
  card?.element.remove();
  card = undefined;
}

/**
 * Shows what stands behind a number, beside it. A card that was asked for stays until it is dismissed; one under
 * a resting pointer goes when the pointer leaves both.
 */
export async function openCard(number: HTMLAnchorElement, asked: boolean): Promise<void> {
  if (card?.number === number) {
    card.pinned ||= asked;
    return;
  }
  // A press elsewhere would have closed a pinned card: a passing pointer does not.
  if (card?.pinned && !asked) return;
  close();
  const element = part(
    'div',
    { className: ['term-definition', 'number-card'] },
    part('p', plain, 'Loading …'),
  );
  element.popover = 'auto';
  element.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed' && card?.element === element) close();
  });
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const over = new AbortController();
  const shown = { element, number, pinned: asked, over };
  card = shown;
  const leave = () => {
    if (!shown.pinned && card === shown) close();
  };
  for (const each of [number, element]) {
    each.addEventListener('pointerleave', () => (leaving = setTimeout(leave, grace)), over);
    each.addEventListener('pointerenter', () => clearTimeout(leaving), over);
  }
  element.addEventListener('pointerdown', () => (shown.pinned = true));
  const filled = fill(element, number);
  // Beside the number, so that the keyboard goes on to the card from there.
  number.after(element);
  element.showPopover({ source: number });
  await filled;
}
