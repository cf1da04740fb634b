import { filtersOf } from '../../slice/facets.ts';
import type { Slice } from '../../slice/slice.ts';
import { goToSlice } from '../reader-slice.ts';
import { button } from '../ui/button.ts';

/**
 * Shows what a slice asks as a list of buttons, each of which takes one filter back. Where one of them had the focus
 * the next has it, the last one where there is no next, and `after` where none is left.
 */
export function showFilters(list: HTMLElement, slice: Slice, after: HTMLElement): void {
  const buttons = () => [...list.querySelectorAll('button')];
  const at = buttons().findIndex((each) => each === document.activeElement);
  const items = filtersOf(slice).map(({ words, without }) => {
    const chip = button(words, () => goToSlice(without));
    chip.setAttribute('aria-label', `Remove: ${words}`);
    const item = document.createElement('li');
    item.append(chip);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  if (at >= 0) (buttons()[Math.min(at, items.length - 1)] ?? after).focus({ preventScroll: true });
}
