import { fields } from '../slice/fields.ts';
import { formatSlice, parseSlice, type Slice } from '../slice/slice.ts';

/** The slice in the address, with what could not be read of it. */
export type ReaderSlice = ReturnType<typeof parseSlice>;

const listeners = new Set<(read: ReaderSlice) => void>();

/** Reads the reader's slice from the address of the page, where it lives. */
export const readerSlice = (): ReaderSlice => parseSlice(new URLSearchParams(location.search));

/** Hears every change of the slice: a step forward, or back in the browser's history. */
export function onReaderSlice(listener: (read: ReaderSlice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (read: ReaderSlice) => {
  for (const listener of listeners) listener(read);
};

/**
 * Moves to a slice as a step in the browser's history; what the address says besides the slice stays. A step
 * to the slice that the address already holds is none, but listeners hear of it.
 */
export function goToSlice(slice: Slice): void {
  const url = new URL(location.href);
  const others = [...url.searchParams].filter(([name]) => !Object.hasOwn(fields, name));
  const rest = new URLSearchParams(others).toString();
  url.search = [formatSlice(slice), rest].filter((part) => part !== '').join('&');
  if (url.href !== location.href) history.pushState(null, '', url);
  tell({ slice, problems: [] });
}

addEventListener('popstate', () => tell(readerSlice()));
