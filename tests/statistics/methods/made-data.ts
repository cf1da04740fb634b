import fc from 'fast-check';
import type { Estimate } from '../../../src/statistics/methods/estimate.ts';
import { type Random, seededRandom } from '../../../src/statistics/methods/random.ts';

/** Draws from the standard normal distribution (Box and Muller 1958). */
export function normalDraws(seed: string): Random {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function times(n: number, draw: (index: number) => number): number[] {
  return Array.from({ length: n }, (_, i) => draw(i));
}

/** Share of `rounds` made samples whose interval holds the true value. */
export function coverage(rounds: number, truth: number, sample: () => Estimate): number {
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    const { low, high } = sample();
    if (low !== null && high !== null && low <= truth && truth <= high) hits++;
  }
  return hits / rounds;
}

/** Runs a property on the same 300 cases every time. */
export function holdsAlways<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { seed: 20250313, numRuns: 300 });
}

/** Lists of finite numbers of everyday size, ties and constant lists among them. */
export const numbers = (minLength = 0, maxLength = 60): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength, maxLength }),
    fc.array(fc.integer({ min: -3, max: 3 }), { minLength, maxLength }),
    fc
      .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: minLength, max: maxLength }))
      .map(([value, length]) => new Array<number>(length).fill(value)),
  );

/** A list of pairs, as two columns. */
export const columnPairs = (minLength = 0): fc.Arbitrary<[number[], number[]]> =>
  numbers(minLength).chain((first) => fc.tuple(fc.constant(first), numbers(first.length, first.length)));

/** True when an estimate could be written as JSON and read: numbers or null, bounds together and in order. */
export function isWellFormed({ value, low, high }: Estimate): boolean {
  if ([value, low, high].some((number) => number !== null && !Number.isFinite(number))) return false;
  if (low === null || high === null) return low === high;
  if (value === null) return false;
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  return low <= value + slack && value <= high + slack;
}
