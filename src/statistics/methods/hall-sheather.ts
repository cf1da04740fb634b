import { TAIL } from './estimate.ts';
import { normalDensity, normalQuantile } from './normal.ts';

/**
 * Bandwidth, as a probability on either side of the quantile at `tau`, in which the density there is
 * estimated from n values such that a 95 % interval errs least: Hall and Sheather 1988,
 * doi:10.1111/j.2517-6161.1988.tb01735.x, with the normal distribution for the unknown one.
 */
export function hallSheather(n: number, tau: number): number {
  const z = normalQuantile(tau);
  const shape = (1.5 * normalDensity(z) ** 2) / (2 * z * z + 1);
  return Math.cbrt((normalQuantile(1 - TAIL) ** 2 * shape) / n);
}
