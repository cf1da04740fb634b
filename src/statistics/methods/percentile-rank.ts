import { finiteNumbers } from './numeric-input.ts';

/**
 * Percentile rank of `value` among `others`, 0 to 100: the share of the others below it plus half the share
 * equal to it. null for no others. Throws a RangeError for a value that is not finite.
 */
export function percentileRank(value: number, others: ArrayLike<number>): number | null {
  const numbers = finiteNumbers('others', others);
  finiteNumbers('value', [value]);
  if (numbers.length === 0) return null;
  let doubled = 0;
  for (const other of numbers) doubled += other < value ? 2 : other === value ? 1 : 0;
  return (50 * doubled) / numbers.length;
}
