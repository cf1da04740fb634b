import { TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';

/**
 * 95 % interval of a correlation r by Fisher's z: tanh(atanh r ± 1.96 · standardError), with the standard
 * error on the scale of z. null where |r| is 1, because z is infinite there and the data say nothing about
 * its error.
 */
export function fisherInterval(r: number, standardError: number): [low: number, high: number] | null {
  const z = Math.atanh(r);
  if (!Number.isFinite(z)) return null;
  const halfWidth = normalQuantile(1 - TAIL) * standardError;
  return [Math.tanh(z - halfWidth), Math.tanh(z + halfWidth)];
}
