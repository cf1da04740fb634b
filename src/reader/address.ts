/**
 * The page's address and its steps in the browser's history. Nothing else reads or writes the address, or hears
 * the browser go back and forward; what a parameter means is declared by the part of the page that owns it.
 */

import { listeners } from './listeners.ts';

/** The address of the page, whole. */
export const pageAddress = (): string => location.href;
/** The query of the page's address. */
export const pageQuery = (): URLSearchParams => new URLSearchParams(location.search);

/**
 * Position of an entry, held in `history.state`, so that a reader can undo and redo steps without leaving the
 * page. Only the entry with which the page was opened has position 0, so a step back from any other stays on the
 * page. `last` is the furthest entry known to be ahead.
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

/** The first step that a browser is known to have left. */
let first = 0;
const withoutPart = (address: string) => address.replace(/#[^=]*$/, '');
/** The address without the name of a part of the page; a parameter may stand behind the # as well. */
export const pageAsks = (): string => withoutPart(location.href);

const steps = listeners();
const moves = listeners<boolean>();
/** The address as it was left or come to last. */
let known = location.href;

/** Whether the browser took it: it refuses where a page takes many steps at once, or stands in a closed frame. */
function isTaken(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** Writes the position into the present entry. */
const write = () => isTaken(() => history.replaceState({ ...(history.state as object | null), ...at }, ''));

/** Makes an address the next step of this page; a step to the address that the page has is none. */
export function stepTo(address: string): void {
  if (address === location.href) return;
  const step = at.step + 1;
  // The page can be asked for anew with the same address.
  if (!isTaken(() => history.pushState({ step, last: step }, '', address))) return location.assign(address);
  at.step = at.last = step;
  known = address;
  steps.tell();
}

/** Puts an address in the place of the present one, without a step. */
export function replaceAddress(address: string): void {
  if (isTaken(() => history.replaceState(history.state, '', address))) known = address;
}

// A browser keeps some fifty entries and drops the first for another.
export const canUndo = (): boolean => at.step > Math.max(first, at.last - history.length + 1);
export const canRedo = (): boolean => at.step < at.last;

/** Notes that the browser has no step of this page further back, or further forward. */
export function noteEnd(by: 1 | -1): void {
  if (by < 0) first = at.step;
  else at.last = at.step;
  write();
  steps.tell();
}

/** Hears when there is something to undo or to redo, or no longer. */
export const onSteps = steps.on;

/**
 * Hears when the browser goes back or forward on this page. A link to a part of the page is a step as well, and
 * asks nothing: `toPart` says that only that changed.
 */
export const onBackAndForward = moves.on;

addEventListener('popstate', () => {
  // An entry without a position was not made here, such as one of a link to a part of the page. What is ahead of it
  // is not known.
  const step = saved().step;
  at.step = step ?? at.step + 1;
  at.last = step === undefined ? at.step : Math.max(at.step, at.last);
  // A slow browser has come to an entry that it was no longer expected to have.
  if (at.step < first) first = 0;
  write();
  steps.tell();
  const toPart = location.href !== known && pageAsks() === withoutPart(known);
  known = location.href;
  moves.tell(toPart);
});

// Back from another page, which may be what lies ahead now.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  at.last = at.step;
  write();
  steps.tell();
});

write();

/**
 * Lets the slice survive moving between pages: every link to a page of this site carries the query. Files,
 * other sites and links that set a query of their own are left alone.
 */
export function carryQuery(root: ParentNode, query: string): void {
  const { href, origin } = new URL(pageAddress());
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const original = link.dataset.href ?? link.getAttribute('href')!;
    const url = new URL(original, href);
    if (/^[#?]/.test(original) || url.origin !== origin || !url.pathname.endsWith('/') || url.search)
      continue;
    link.dataset.href = original;
    url.search = query;
    link.setAttribute('href', query ? url.href.slice(url.origin.length) : original);
  }
}
