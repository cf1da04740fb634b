import type { Claim } from '../../src/claims/claim.ts';
import { findClaim } from '../../src/claims/claims.ts';
import type { Estimates } from '../../src/statistics/answer.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';

/** An estimate from 100 values, in the middle of its interval. */
export const between = (low: number, high: number): Estimate => ({
  value: (low + high) / 2,
  n: 100,
  low,
  high,
});

/** An estimate from 100 values that carries no interval. */
export const bare = (value: number): Estimate => ({ value, n: 100, low: null, high: null });

/** A claim of the ledger. */
export function claimOf(id: string): Claim {
  const claim = findClaim(id);
  if (!claim) throw new Error(`there is no claim ${id}`);
  return claim;
}

/** Estimates by id, of those that are given together. */
export const together = (...parts: readonly Estimates[]): Estimates =>
  Object.assign({}, ...parts) as Estimates;
