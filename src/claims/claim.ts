import { groupsOf, type SliceGroup } from '../slice/declared.ts';
import { wholeTable, type Slice } from '../slice/slice.ts';
import { formatEstimate, isShown } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import type { Estimates } from '../statistics/answer.ts';
import { fewestForEstimate } from '../statistics/statistic.ts';
import { findStatistic } from '../statistics/statistics.ts';

/** What the data say of a claim: that it holds, that it does not, or that they cannot tell. */
export type Verdict = 'holds' | 'fails' | 'open';

/** A verdict, or that the slice leaves too few models for one. */
export type Answer = Verdict | 'few';

/** Words of each answer. */
export const answerWords: Record<Answer, string> = {
  holds: 'Holds',
  fails: 'Does not hold',
  open: 'Cannot be told',
  few: 'Too few models to tell',
};

/**
 * An estimate that is known to be there. A claim that reads a bound of an interval which is not there is not judged:
 * a missing bound is neither 0 nor any other number.
 */
export interface Known {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

class MissingInterval extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`${id} has no interval`);
    this.id = id;
  }
}

/** The estimate of a statistic as a claim reads it. */
function knownOf(id: string, { value, low, high, n }: Estimate, reads: () => void): Known {
  const bound = (of: number | null): number => {
    if (of === null) throw new MissingInterval(id);
    reads();
    return of;
  };
  return {
    value: value!,
    n,
    get low() {
      return bound(low);
    },
    get high() {
      return bound(high);
    },
  };
}

/** A sentence with a predicate over statistics. */
export interface Claim {
  id: string;
  /** Who makes the claim: the notebook study, or this report. */
  by: 'notebook' | 'report';
  /** Number of the notebook's conclusion; a claim of the notebook without one is a remark beside a figure. */
  conclusion?: number;
  sentence: string;
  /** The test in words. */
  test: string;
  /** The statistics that the test needs. */
  statistics: readonly string[];
  /** What a test of counts looks through, where its statistics are shown for any number of it. */
  looksThrough?: { what: string; count(valueOf: (id: string) => number): number };
  /** Groups of declared slices that hold fixed what the claim compares, so that none of them can judge it. */
  fixedBy?: readonly SliceGroup[];
  /** The figure that carries the claim. */
  figure: string;
  /** Judges the statistics; called only when all of them are there. */
  judge(of: (id: string) => Known): Verdict;
  /**
   * The numbers behind the verdict; `{id}` stands for a statistic, `{id interval}` for it with its interval, and
   * `{id|model is|models are}` for it with the first words after a 1, with the others after any other number.
   */
  evidence: string;
  /** Choices of the analysis that the claim is not judged under, each with the reason. */
  beside?: Readonly<Record<string, string>>;
}

/** How the notebook puts a claim of its own, to stand before the sentence: as one of its conclusions, or by the way. */
export const notebookSays = ({ conclusion }: Pick<Claim, 'conclusion'>): string =>
  conclusion === undefined ? 'Remark of the notebook' : `Conclusion ${conclusion} of the notebook`;

/** A claim as the data answer it. */
export interface Judged {
  answer: Answer;
  evidence: string;
  /** The statistic whose interval the test needs and which has none here; absent where nothing is missing. */
  missing?: string;
  /** What the slice holds fixed of what the claim compares, so that it cannot judge it; absent where it can. */
  fixed?: SliceGroup;
  /** Whether the verdict rests on an interval; else it is a fact of the rows, which chance has no part in. */
  estimated: boolean;
}

/** The answer in words. */
export const wordsOf = ({ answer, fixed }: Judged): string =>
  fixed === undefined ? answerWords[answer] : 'Not judged in such a slice';

/** Judges a claim on estimates of a slice, which must hold every statistic that the claim names. */
export function judge(claim: Claim, estimates: Estimates, slice: Slice = wholeTable): Judged {
  const entries = claim.statistics.map((id) => {
    const definition = findStatistic(id)?.definition;
    const estimate = estimates[id];
    if (!definition || !estimate)
      throw new Error(`claim ${claim.id} needs the statistic ${id}, which is not there`);
    return { id, definition, estimate };
  });
  let estimated = false;
  const reads = () => (estimated = true);
  const known = new Map(
    entries
      .filter(({ definition, estimate }) => isShown(estimate, definition))
      .map(({ id, estimate }) => [id, knownOf(id, estimate, reads)]),
  );
  const evidence = claim.evidence.replaceAll(
    /\{([^ |}]+)( interval)?(?:\|([^|}]+)\|([^|}]+))?\}/g,
    (_, id: string, interval?: string, one?: string, many?: string) => {
      const entry = entries.find((each) => each.id === id);
      if (!entry)
        throw new Error(`the evidence of claim ${claim.id} names ${id}, which is none of its statistics`);
      const written = formatEstimate(entry.estimate, entry.definition, { interval: interval !== undefined });
      return many === undefined ? written : `${written} ${written === '1' ? one : many}`;
    },
  );
  const fixed = claim.fixedBy && groupsOf(slice).find((group) => claim.fixedBy!.includes(group));
  if (fixed !== undefined)
    return {
      answer: 'few',
      evidence: `${evidence} A choice by ${fixed.toLowerCase()} settles what the claim compares, and cannot judge it.`,
      fixed,
      estimated,
    };
  // Counts are shown for any number of models; a claim about none of them is no claim.
  const empty = entries.every(({ estimate }) => estimate.n === 0);
  if (empty || known.size < entries.length) return { answer: 'few', evidence, estimated };
  const { looksThrough } = claim;
  const looked = looksThrough?.count((id) => known.get(id)!.value) ?? Infinity;
  if (looked < fewestForEstimate)
    return {
      answer: 'few',
      evidence: `${evidence} The test takes ${fewestForEstimate} ${looksThrough!.what}, and here ${looked === 1 ? 'is' : 'are'} ${looked}.`,
      estimated,
    };
  const of = (id: string) => {
    const found = known.get(id);
    if (!found) throw new Error(`claim ${claim.id} judges ${id}, which is none of its statistics`);
    return found;
  };
  try {
    return { answer: claim.judge(of), evidence, estimated };
  } catch (error) {
    if (!(error instanceof MissingInterval)) throw error;
    const { label } = findStatistic(error.id)!.definition;
    return {
      answer: 'few',
      evidence: `${evidence} The test needs an interval of “${label}”, and there is none here.`,
      missing: error.id,
      estimated,
    };
  }
}

/** The statistics that the judgement of a claim reads, of those that it names; the others are its evidence. */
export function readsOf(claim: Claim, estimates: Estimates): string[] {
  const read = new Set<string>();
  claim.judge((id) => {
    read.add(id);
    return knownOf(id, estimates[id]!, () => undefined);
  });
  return claim.statistics.filter((id) => read.has(id));
}

/** That a number is above a bound: holds or fails where its whole interval says so, and cannot be told otherwise. */
export function above({ low, high }: Known, bound: number): Verdict {
  if (low > bound) return 'holds';
  return high <= bound ? 'fails' : 'open';
}

/** That a number is below a bound, likewise. */
export function below({ low, high }: Known, bound: number): Verdict {
  if (high < bound) return 'holds';
  return low >= bound ? 'fails' : 'open';
}

/** That there is no gain of `margin` or more: holds where the interval excludes one, fails where it excludes that there is none. */
export function noGain({ low, high }: Known, margin: number): Verdict {
  if (high < margin) return 'holds';
  return low > 0 ? 'fails' : 'open';
}

/** What is a fact of the table, which no interval belongs to. */
export const exactly = (is: boolean): Verdict => (is ? 'holds' : 'fails');

/** That all parts hold: fails where one does, and cannot be told where one cannot and none fails. */
export function every(parts: readonly Verdict[]): Verdict {
  if (parts.includes('fails')) return 'fails';
  return parts.includes('open') ? 'open' : 'holds';
}
