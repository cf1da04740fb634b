import { readParameters } from '../../slice/parameters.ts';
import { addressVersus, versusParameters, type Versus } from './parameter.ts';
import type { Slice } from '../../slice/slice.ts';
import { pageAddress, pageQuery, stepTo } from '../address.ts';
import { addressOfSlice, goToSlice, readerSlice } from '../reader-slice.ts';

/** Slice B of the page's address, null for none, and what could not be read of it. */
export function readVersus(): { slice: Slice | null; problems: readonly string[] } {
  const { values, problems } = readParameters<Versus>(versusParameters, pageQuery());
  return { slice: values.versus, problems };
}

/** Steps to an address of this page that has `slice` for A; whoever shows slices hears of it. */
function go(address: string, slice: Slice): void {
  stepTo(address);
  goToSlice(slice);
}

/** Puts the page's slice beside another, or beside none. */
export const compareWith = (b: Slice | null): void =>
  go(addressVersus(pageAddress(), b), readerSlice().slice);

/** Makes A what was B, and B what was A. */
export function swap(b: Slice): void {
  const { slice: a } = readerSlice();
  go(addressVersus(addressOfSlice(b), a), b);
}
