import { pageAddress } from '../address.ts';

// Paper cannot be asked where it comes from: under a slice the page's address is printed with the slice.
addEventListener('beforeprint', () => {
  const line = document.querySelector<HTMLElement>('.reslice-line');
  if (line) line.dataset.address = pageAddress();
});
