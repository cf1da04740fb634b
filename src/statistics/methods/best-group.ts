import { holmBar } from './holm.ts';
import { standardised } from './rank-interval.ts';

/** A score with its standard error. */
export interface Scored {
  score: number;
  error: number;
}

/** How a score stands to the best. */
export interface Behind {
  /** Points behind the best. */
  behind: number;
  /** From how many points behind it would be told from the best. */
  toldFrom: number;
}

/**
 * The best of scores in falling order, with all that cannot be told from it, and the rest. Two can be told apart where
 * their difference, in standard errors, which count as independent, passes the bar of Holm over all comparisons of the
 * best: none of those told from it is as good with a probability of at least 95 %.
 */
export function bestGroup<T extends Scored>(
  ranked: readonly [T, ...T[]],
): { group: readonly [T & Behind, ...(T & Behind)[]]; told: readonly (T & Behind)[] } {
  const scores = ranked.map(({ score }) => score);
  const variances = ranked.map(({ error }) => error ** 2);
  const apart = scores.map((_, at) => standardised(scores, variances, 0, at));
  const bar = holmBar(apart.slice(1));
  const members = ranked.map((each, at) => ({
    ...each,
    behind: scores[0]! - scores[at]!,
    toldFrom: at === 0 ? 0 : bar * Math.sqrt(variances[0]! + variances[at]!),
  }));
  const [best, ...others] = members as [T & Behind, ...(T & Behind)[]];
  return {
    group: [best, ...others.filter((_, at) => apart[at + 1]! <= bar)],
    told: others.filter((_, at) => apart[at + 1]! > bar),
  };
}
