/**
 * Calls `leave` at Escape within one of the parts that belong together, with true, and at a press outside all of
 * them, with false; until the signal aborts.
 */
export function onDismissal(
  parts: readonly HTMLElement[],
  signal: AbortSignal,
  leave: (byKey: boolean) => void,
): void {
  for (const part of parts)
    part.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        // What lies around stays open.
        event.stopPropagation();
        leave(true);
      },
      { signal },
    );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!parts.some((part) => part.contains(target as Node))) leave(false);
    },
    { signal },
  );
}
