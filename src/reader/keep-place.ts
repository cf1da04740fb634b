/** What a reader reads; what two slices put on the page goes with them. */
const read = 'main :is(p, li, h2, h3, figure)';

/** Holds on to where the reader is; the answer scrolls the page so that what was read stands there again. */
export function holdPlace(): () => void {
  const [left, top] = [scrollX, scrollY];
  const stands = [...document.querySelectorAll<HTMLElement>(read)].find(
    (element) =>
      element.closest('[data-versus]') === null &&
      element.getBoundingClientRect().top > innerHeight / 5 &&
      // What a closed fold holds has a place too, and another once the fold is of another slice.
      element.checkVisibility(),
  );
  const before = stands?.getBoundingClientRect().top ?? 0;
  return () => {
    if (stands?.isConnected)
      scrollBy({ top: stands.getBoundingClientRect().top - before, behavior: 'instant' });
    else scrollTo({ left, top, behavior: 'instant' });
  };
}

/**
 * Changes the page and leaves what the reader reads where it stood in the window. The browser does so by itself only
 * where what it holds on to stays on the page.
 */
export function keepPlace(change: () => void): void {
  const { style } = document.documentElement;
  const back = holdPlace();
  style.overflowAnchor = 'none';
  change();
  back();
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}
