/** What a reader reads; what two slices put on the page goes with them. */
const read = 'main :is(p, li, h2, h3, figure)';

/** What is held: what stands in the window, from a fifth of its height on, and how far from its top. */
interface Held {
  places: { element: HTMLElement; top: number }[];
  /** Where the page was scrolled to when it was last looked at, and how far the reader has scrolled since the start. */
  at: number;
  scrolled: number;
  stop: () => void;
}

const inputs = ['pointerdown', 'keydown'] as const;

let held: Held | undefined;
let holders = 0;
/** Those who do not let the page scroll, whoever asks for it. */
let pins = 0;

function putBack(hold: Held): void {
  // What is gone, or in a fold that the answer has closed, says nothing of a place.
  const stands = hold.places.find(({ element }) => element.isConnected && element.checkVisibility());
  // Who is at the beginning of the page sees what is new there.
  const by =
    stands && hold.at > 0
      ? stands.element.getBoundingClientRect().top - stands.top + hold.scrolled
      : hold.at - scrollY;
  if (Math.abs(by) >= 0.5) scrollBy({ top: by, behavior: 'instant' });
  hold.at = scrollY;
}

function begin(): Held {
  const places = [...document.querySelectorAll<HTMLElement>(read)]
    // What a closed fold holds has a place too, and another once the fold is of another slice; the browser would lay
    // it out to tell.
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, top: element.getBoundingClientRect().top }))
    .filter(
      ({ element, top }) =>
        top > innerHeight / 5 && top < innerHeight && element.closest('[data-versus]') === null,
    );
  const sizes = new ResizeObserver(() => putBack(hold));
  const onScroll = () => {
    if (pins > 0) return putBack(hold);
    hold.scrolled += scrollY - hold.at;
    hold.at = scrollY;
  };
  // Who opens a fold wants what is in it to move what follows; presses in the bar move nothing.
  const onInput = ({ target }: Event) => {
    if (pins === 0 && !(target as Element).closest?.('reslice-bar')) stop();
  };
  const { style } = document.documentElement;
  const stop = () => {
    sizes.disconnect();
    removeEventListener('scroll', onScroll);
    for (const input of inputs) removeEventListener(input, onInput);
    style.removeProperty('overflow-anchor');
    held = undefined;
  };
  const hold: Held = { places, at: scrollY, scrolled: 0, stop };
  sizes.observe(document.querySelector('main')!);
  addEventListener('scroll', onScroll, { passive: true });
  for (const input of inputs) addEventListener(input, onInput, { passive: true });
  // The browser holds on to what it chooses, which the answer may take away.
  style.overflowAnchor = 'none';
  return hold;
}

/**
 * Holds what the reader reads where it stands in the window, whatever takes other heights above it: until it is
 * released as often as it was held, and two frames more, or until the reader does something on the page. Where the
 * reader scrolls it follows; `pinned` it does not, as the browser scrolls on a move through its history. Answers what
 * releases.
 */
export function holdPlace({ pinned = false } = {}): () => void {
  held ??= begin();
  holders += 1;
  if (pinned) pins += 1;
  let isReleased = false;
  const end = () => {
    holders -= 1;
    if (pinned) pins -= 1;
    if (holders > 0 || !held) return;
    putBack(held);
    held.stop();
  };
  return () => {
    if (isReleased) return;
    isReleased = true;
    // Charts take other heights in the frame in which they are drawn.
    requestAnimationFrame(() => requestAnimationFrame(end));
  };
}
