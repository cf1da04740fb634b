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
  // A press is over when it is let go: a finger that scrolls the page presses nothing, and a text that is marked
  // from within a part to somewhere outside was pressed within.
  let outside = false;
  const pressed = ({ target }: Event) => (outside = !parts.some((part) => part.contains(target as Node)));
  document.addEventListener('pointerdown', pressed, { signal });
  document.addEventListener('pointercancel', () => (outside = false), { signal });
  document.addEventListener(
    'click',
    () => {
      if (outside) leave(false);
      outside = false;
    },
    { signal },
  );
}
