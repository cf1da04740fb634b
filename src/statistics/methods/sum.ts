import { Adder } from 'd3-array';

/** The sum by d3's Adder, which keeps as many partial sums as it takes to lose nothing. */
function exactly(n: number, term: (index: number) => number): number {
  const adder = new Adder();
  for (let i = 0; i < n; i++) adder.add(term(i));
  return adder.valueOf();
}

/**
 * Sum of `term(i)` for i = 0 … n − 1, correctly rounded (Shewchuk 1997, as in d3's Adder), so the order of
 * the rows cannot change a digit: the two engines and a permuted table give the same bytes. 0 for n = 0. `term` may be
 * asked twice for the same number.
 *
 * What each addition rounds away is summed apart (Ogita, Rump and Oishi 2005, doi:10.1137/030601818). These remains are
 * themselves known to within a bound; where the sum rounds alike at both ends of it, it is the correctly rounded one,
 * and hardly ever has to be computed by the slower way.
 */
export function sumOver(n: number, term: (index: number) => number): number {
  let total = 0;
  let remains = 0;
  let magnitude = 0;
  for (let i = 0; i < n; i++) {
    const value = term(i);
    const next = total + value;
    const added = next - total;
    const rounded = total - (next - added) + (value - added);
    remains += rounded;
    magnitude += Math.abs(rounded);
    total = next;
  }
  const bound = 2 * (n + 2) * Number.EPSILON * magnitude;
  const low = total + (remains - bound);
  const high = total + (remains + bound);
  return low === high ? low : exactly(n, term);
}

/** Correctly rounded sum of `values`; 0 for none. */
export function sum(values: ArrayLike<number>): number {
  return sumOver(values.length, (i) => values[i]!);
}
