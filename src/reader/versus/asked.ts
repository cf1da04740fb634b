import { pageQuery } from '../address.ts';

/** Whether the page shows two slices, as the bar reads it: its own script is too dear to share this with it. */
export const comparesSlices = (): boolean =>
  document.querySelector('reslice-bar[data-parameters=vs]') !== null && pageQuery().has('vs');
