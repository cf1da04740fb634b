import { countInWords } from '../../figures/few.ts';
import { sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
import { part, plain } from '../ui/part.ts';
import { compareWith, swap } from './address.ts';
import { letter, nameOf, type Side } from './sides.ts';

/** What the band says of the two slices. */
export interface Compared {
  a: Slice;
  b: Slice;
  /** How many models each has, once that is known. */
  models?: Readonly<Record<Side, number>>;
}

/** A button of the band. The one of the bar stays out of this script, so that the bar's own grows by no file. */
function button(text: string, press: () => void): HTMLButtonElement {
  const made = part('button', plain, text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

let b: Slice | undefined;
const names = part('p', { className: ['versus-names'] });
const status = part('p', { className: ['versus-status'] });
const swapping = button('Swap A and B', () => {
  if (b) swap(b);
});
const ending = button('End the comparison', () => compareWith(null));
const band = part('section', { className: ['versus-band'] }, names, swapping, ending, status);
band.setAttribute('aria-label', 'Two slices side by side');
status.setAttribute('role', 'status');

/** Puts the band under the bar, where it is not yet. */
function place(): void {
  if (!band.isConnected) document.querySelector('.bar-place')?.append(band);
  document.documentElement.classList.add('has-band');
}

/** A slice in words, with how many models it has once that is known. */
export function counted(slice: Slice, models?: number): string {
  if (models === undefined) return nameOf(slice);
  const count = countInWords(models, 'models');
  return sameSlice(slice, wholeTable) ? `all ${count}` : `${nameOf(slice)}, ${count}`;
}

const named = (side: Side, slice: Slice, models?: number): HTMLElement =>
  part('span', { className: ['versus-name'] }, letter(side), ` ${counted(slice, models)}`);

/** Names the two slices. */
export function showBand({ a, b: other, models }: Compared, problems: readonly string[]): void {
  b = other;
  names.replaceChildren(
    named('A', a, models?.A),
    part('span', { className: ['versus-against'] }, ' beside '),
    named('B', other, models?.B),
  );
  const same = sameSlice(a, other) ? 'A and B are the same slice.' : '';
  sayInBand(problems.length > 0 ? `Left out of B: ${problems.join('. ')}.` : same);
  place();
}

/** Says in the band how far the answer is, or what went wrong, with a button to ask again; without words, nothing. */
export function sayInBand(text = '', again?: () => void): void {
  status.replaceChildren(text, ...(again ? [' ', button('Try again', again)] : []));
  status.hidden = text === '';
}

/** Takes the band away; the focus goes to the bar, if the band has it. */
export function removeBand(): void {
  const focused = band.contains(document.activeElement);
  band.remove();
  document.documentElement.classList.remove('has-band');
  if (focused) document.querySelector<HTMLElement>('.reslice-toggle')?.focus({ preventScroll: true });
}
