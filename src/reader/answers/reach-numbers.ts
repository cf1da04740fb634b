// A number in the text opens its card: by a press, by the keyboard, and under a pointer that rests on it.
import { follow, onAddressedPart } from '../address-part.ts';

const rest = 350;
const selector = '.stat';

let resting: ReturnType<typeof setTimeout> | undefined;

const numberAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(selector) : null;

/** Opens the card; follows the link to the list of numbers where the card does not arrive. */
async function open(number: HTMLAnchorElement, asked: boolean): Promise<void> {
  try {
    const { openCard } = await import('./number-card.ts');
    await openCard(number, asked);
  } catch {
    if (asked) follow(number);
  }
}

document.addEventListener('click', (event) => {
  const number = numberAt(event.target);
  if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  clearTimeout(resting);
  // A number that is being marked with the pointer is not asked about.
  if (getSelection()?.isCollapsed !== false) void open(number, true);
});

const wordsAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(`${selector}, [data-says]`) : null;

/** Frames what figures show of a number or of tested words, or of nothing. */
async function mark(words: HTMLElement | null): Promise<void> {
  if (!words && !document.querySelector('.figure-frame')) return;
  const { markShown, unmark } = await import('./marked-figures.ts');
  if (words) await markShown(words);
  else unmark();
}
const markOrNot = (words: HTMLElement | null) => void mark(words).catch(() => undefined);

document.addEventListener('pointerover', ({ target, pointerType }) => {
  clearTimeout(resting);
  if (pointerType !== 'mouse') return;
  const [number, words] = [numberAt(target), wordsAt(target)];
  if (words)
    resting = setTimeout(() => {
      if (number) void open(number, false);
      markOrNot(words);
    }, rest);
  else if (!(target instanceof Element && target.closest('.number-card'))) markOrNot(null);
});

document.addEventListener('focusin', ({ target }) => markOrNot(wordsAt(target)));

// The number that the address names comes into view and has the focus.
onAddressedPart((part) => {
  const id = /^number-(.+)$/.exec(part)?.[1];
  const number = id && document.querySelector<HTMLElement>(`${selector}[data-stat="${CSS.escape(id)}"]`);
  if (!number) return;
  number.scrollIntoView({ block: 'center' });
  number.focus({ preventScroll: true });
});
