import { runningQuantiles } from '../../statistics/methods/smoothing.ts';

/** Models in the window of a running median. */
export const neighbours = 151;

/** Fewest models in a window. */
const fewestInWindow = 30;

/** Grid of running medians: every eighth of a doubling. */
const gridStep = 1 / 8;

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
  const [first, last] = [sorted[margin], sorted.at(-1 - margin)];
  if (first === undefined || last === undefined) return [];
  const from = Math.ceil(Math.max(first, leftEdge) / gridStep);
  const to = Math.floor(last / gridStep);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => (from + index) * gridStep);
}

/**
 * The running median of `values` over sizes in doublings, as rows to draw: at each size `x0` of the grid the
 * median of the models nearest in size, their 10th and 90th percentile and how many they are. Empty where
 * there are too few models to smooth.
 */
export function runningMedian(doublings: readonly number[], values: readonly number[], leftEdge: number) {
  const window = windowOf(doublings.length);
  if (window === 0) return [];
  // Models of one size are told apart by nothing but their row, so a window takes all of them or none.
  const options = { k: window, minimum: window, ties: 'all' } as const;
  return runningQuantiles(doublings, values, gridWithin(doublings, window, leftEdge), options).map(
    ({ x, ...quantiles }) => ({ x0: 2 ** x, ...quantiles }),
  );
}
