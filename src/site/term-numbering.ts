import { numbering } from './numbering.ts';

/** Numbers the uses of each term on a page: a popover needs an id of its own every time. */
export const termNumber = numbering();
