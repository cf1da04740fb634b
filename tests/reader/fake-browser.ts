import { vi } from 'vitest';

interface Entry {
  state: unknown;
  address: string;
}

/** Entries that a browser keeps of a tab. */
const mostEntries = 50;

/**
 * A browser's address and history as far as a page uses them; `settle` lets it go where it was sent. `before` are
 * entries of other pages, which the reader has left.
 */
export function fakeBrowser(address: string, before = 0) {
  const entries: Entry[] = [
    ...Array.from({ length: before }, () => ({ state: null, address: 'https://example.org/before/' })),
    { state: null, address },
  ];
  let present = before;
  /** Puts an entry behind the present one, in the place of all that lay ahead. */
  const push = (entry: Entry) => {
    entries.splice(present + 1, Infinity, entry);
    if (entries.length > mostEntries) entries.shift();
    present = entries.length - 1;
  };
  const sent: number[] = [];
  const target = new EventTarget();
  const put = (state: unknown, to: string) => ({
    state: structuredClone(state),
    address: to === '' ? entries[present]!.address : new URL(to, entries[present]!.address).href,
  });
  const part = (name: 'href' | 'search' | 'hash' | 'origin') => () =>
    new URL(entries[present]!.address)[name];
  const move = (by: number) => {
    const to = present + by;
    if (to < 0 || to >= entries.length) return;
    present = to;
    target.dispatchEvent(new Event('popstate'));
  };
  vi.stubGlobal('location', {
    get href() {
      return part('href')();
    },
    get search() {
      return part('search')();
    },
  });
  vi.stubGlobal('history', {
    get state() {
      return entries[present]!.state;
    },
    get length() {
      return entries.length;
    },
    pushState(state: unknown, _: string, to: string) {
      push(put(state, to));
    },
    replaceState(state: unknown, _: string, to = '') {
      entries[present] = put(state, to);
    },
    go: (by: number) => sent.push(by),
  });
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  const placed: unknown[] = [];
  vi.stubGlobal('scrollY', 0);
  vi.stubGlobal('scrollBy', ({ top }: { top: number }) => {
    vi.stubGlobal('scrollY', scrollY + top);
    placed.push(scrollY);
  });
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => paint());
  vi.stubGlobal('document', {
    querySelector: () => ({}),
    querySelectorAll: () => [],
    documentElement: { style: { removeProperty: () => undefined } },
    activeElement: { focus: (options: FocusOptions) => void placed.push(options) },
  });
  // Nothing takes another size here.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  return {
    addresses: () => entries.map((entry) => entry.address),
    address: () => entries[present]!.address,
    /** Scrolls the page; a move does so as well. */
    scroll(top: number): void {
      vi.stubGlobal('scrollY', top);
      target.dispatchEvent(new Event('scroll'));
    },
    /** Where the page has scrolled to, and how it has given the focus back. */
    placed,
    /** Presses the browser's own button. */
    back: () => move(-1),
    forward: () => move(1),
    /** Follows a link to a part of the page, which makes an entry of the browser's own. */
    follow(hash: string) {
      push({ state: null, address: new URL(hash, entries[present]!.address).href });
      target.dispatchEvent(new Event('popstate'));
    },
    settle() {
      while (sent.length > 0) move(sent.shift()!);
    },
  };
}
