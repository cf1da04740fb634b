import { pageQuery } from '../address.ts';
import { readVersus } from './parameter.ts';

/** Slice B of the page's address, null for none or on a page that shows one slice, and what could not be read of it. */
export const askedVersus = (): ReturnType<typeof readVersus> =>
  document.querySelector('reslice-bar[data-parameters=vs]')
    ? readVersus(pageQuery())
    : { slice: null, problems: [] };
