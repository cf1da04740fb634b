/** What a reader reads; what two slices put on the page goes with them. */
const read = 'article :is(p, li, h2, h3, figure)';

/**
 * Changes the page and leaves what the reader reads where it stood in the window. The browser does so by itself only
 * where what it holds on to stays on the page.
 */
export function keepPlace(change: () => void): void {
  const { style } = document.documentElement;
  const stands = [...document.querySelectorAll<HTMLElement>(read)].find(
    (element) =>
      element.closest('[data-versus]') === null && element.getBoundingClientRect().top > innerHeight / 5,
  );
  const before = stands?.getBoundingClientRect().top ?? 0;
  style.overflowAnchor = 'none';
  change();
  const after = stands?.getBoundingClientRect().top ?? 0;
  scrollBy({ top: after - before, behavior: 'instant' });
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}
