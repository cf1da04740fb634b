import { finiteNumbers } from './numeric-input.ts';

/**
 * Ranks from 1 (smallest) to n in the order of `values`; equal values share the mean of their ranks
 * (mid-ranks). Throws a RangeError for a value that is not finite.
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const numbers = finiteNumbers('values', values);
  const sorted = numbers.slice().sort();
  const rankOf = new Map<number, number>();
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    rankOf.set(sorted[start]!, (start + 1 + end) / 2);
    start = end;
  }
  return numbers.map((value) => rankOf.get(value)!);
}
