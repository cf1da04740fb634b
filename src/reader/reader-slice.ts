import { fields } from '../slice/fields.ts';
import { addressWith } from '../slice/parameters.ts';
import { parseSlice, type Slice } from '../slice/slice.ts';
import { onBackAndForward, pageAddress, pageQuery, stepTo } from './address.ts';
import { listeners } from './listeners.ts';

/** The slice in the address, with what could not be read of it. */
export type ReaderSlice = ReturnType<typeof parseSlice>;

const { on, tell } = listeners<ReaderSlice>();

/** Reads the reader's slice from the address of the page, where it lives. */
export const readerSlice = (): ReaderSlice => parseSlice(pageQuery());

/** Hears every change of the slice: a step forward, or back in the browser's history. */
export const onReaderSlice = on;

/**
 * Lets `show` tell which slice is set, at every change, in a task of its own: the slice has been asked for by then,
 * and the engine works meanwhile.
 */
export const showReaderSlice = (show: () => void) => on(() => setTimeout(show));

/** The address of this page with another slice; what it says besides the slice stays. */
export const addressOfSlice = (slice: Slice): string =>
  addressWith<Slice>(pageAddress(), fields, slice, true);

/**
 * Moves to a slice as a step in the browser's history, or by another `move`. A step to the slice that the
 * address already holds is none, but listeners hear of it.
 */
export function goToSlice(slice: Slice, move = stepTo): void {
  move(addressOfSlice(slice));
  tell({ slice, problems: [] });
}

onBackAndForward((toPart) => {
  if (!toPart) tell(readerSlice());
});
