import { judge, type Answer, type Claim } from '../../src/claims/claim.ts';
import { findClaim } from '../../src/claims/claims.ts';
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

/** The answer to a claim where every statistic that is not given lies from 1 to 2. */
export function answerTo(id: string, given: Readonly<Record<string, Estimate>>): Answer {
  const claim = claimOf(id);
  const others = claim.statistics.map((name) => [name, between(1, 2)] as const);
  const unknown = Object.keys(given).filter((name) => !claim.statistics.includes(name));
  if (unknown.length > 0) throw new Error(`${id} does not name ${unknown.join(', ')}`);
  return judge(claim, { ...Object.fromEntries(others), ...given }).answer;
}
