import { describeSlice, preparationOf, type Slice } from '../../slice/slice.ts';
import { part } from '../ui/part.ts';

/** The two slices that stand side by side: the page's own is A. */
export type Side = 'A' | 'B';

/** The letter of a side, told by its shape as well as by its colour. */
export const letter = (side: Side): HTMLElement =>
  part('span', { className: ['versus-letter', side === 'A' ? 'is-a' : 'is-b'] }, side);

/** A slice in words, the notebook's preparation among them. */
export function nameOf(slice: Slice): string {
  const words = describeSlice(slice);
  if (words.length === 0) words.push('all models');
  if (preparationOf(slice) === 'prepared') words.push('the notebook’s preparation');
  return words.join(', ');
}

/** Marks what stands on the page only as long as two slices do. */
export function beside<E extends HTMLElement>(element: E): E {
  element.dataset.versus = '';
  return element;
}

/** Takes away all that two slices put on the page. */
export function clearSides(root: ParentNode): void {
  for (const element of root.querySelectorAll('[data-versus]')) element.remove();
}
