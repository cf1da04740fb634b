import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { bestGroup, type Behind } from '../statistics/methods/best-group.ts';
import { holmBar } from '../statistics/methods/holm.ts';
import { weighted, type Candidate } from './candidates.ts';
import { copySets } from './copies.ts';
import type { Criteria, Weights } from './criteria.ts';
import { isFreeThroughout, permits } from './licences.ts';
import { bitWidths, memoryOf, weightsOf } from './memory.ts';

/** A candidate that fits, as the criteria weigh it. */
export interface Ranked {
  candidate: Candidate;
  /** Memory that it takes, in GB, of its weights alone, and what these leave of the machine’s. */
  memory: number;
  weights: number;
  left: number;
  /** Weighted mean of its scores, and the standard error of that by the questions. */
  score: number;
  error: number;
  /** Other models that fit and are copies of it. */
  copies: number;
}

/** A member of a group, set against the best of the group. */
export type Member = Ranked &
  Behind & {
    /** Points above that one on each test on which the two can be told apart. */
    apart?: Readonly<Partial<Record<Benchmark, number>>>;
    /** The test without which it is told from that one, above which it stands there, and by how many points. */
    rests?: { test: Benchmark; behind: number };
  };

/** The test without which another model than the best is the first, or as good. */
export interface Lead {
  test: Benchmark;
  first: Ranked;
  /** How far that is ahead without the test, in points; below 0 where it is behind by less than a standard error. */
  by: number;
  /** Whether the bar that tells others from the best tells the two apart so. */
  isTold: boolean;
}

/** The best of some models and all that cannot be told from it, the best score first. */
export type Group = readonly [Member, ...Member[]];

/** Why a model is named. */
export type Reason = 'best' | 'smaller' | 'official' | 'free';

/** A model that the answer names, with why, and how it stands to the best of all that fit. */
export interface Named {
  member: Member;
  reasons: readonly Reason[];
  isTold: boolean;
}

/** What would leave some models where the criteria leave none. */
export interface Looser {
  change: Partial<Criteria>;
  fits: number;
}

/** The best that fits at a number of bits, all else as the criteria have it; undefined where nothing does. */
export interface AtBits {
  bits: number;
  best: Ranked | undefined;
}

export interface Shortlist {
  /** How many models fit and are kept by the criteria, copies aside. */
  fits: number;
  groups: readonly Group[];
  /** What the place of the best rests on, where that is a single test. */
  lead?: Lead;
  /** The usual numbers of bits and the one that is asked for, most bits first. */
  byBits: readonly AtBits[];
  named: readonly Named[];
  /** Where nothing fits: single changes of the criteria that leave something, each with how many. */
  looser: readonly Looser[];
}

/** Groups that are shown: the first, and the next one for what comes after it. */
const shownGroups = 2;

/** A model of the first group is named for its size if it takes at most this share of the memory of the best. */
const muchSmaller = 0.9;

const keeps = (criteria: Criteria, candidate: Candidate): boolean =>
  (candidate.onHub || !criteria.onHub) &&
  (candidate.official || !criteria.officialOnly) &&
  (candidate.caution === null || !criteria.withoutCautioned) &&
  (criteria.types.length === 0 || criteria.types.includes(candidate.type)) &&
  permits[criteria.licence](candidate);

/** The candidates that the criteria keep and that fit, one of each set of copies: the original if it is kept. */
function fitting(candidates: readonly Candidate[], criteria: Criteria): Ranked[] {
  const fits = candidates.filter(
    (each) => keeps(criteria, each) && memoryOf(each.parameters_b, criteria.bits) <= criteria.memory,
  );
  return copySets(fits).map(([candidate, ...others]) => {
    const { score, variance } = weighted(candidate, criteria.weights);
    const weights = weightsOf(candidate.parameters_b, criteria.bits);
    return {
      candidate,
      memory: memoryOf(candidate.parameters_b, criteria.bits),
      weights,
      left: criteria.memory - weights,
      score,
      error: Math.sqrt(variance),
      copies: others.length,
    };
  });
}

/** How far a model is behind another by the other tests than one, and that in standard errors; undefined without others. */
function behindWithout(test: Benchmark, best: Ranked, other: Ranked, weights: Weights) {
  const rest = { ...weights, [test]: 0 };
  if (benchmarks.every((name) => rest[name] === 0)) return undefined;
  const [of, to] = [weighted(other.candidate, rest), weighted(best.candidate, rest)];
  const behind = to.score - of.score;
  return { behind, errors: behind / Math.sqrt(to.variance + of.variance) };
}

/** The bar that a member of a comparison with the best had to pass, in standard errors. */
const barOf = (best: Ranked, { toldFrom, error }: Member): number => toldFrom / Math.hypot(best.error, error);

/** What tells a member that is as good as the best from it: the other tests than one on which it stands above. */
function restsOn(
  best: Ranked,
  member: Member,
  apart: Member['apart'] = {},
  weights: Weights,
): Member['rests'] {
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
function leadOf(group: Group, ranked: readonly Member[], weights: Weights): Lead | undefined {
  const [best, ...others] = group;
  const found = benchmarks.flatMap((test): Lead[] => {
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
function withTests([best, ...others]: Group, weights: Weights): Group {
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

const isSome = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

/** The models that the answer names, the best first, each with all its reasons. */
function named(first: Group, told: readonly Member[], weights: Weights): Named[] {
  const [best] = first;
  const all = [...first, ...told].sort((a, b) => a.behind - b.behind);
  const smallest = first.reduce((least, each) => (each.memory < least.memory ? each : least));
  const found: [Reason, Member | undefined][] = [
    ['best', best],
    ['smaller', smallest.memory <= muchSmaller * best.memory ? smallest : undefined],
    ['official', all.find(({ candidate }) => candidate.official)],
    ['free', all.find(({ candidate }) => isFreeThroughout(candidate))],
  ];
  const inGroup = new Set(first);
  const reasons = new Map<Member, Reason[]>();
  for (const [reason, member] of found)
    if (member) reasons.set(member, [...(reasons.get(member) ?? []), reason]);
  const beyond = [...reasons.keys()].filter((member) => !inGroup.has(member));
  const [, ...marked] = withTests([best, ...beyond], weights);
  return [...reasons].map(([member, why]) => {
    const at = beyond.indexOf(member);
    return { member: marked[at] ?? member, reasons: why, isTold: at >= 0 };
  });
}

/** Single changes of criteria under which something fits, the mildest first. */
function looserThan(candidates: readonly Candidate[], criteria: Criteria): Looser[] {
  const fewerBits = bitWidths.find((bits) => bits < criteria.bits && change({ bits }).fits > 0);
  const kept = candidates.filter((each) => keeps(criteria, each));
  const least = Math.min(...kept.map((each) => memoryOf(each.parameters_b, criteria.bits)));
  const memory = Math.ceil(least * 10) / 10;
  function change(part: Partial<Criteria>): Looser {
    return { change: part, fits: fitting(candidates, { ...criteria, ...part }).length };
  }
  return [
    ...(fewerBits === undefined ? [] : [change({ bits: fewerBits })]),
    ...(kept.length > 0 ? [change({ memory })] : []),
    change({ types: [] }),
    change({ licence: 'page' }),
    change({ licence: 'any' }),
    change({ officialOnly: false }),
    change({ onHub: false }),
    change({ withoutCautioned: false }),
  ].filter(({ fits }) => fits > 0);
}

/** The best that fits at each of the usual numbers of bits, and at the one that is asked for. */
function byBitsOf(candidates: readonly Candidate[], criteria: Criteria): AtBits[] {
  const widths = [...new Set([...bitWidths, criteria.bits])].sort((a, b) => b - a);
  return widths.map((bits) => {
    const all = fitting(candidates, { ...criteria, bits });
    return { bits, best: isSome(all) ? all.reduce((a, b) => (b.score > a.score ? b : a)) : undefined };
  });
}

/** The models that criteria leave and that fit, in groups that cannot be told apart, with those to be named. */
export function shortlistOf(candidates: readonly Candidate[], criteria: Criteria): Shortlist {
  const ranked = fitting(candidates, criteria).sort((a, b) => b.score - a.score);
  const byBits = byBitsOf(candidates, criteria);
  if (!isSome(ranked))
    return { fits: 0, groups: [], byBits, named: [], looser: looserThan(candidates, criteria) };
  const { group, told } = bestGroup(ranked);
  const { weights } = criteria;
  const first = withTests(group, weights);
  const groups: Group[] = [first];
  let rest: readonly Member[] = told;
  while (groups.length < shownGroups && isSome(rest)) {
    const next = bestGroup(rest);
    groups.push(withTests(next.group, weights));
    rest = next.told;
  }
  const lead = leadOf(first, [...first, ...told], weights);
  return {
    fits: ranked.length,
    groups,
    ...(lead && { lead }),
    byBits,
    named: named(first, told, weights),
    looser: [],
  };
}
