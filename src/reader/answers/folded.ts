/** What is folded away waits with its answers until the reader unfolds it: they would cost as much as those on show. */
export const isFolded = (element: Element): boolean => element.closest('[data-folds]:not([open])') !== null;

/** Hears whenever something that was folded away is shown. */
export function onUnfolded(listener: () => void): void {
  // The event does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('[data-folds][open]')) listener();
    },
    { capture: true },
  );
}
