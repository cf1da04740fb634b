/**
 * Steps of this page in the browser's history, so that a reader can undo and redo them without leaving the
 * page. Each entry holds its position in `history.state`. Only the entry with which the page was opened has
 * position 0, so a step back from any other stays on the page. `last` is the furthest entry known to be ahead.
 */
interface Position {
  step: number;
  last: number;
}

const saved = (): Partial<Position> => (history.state ?? {}) as Partial<Position>;

const isReload = () =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type ===
  'reload';

const at: Position = { step: saved().step ?? 0, last: saved().step ?? 0 };
// What lies ahead is known after a reload; after a way round over another page it may be that page.
if (isReload()) at.last = Math.max(at.step, saved().last ?? 0);

/** The move under way: it goes on until the query of the address is another one. */
let moving: { by: 1 | -1; from: string } | undefined;
/** Presses of the same button that came while the browser still moved; it would drop some. */
let waiting = 0;
const listeners = new Set<() => void>();

/** Writes the position into the present entry. */
const write = () => history.replaceState({ ...(history.state as object | null), ...at }, '');

const tell = () => {
  for (const listener of listeners) listener();
};

/** Makes an address a new step of this page. */
export function pushStep(url: URL): void {
  at.step += 1;
  at.last = at.step;
  moving = undefined;
  waiting = 0;
  history.pushState({ ...at }, '', url);
  tell();
}

export const canUndo = (): boolean => at.step > 0;
export const canRedo = (): boolean => at.step < at.last;

function go(by: 1 | -1): void {
  if (!(by < 0 ? canUndo() : canRedo())) return;
  moving = { by, from: location.search };
  history.go(by);
}

function press(by: 1 | -1): void {
  if (moving?.by === by) waiting += 1;
  // A step forward may come to nothing, where another script has cut off what lay ahead; one back never does.
  else if (moving?.by !== -1) go(by);
}

/** Goes back to the step before that has another query; never leaves the page. */
export const undo = (): void => press(-1);
/** Goes forward to the next step that has another query; never leaves the page. */
export const redo = (): void => press(1);

/** Hears when there is something to undo or to redo, or no longer. */
export function onSteps(listener: () => void): void {
  listeners.add(listener);
}

addEventListener('popstate', () => {
  // An entry without a position was not made here, such as one of a link to a part of the page. It follows
  // the entry of position 0, and what is ahead of it is not known.
  const step = saved().step;
  at.step = step ?? Math.max(1, at.step);
  at.last = step === undefined ? at.step : Math.max(at.step, at.last);
  write();
  tell();
  if (!moving) return;
  const { by, from } = moving;
  moving = undefined;
  if (location.search === from) go(by);
  else if (waiting > 0) {
    waiting -= 1;
    go(by);
  }
  // At the end there is nothing left to wait for.
  if (!moving) waiting = 0;
});

// Back from another page, which may be what lies ahead now.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  at.last = at.step;
  write();
  tell();
});

write();
