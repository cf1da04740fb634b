// Links to slices that answer in place instead of loading the page anew; the one that is shown says so.
import { formatSlice, parseSlice } from '../slice/slice.ts';
import { goToSlice, onReaderSlice, readerSlice } from './reader-slice.ts';

const chips = [...document.querySelectorAll<HTMLAnchorElement>('.slice-chips a')];
const sliceOf = (chip: HTMLAnchorElement) => parseSlice(new URLSearchParams(chip.search)).slice;

function mark(): void {
  const shown = formatSlice(readerSlice().slice);
  for (const chip of chips) {
    if (formatSlice(sliceOf(chip)) === shown) chip.setAttribute('aria-current', 'true');
    else chip.removeAttribute('aria-current');
  }
}

for (const chip of chips)
  chip.addEventListener('click', (event) => {
    // A new tab or window is the reader's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToSlice(sliceOf(chip));
  });
onReaderSlice(mark);
mark();
