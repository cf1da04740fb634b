import { button } from '../reader/ui/button.ts';
import { ownFilters } from './ways-out.ts';
import type { Workbench } from './workbench.ts';

/**
 * Shows on the bar what the page filters by besides the slice, each to be taken back, so that the bar's count of the
 * slice is not read as that of the page.
 */
export function showOwnFilters(bench: Workbench): void {
  const ofSlice = document.querySelector('.reslice-filters');
  if (!ofSlice) return;
  const list = document.createElement('ul');
  list.className = 'reslice-filters reslice-own';
  list.setAttribute('aria-label', 'Filters of this page alone');
  ofSlice.after(list);
  let shown = '';
  const show = () => {
    const filters = ownFilters(bench.options);
    const words = filters.map(({ filter }) => filter).join('\n');
    if (words === shown) return;
    shown = words;
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(
      ...filters.map(({ filter, without }) => {
        const item = document.createElement('li');
        const label = `this page alone: ${filter}`;
        const chip = button(label, () => bench.choose(without));
        // With the words that are seen, which are what somebody says to press it.
        chip.setAttribute('aria-label', `Remove: ${label}`);
        chip.title = 'The chapters and the other pages do not know this filter.';
        item.append(chip);
        return item;
      }),
    );
    list.hidden = filters.length === 0;
    if (!hadFocus) return;
    const next = list.querySelector('button') ?? document.querySelector<HTMLElement>('.reslice-toggle');
    next?.focus({ preventScroll: true });
  };
  list.hidden = true;
  bench.onChange(show);
  show();
}
