const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the part of the page that its address names where the browser has put it, whatever above it grows or shrinks,
 * until the reader does anything. Answers what ends it. Where the page shows another part it does nothing.
 */
export function keepTarget(): () => void {
  const target = document.querySelector(':target');
  const opened = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  // After a reload, or back from another page, the browser shows the part that was left.
  if (!target || opened?.type !== 'navigate') return () => undefined;
  const sizes = new ResizeObserver(() => {
    // Until all has loaded the browser does it.
    if (document.readyState === 'complete') target.scrollIntoView({ behavior: 'instant' });
  });
  const end = () => {
    sizes.disconnect();
    for (const input of inputs) removeEventListener(input, end);
  };
  for (const input of inputs) addEventListener(input, end, { passive: true });
  const { top } = target.getBoundingClientRect();
  // The reader may have gone on before this was loaded.
  if (document.readyState === 'complete' && (top < 0 || top > innerHeight)) end();
  else sizes.observe(document.body);
  return end;
}
