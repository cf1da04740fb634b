import { addressVersus } from './parameter.ts';
import type { Slice } from '../../slice/slice.ts';
import { pageAddress, stepTo } from '../address.ts';
import { addressOfSlice, goToSlice, readerSlice } from '../reader-slice.ts';

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
