import { filtersOf } from '../../slice/facets.ts';
import type { Slice } from '../../slice/slice.ts';
import { goToSlice, readerSlice } from '../reader-slice.ts';
import { button } from '../ui/button.ts';

/**
 * Shows what a slice asks as a list of buttons, each of which takes one filter back. Where one of them had the focus
 * the next has it, the last one where there is no next, and `after` where none is left.
 */
export function showFilters(list: HTMLElement, slice: Slice, after: HTMLElement): void {
  const buttons = () => [...list.querySelectorAll('button')];
  const at = buttons().findIndex((each) => each === document.activeElement);
  const items = filtersOf(slice).map(({ words }) => {
    const chip = button(words, () => takeBack(words));
    chip.setAttribute('aria-label', `Remove: ${words}`);
    const item = document.createElement('li');
    item.append(chip);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  if (at >= 0) (buttons()[Math.min(at, items.length - 1)] ?? after).focus({ preventScroll: true });
}

/** Takes a filter back from the slice that is set, which may be a newer one than its button was made for. */
function takeBack(words: string): void {
  const filter = filtersOf(readerSlice().slice).find((each) => each.words === words);
  if (filter) goToSlice(filter.without);
}
