import { clustersOf, type Clustered } from './clusters.ts';
import { estimate, type Estimate } from './estimate.ts';
import { atLeastIndependent, type Bounds } from './jackknife.ts';
import { linearMean, pulledApart } from './linearised.ts';
import { shareEstimate } from './proportion.ts';
import { retelling } from './shifts.ts';

/**
 * Newcombe's bounds of the first share less the second, from the bounds of each (Newcombe 1998, method 10,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I): they have a width where both shares are 0 or
 * 1, and never leave −1 … 1. null where a share is missing or has no bounds.
 */
function newcombe(p: number | null, first: Bounds, q: number | null, second: Bounds): Bounds {
  if (p === null || q === null || first.low === null || second.low === null) return { low: null, high: null };
  return {
    low: p - q - Math.hypot(p - first.low, second.high! - q),
    high: p - q + Math.hypot(first.high! - p, q - second.low),
  };
}

/** Whether bounds are those that a difference of shares can have: some way apart, and within −1 … 1. */
const arePossible = ({ low, high }: Bounds): boolean =>
  low === null || high === null || (low < high && low >= -1 && high <= 1);

/** A difference of two shares with its own bounds where they may be kept, and Newcombe's where not. */
function withNewcombe(of: Estimate, first: Estimate, second: Estimate, keeps: (bounds: Bounds) => boolean) {
  const { value, n, independent, clusters } = of;
  const bounds = (own: Bounds, a: Bounds, b: Bounds): Bounds =>
    keeps(own) ? own : newcombe(first.value, a, second.value, b);
  const { low, high } = bounds(of, first, second);
  const clustered = estimate(value, n, low, high);
  if (!independent) return retelling(of, { ...clustered, ...(clusters && { clusters }) });
  const alone = bounds(independent, first.independent ?? first, second.independent ?? second);
  return retelling(of, {
    ...atLeastIndependent(clustered, alone),
    independent: alone,
    ...(clusters && { clusters }),
  });
}

/** A difference of two shares of the same rows, with Newcombe's interval where its own has no width or leaves −1 … 1. */
export const possibleDifference = (of: Estimate, first: Estimate, second: Estimate): Estimate =>
  withNewcombe(of, first, second, arePossible);

/**
 * Share of `first` less share of `second` for which `has` is true, of rows that are two samples: the difference of
 * two means with the interval of `differenceEstimate`; Newcombe's, from the clustered interval of each share, where
 * one share is 0 or 1, of which the rows alone say no error, and where the former would leave −1 … 1. null where
 * either is empty; no interval where clusters are too few or one holds a whole side.
 */
export function shareDifference<R extends Clustered>(
  first: readonly R[],
  second: readonly R[],
  has: (row: R) => boolean,
): Estimate {
  const [a, b] = [first, second].map((rows) =>
    linearMean(
      rows.map((row) => Number(has(row))),
      rows,
    ),
  );
  const [p, q] = [first, second].map((rows) => shareEstimate(rows.map(has), clustersOf(rows)));
  const of = pulledApart(a!, b!);
  const sure = [p!, q!].some(({ value }) => value === 0 || value === 1);
  return withNewcombe(of, p!, q!, sure ? ({ low }) => low === null : arePossible);
}
