import { vi } from 'vitest';

interface Entry {
  state: unknown;
  address: string;
}

/** A browser's address and history as far as a page uses them; `settle` lets it go where it was sent. */
export function fakeBrowser(address: string) {
  const entries: Entry[] = [{ state: null, address }];
  let present = 0;
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
    pushState(state: unknown, _: string, to: string) {
      entries.splice(present + 1, Infinity, put(state, to));
      present += 1;
    },
    replaceState(state: unknown, _: string, to = '') {
      entries[present] = put(state, to);
    },
    go: (by: number) => sent.push(by),
  });
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  return {
    addresses: () => entries.map((entry) => entry.address),
    address: () => entries[present]!.address,
    /** Presses the browser's own button. */
    back: () => move(-1),
    forward: () => move(1),
    /** Follows a link to a part of the page, which makes an entry of the browser's own. */
    follow(hash: string) {
      entries.splice(present + 1, Infinity, {
        state: null,
        address: new URL(hash, entries[present]!.address).href,
      });
      present += 1;
      target.dispatchEvent(new Event('popstate'));
    },
    settle() {
      while (sent.length > 0) move(sent.shift()!);
    },
  };
}
