import { fields } from '../slice/fields.ts';
import { formatSlice, parseSlice, type Slice } from '../slice/slice.ts';
import { pushStep } from './history-steps.ts';

/** The slice in the address, with what could not be read of it. */
export type ReaderSlice = ReturnType<typeof parseSlice>;

const listeners = new Set<(read: ReaderSlice) => void>();
/** The address that the listeners heard of last. */
let told = new URL(location.href);

/** Reads the reader's slice from the address of the page, where it lives. */
export const readerSlice = (): ReaderSlice => parseSlice(new URLSearchParams(location.search));

/** Hears every change of the slice: a step forward, or back in the browser's history. */
export function onReaderSlice(listener: (read: ReaderSlice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (read: ReaderSlice) => {
  told = new URL(location.href);
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
  if (url.href !== location.href) pushStep(url);
  tell({ slice, problems: [] });
}

addEventListener('popstate', () => {
  // A link to a part of the page is a step as well, and asks nothing.
  if (location.search !== told.search || location.hash === told.hash) tell(readerSlice());
  else told = new URL(location.href);
});
