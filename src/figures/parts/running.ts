/** Models in the window of a running median. */
export const neighbours = 151;

/** Fewest models in a window. */
const fewestInWindow = 30;

/** Grid of running medians: every eighth of a doubling. */
export const gridStep = 1 / 8;

/** Models in the window for `n` models: a quarter of them at most; 0 where too few are left to smooth. */
export function windowOf(n: number): number {
  const window = Math.min(neighbours, Math.floor(n / 4));
  return window >= fewestInWindow ? window : 0;
}

/**
 * Grid points, in doublings and not left of `leftEdge`, that have half a window of models on either side, so
 * that no window is one-sided.
 */
export function gridWithin(doublings: readonly number[], window: number, leftEdge: number): number[] {
  const sorted = doublings.toSorted((a, b) => a - b);
  const margin = Math.floor(window / 2);
  const from = Math.ceil(Math.max(sorted[margin] ?? 0, leftEdge) / gridStep);
  const to = Math.floor((sorted.at(-1 - margin) ?? 0) / gridStep);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => (from + index) * gridStep);
}
