import { canRedo, canUndo, noteEnd, onBackAndForward, pageAsks } from './address.ts';
import { holdPlace } from './keep-place.ts';

/** How long a browser may take for a step, in milliseconds; where it has no entry to go to it says nothing. */
const patience = 1000;

/** The move under way: it goes on until the address asks something else. */
let moving: { by: 1 | -1; from: string } | undefined;
/** Presses of the same button that came while the browser still moved; it would drop some. */
let waiting = 0;
/** Puts the reader back where the first press was. */
let putBack: (() => void) | undefined;

/** Holds on to where the reader is and what has the focus: the browser would show where the entry was left. */
function hold(): () => void {
  const release = holdPlace({ pinned: true });
  const focused = document.activeElement as HTMLElement | null;
  // The browser scrolls and moves the focus once the move has been told, and before it paints.
  return () =>
    void requestAnimationFrame(() => {
      focused?.focus({ preventScroll: true });
      release();
    });
}

function end(): void {
  moving = undefined;
  waiting = 0;
  putBack?.();
  putBack = undefined;
}

function go(by: 1 | -1): void {
  if (!(by < 0 ? canUndo() : canRedo())) return end();
  const move = (moving = { by, from: pageAsks() });
  history.go(by);
  setTimeout(() => {
    if (moving !== move) return;
    end();
    noteEnd(by);
  }, patience);
}

/** Goes back, or forward, to the next step that asks something else; never leaves the page. */
export function move(by: 1 | -1): void {
  putBack ??= hold();
  if (moving?.by === by) waiting += 1;
  // A step forward may come to nothing, where a link has cut off what lay ahead.
  else if (moving?.by !== -1) go(by);
}

onBackAndForward(() => {
  if (!moving) return;
  const { by, from } = moving;
  if (pageAsks() === from) go(by);
  else if (waiting > 0) {
    waiting -= 1;
    go(by);
  } else end();
});
