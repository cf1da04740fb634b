import { formatEstimate, isShown } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import type { Estimates } from '../statistics/answer.ts';
import { findStatistic } from '../statistics/statistics.ts';

/** What the data say of a claim. */
export type Verdict = 'holds' | 'qualified' | 'fails';

/** A verdict, or that the slice leaves too few models for one. */
export type Answer = Verdict | 'few';

/** Words of each answer. */
export const answerWords: Record<Answer, string> = {
  holds: 'Holds',
  qualified: 'Holds with a qualification',
  fails: 'Does not hold',
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
function knownOf(id: string, { value, low, high, n }: Estimate): Known {
  const bound = (of: number | null): number => {
    if (of === null) throw new MissingInterval(id);
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
  /** Who makes the claim: the seed's notebook, or this report. */
  by: 'seed' | 'report';
  /** Number of the seed's conclusion; a claim of the seed without one is a remark beside a figure. */
  conclusion?: number;
  sentence: string;
  /** The test in words. */
  test: string;
  /** The statistics that the test needs. */
  statistics: readonly string[];
  /** The figure that carries the claim. */
  figure: string;
  /** Judges the statistics; called only when all of them are there. */
  judge(of: (id: string) => Known): Verdict;
  /** The numbers behind the verdict; `{id}` stands for a statistic, `{id interval}` for it with its interval. */
  evidence: string;
}

/** How the seed puts a claim of its own, to stand before the sentence: as one of its conclusions, or by the way. */
export const seedSays = ({ conclusion }: Pick<Claim, 'conclusion'>): string =>
  conclusion === undefined ? 'Remark of the seed' : `Conclusion ${conclusion} of the seed`;

/** A claim as the data answer it. */
export interface Judged {
  answer: Answer;
  evidence: string;
  /** The statistic whose interval the test needs and which has none here; absent where nothing is missing. */
  missing?: string;
}

/** Judges a claim on estimates, which must hold every statistic that the claim names. */
export function judge(claim: Claim, estimates: Estimates): Judged {
  const entries = claim.statistics.map((id) => {
    const definition = findStatistic(id)?.definition;
    const estimate = estimates[id];
    if (!definition || !estimate)
      throw new Error(`claim ${claim.id} needs the statistic ${id}, which is not there`);
    return { id, definition, estimate };
  });
  const known = new Map(
    entries
      .filter(({ definition, estimate }) => isShown(estimate, definition))
      .map(({ id, estimate }) => [id, knownOf(id, estimate)]),
  );
  const evidence = claim.evidence.replaceAll(
    /\{([^ }]+)( interval)?\}/g,
    (_, id: string, interval?: string) => {
      const entry = entries.find((each) => each.id === id);
      if (!entry)
        throw new Error(`the evidence of claim ${claim.id} names ${id}, which is none of its statistics`);
      return formatEstimate(entry.estimate, entry.definition, { interval: interval !== undefined });
    },
  );
  // Counts are shown for any number of models; a claim about none of them is no claim.
  const empty = entries.every(({ estimate }) => estimate.n === 0);
  if (empty || known.size < entries.length) return { answer: 'few', evidence };
  const of = (id: string) => {
    const found = known.get(id);
    if (!found) throw new Error(`claim ${claim.id} judges ${id}, which is none of its statistics`);
    return found;
  };
  try {
    return { answer: claim.judge(of), evidence };
  } catch (error) {
    if (!(error instanceof MissingInterval)) throw error;
    const { label } = findStatistic(error.id)!.definition;
    return {
      answer: 'few',
      evidence: `${evidence} The test needs an interval of “${label}”, and there is none here.`,
      missing: error.id,
    };
  }
}

/** Whether `a` lies below `b` with intervals that do not touch. */
export const clearlyBelow = (a: Known, b: Known): boolean => a.high < b.low;
