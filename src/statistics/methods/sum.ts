import { Adder } from 'd3-array';

/**
 * Sum of `term(i)` for i = 0 … n − 1, correctly rounded (Shewchuk 1997, as in d3's Adder), so the order of
 * the rows cannot change a digit: the two engines and a permuted table give the same bytes. 0 for n = 0.
 */
export function sumOver(n: number, term: (index: number) => number): number {
  const adder = new Adder();
  for (let i = 0; i < n; i++) adder.add(term(i));
  return adder.valueOf();
}

/** Correctly rounded sum of `values`; 0 for none. */
export function sum(values: ArrayLike<number>): number {
  return sumOver(values.length, (i) => values[i]!);
}
