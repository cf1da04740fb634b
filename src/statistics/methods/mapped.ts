import { type Estimate, estimate } from './estimate.ts';
import { retelling } from './shifts.ts';

/** An estimate on another scale: value and every bound through a rising function. */
export function mapped(from: Estimate, rising: (value: number) => number): Estimate {
  const of = (value: number | null) => (value === null ? null : rising(value));
  const { value, n, low, high, independent, clusters } = from;
  const made = {
    ...estimate(of(value), n, of(low), of(high)),
    ...(independent && { independent: { low: of(independent.low), high: of(independent.high) } }),
    ...(clusters && { clusters }),
  };
  return retelling(from, made, rising);
}

/** A mean of logarithms as a geometric mean, a difference of such as a ratio. */
export const exponential = (of: Estimate): Estimate => mapped(of, Math.exp);
