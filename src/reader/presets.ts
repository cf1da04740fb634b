// Links to slices that answer in place: a press sets what the link asks beside what the slice asks already, or takes
// it back; the link says whether it is set, and leads there in a new tab as well.
import { holds, pressed } from '../slice/facets.ts';
import { parseSlice } from '../slice/slice.ts';
import { addressOfSlice, goToSlice, readerSlice, showReaderSlice } from './reader-slice.ts';

const presetOf = (link: HTMLAnchorElement) => parseSlice(new URLSearchParams(link.dataset.preset)).slice;

function show(): void {
  const { slice } = readerSlice();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-preset]')) {
    const preset = presetOf(link);
    if (holds(slice, preset)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.setAttribute('href', new URL(addressOfSlice(pressed(slice, preset))).search || '?');
  }
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-preset]');
  // A new tab or window is the reader's to open.
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  event.preventDefault();
  goToSlice(pressed(readerSlice().slice, presetOf(link)));
});
showReaderSlice(show);
show();
