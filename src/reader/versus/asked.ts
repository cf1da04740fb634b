/** Whether the page shows two slices: the bar tells by a class, so that its script need not share this. */
export const comparesSlices = (): boolean => document.querySelector('reslice-bar.is-comparing') !== null;
