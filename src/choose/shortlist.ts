import { bestGroup, type Behind } from '../statistics/methods/best-group.ts';
import { leadOf, withTests, type Lead, type Marks } from './by-test.ts';
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
  /** Other models that fit and are copies of it, and whether the records of some say that they were asked in another way. */
  copies: number;
  copyAskedOtherwise: boolean;
}

/** A member of a group, set against the best of the group. */
export type Member = Ranked & Behind & Marks;

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

/** Models that fit and that the criteria leave out for their caution alone, the best score first. */
export interface LeftOut {
  models: readonly [Ranked, ...Ranked[]];
  /** Those that could not be told from the best if they were in, or would be it. */
  first: readonly Ranked[];
}

export interface Shortlist {
  /** How many models fit and are kept by the criteria, copies aside. */
  fits: number;
  groups: readonly Group[];
  /** What the place of the best rests on, where that is a single test. */
  lead?: Lead<Ranked>;
  /** The usual numbers of bits and the one that is asked for, most bits first. */
  byBits: readonly AtBits[];
  named: readonly Named[];
  /** What a caution alone leaves out; undefined where that is nothing. */
  leftOut?: LeftOut;
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
  (candidate.chatFormat || !criteria.inChatFormat) &&
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
      copyAskedOtherwise: others.some(({ chatFormat }) => chatFormat !== candidate.chatFormat),
    };
  });
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
  const [, ...marked] = withTests<Member>([best, ...beyond], weights);
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
    change({ inChatFormat: false }),
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

function leftOutOf(candidates: readonly Candidate[], criteria: Criteria): LeftOut | undefined {
  if (!criteria.withoutCautioned) return undefined;
  const all = fitting(candidates, { ...criteria, withoutCautioned: false }).sort((a, b) => b.score - a.score);
  const models = all.filter(({ candidate }) => candidate.caution !== null);
  if (!isSome(all) || !isSome(models)) return undefined;
  const group = new Set(bestGroup(all).group.map(({ candidate }) => candidate));
  return { models, first: models.filter(({ candidate }) => group.has(candidate)) };
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
  const lead = leadOf<Member>(first, [...first, ...told], weights);
  const leftOut = leftOutOf(candidates, criteria);
  return {
    fits: ranked.length,
    groups,
    ...(lead && { lead }),
    ...(leftOut && { leftOut }),
    byBits,
    named: named(first, told, weights),
    looser: [],
  };
}
