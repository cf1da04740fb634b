import { TAIL } from './estimate.ts';
import { normalQuantile } from './normal.ts';

/**
 * The bar that a two-sided test's |z| must pass so that, of many tests, all that pass it are right with a
 * probability of at least 95 % (Holm 1979): of m tests the largest is held against the bar of m, the next against
 * that of m − 1, until one fails. Ties pass or fail together.
 */
export function holmBar(magnitudes: ArrayLike<number>): number {
  const m = magnitudes.length;
  if (m === 0) return Infinity;
  let passed = 0;
  for (;;) {
    const bar = barOf(Math.max(1, m - passed));
    let beyond = 0;
    for (let i = 0; i < m; i++) if (magnitudes[i]! > bar) beyond++;
    // What passes the bar of those that are left, the larger ones set aside, passes Holm's own bar, which is no higher.
    if (beyond === passed) return bar;
    passed = beyond;
  }
}

/**
 * Which of many tests show something beyond chance at 5 % together, from their p values (Holm 1979): of m the smallest
 * is held against 0.05 / m, the next against 0.05 / (m − 1), until one fails.
 */
export function holmRejects(ps: readonly number[]): boolean[] {
  const order = [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!);
  const failed = order.findIndex((at, rank) => ps[at]! > (2 * TAIL) / (ps.length - rank));
  const rejected = new Set(failed === -1 ? order : order.slice(0, failed));
  return ps.map((_, at) => rejected.has(at));
}

const bars = new Map<number, number>();

/** The |z| that one of so many tests passes by chance with a probability of 5 % divided by their number. */
function barOf(tests: number): number {
  let bar = bars.get(tests);
  if (bar === undefined) bars.set(tests, (bar = normalQuantile(1 - TAIL / tests)));
  return bar;
}
