import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import type { Behind } from '../statistics/methods/best-group.ts';
import { holmBar } from '../statistics/methods/holm.ts';
import { weighted, type Candidate } from './candidates.ts';
import type { Weights } from './criteria.ts';

/** A model with its scores and the standard error of their mean. */
interface Tested {
  candidate: Pick<Candidate, 'scores' | 'errors'>;
  error: number;
}

/** What single tests say of a member of a group, set against the best of the group. */
export interface Marks {
  /** Points above that one on each test on which the two can be told apart. */
  apart?: Readonly<Partial<Record<Benchmark, number>>>;
  /** The test without which it is told from that one, above which it stands there, and by how many points. */
  rests?: { test: Benchmark; behind: number };
}

/** The test without which another model than the best is the first, or as good. */
export interface Lead<T> {
  test: Benchmark;
  first: T;
  /** How far that is ahead without the test, in points; below 0 where it is behind by less than a standard error. */
  by: number;
  /** Whether the bar that tells others from the best tells the two apart so. */
  isTold: boolean;
}

/** How far a model is behind another by the other tests than one, and that in standard errors; undefined without others. */
function behindWithout(test: Benchmark, best: Tested, other: Tested, weights: Weights) {
  const rest = { ...weights, [test]: 0 };
  if (benchmarks.every((name) => rest[name] === 0)) return undefined;
  const [of, to] = [weighted(other.candidate, rest), weighted(best.candidate, rest)];
  const behind = to.score - of.score;
  return { behind, errors: behind / Math.sqrt(to.variance + of.variance) };
}

/** The bar that a member of a comparison with the best had to pass, in standard errors. */
const barOf = (best: Tested, { toldFrom, error }: Tested & Behind): number =>
  toldFrom / Math.hypot(best.error, error);

/** What tells a member that is as good as the best from it: the other tests than one on which it stands above. */
function restsOn(
  best: Tested,
  member: Tested & Behind,
  apart: Marks['apart'] = {},
  weights: Weights,
): Marks['rests'] {
  if (member.behind > member.toldFrom) return undefined;
  const found = benchmarks.flatMap((test) => {
    const without = (apart[test] ?? 0) > 0 && behindWithout(test, best, member, weights);
    return without && without.errors > barOf(best, member) ? [{ test, behind: without.behind }] : [];
  });
  return found.sort((a, b) => b.behind - a.behind)[0];
}

/**
 * The test that puts the best before all others, if one alone does: where others are as good, so that without it one is
 * told from the best; where none is, so that without it one is ahead, or behind by less than a standard error.
 */
export function leadOf<T extends Tested & Behind>(
  group: readonly [T, ...T[]],
  ranked: readonly T[],
  weights: Weights,
): Lead<T> | undefined {
  const [best, ...others] = group;
  const found = benchmarks.flatMap((test): Lead<T>[] => {
    if (weights[test] === 0) return [];
    const ahead = ranked.flatMap((first) => {
      const without = first === best ? undefined : behindWithout(test, best, first, weights);
      const least = others.length === 0 ? 1 : 0;
      return without && without.errors < least
        ? [{ first, by: -without.behind, errors: -without.errors }]
        : [];
    });
    if (ahead.length === 0) return [];
    const { first, by, errors } = ahead.reduce((a, b) => (b.by > a.by ? b : a));
    const isTold = errors > barOf(best, first);
    return isTold || others.length === 0 ? [{ test, first, by, isTold }] : [];
  });
  return found.sort((a, b) => b.by - a.by)[0];
}

/**
 * A group with the single tests on which its members can be told from its best: each difference in standard errors,
 * which count as independent, against the bar of Holm over all tests of all members; and with the test that a member
 * rests on, by the bar of the means.
 */
export function withTests<T extends Tested & Behind>(
  [best, ...others]: readonly [T, ...T[]],
  weights: Weights,
): readonly [T & Marks, ...(T & Marks)[]] {
  const differences = others.map(({ candidate: { scores, errors } }) =>
    benchmarks.map((name) => {
      const by = scores[name] - best.candidate.scores[name];
      const error = Math.hypot(errors[name], best.candidate.errors[name]);
      return { name, by, apart: by === 0 ? 0 : Math.abs(by) / error };
    }),
  );
  const bar = holmBar(differences.flat().map(({ apart }) => apart));
  return [
    best,
    ...others.map((member, at) => {
      const apart = Object.fromEntries(
        differences[at]!.filter(({ apart }) => apart > bar).map(({ name, by }) => [name, by]),
      );
      const rests = restsOn(best, member, apart, weights);
      return { ...member, apart, ...(rests && { rests }) };
    }),
  ];
}
