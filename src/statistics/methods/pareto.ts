import { finiteNumbers, requireSameLength } from './numeric-input.ts';

/** Row numbers by ascending cost, the larger gain first among equal costs, then the earlier row. */
function byCost(costs: Float64Array, gains: Float64Array): Uint32Array {
  return Uint32Array.from(costs.keys()).sort(
    (a, b) => costs[a]! - costs[b]! || gains[b]! - gains[a]! || a - b,
  );
}

/**
 * Row numbers of the Pareto frontier of points with a cost and a gain: those that no other point matches in
 * both and beats in one. Points that agree in both stand on it together. In order of cost, then of row.
 * O(n log n). Throws a RangeError for columns of different length or a value that is not finite.
 */
export function paretoFrontier(costColumn: ArrayLike<number>, gainColumn: ArrayLike<number>): number[] {
  requireSameLength('costs', costColumn, 'gains', gainColumn);
  const costs = finiteNumbers('costs', costColumn);
  const gains = finiteNumbers('gains', gainColumn);
  const frontier: number[] = [];
  for (const row of byCost(costs, gains)) {
    const last = frontier.at(-1);
    const twin = last !== undefined && costs[row] === costs[last] && gains[row] === gains[last];
    if (last === undefined || gains[row]! > gains[last]! || twin) frontier.push(row);
  }
  return frontier;
}

/**
 * Row numbers, in ascending order, of the points that would stand on the frontier if their own cost alone were
 * divided by `factor`: no other point costs that little and gains as much, beating it in one of the two. With
 * a factor of 1 the frontier itself. Costs are above zero. O(n log n). Throws a RangeError for columns of
 * different length, a value that is not finite, or a factor below 1.
 */
export function withinFactorOfFrontier(
  costColumn: ArrayLike<number>,
  gainColumn: ArrayLike<number>,
  factor: number,
): number[] {
  if (!(factor >= 1)) throw new RangeError(`factor is ${factor}; expected a number of at least 1.`);
  const frontier = paretoFrontier(costColumn, gainColumn);
  const costs = finiteNumbers('costs', costColumn);
  const gains = finiteNumbers('gains', gainColumn);
  const frontierCosts = frontier.map((row) => costs[row]!);
  // The best gain at a cost is that of the frontier's last member that costs no more.
  const lastUpTo = (cost: number): number | undefined => {
    let low = 0;
    let high = frontierCosts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (frontierCosts[middle]! <= cost) low = middle + 1;
      else high = middle;
    }
    return frontier[low - 1];
  };
  return [...costs.keys()].filter((row) => {
    const cost = costs[row]! / factor;
    const best = lastUpTo(cost);
    if (best === undefined || gains[row]! > gains[best]!) return true;
    return gains[row] === gains[best] && costs[best] === cost;
  });
}
