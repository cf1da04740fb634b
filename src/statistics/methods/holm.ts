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
 * The p values of many tests held together (Holm 1979): of m the smallest times m, the next times m − 1, and so on,
 * none below one before it and none above 1.
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const adjusted = ps.slice();
  let least = 0;
  for (const [rank, at] of [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!).entries()) {
    least = Math.max(least, Math.min(1, (ps.length - rank) * ps[at]!));
    adjusted[at] = least;
  }
  return adjusted;
}

/** Which of many tests show something beyond chance at 5 % together, from their p values. */
export const holmRejects = (ps: readonly number[]): boolean[] => holmAdjusted(ps).map((p) => p <= 2 * TAIL);

const bars = new Map<number, number>();

/** The |z| that one of so many tests passes by chance with a probability of 5 % divided by their number. */
function barOf(tests: number): number {
  let bar = bars.get(tests);
  if (bar === undefined) bars.set(tests, (bar = normalQuantile(1 - TAIL / tests)));
  return bar;
}
