import {
  changesOf,
  dataAnalyses,
  dataOf,
  estimateAnalyses,
  inOrder,
  textOf,
  usualAnalysis,
  type Analysis,
} from '../choices/analyses.ts';
import { choices } from '../choices/choices.ts';
import type { Estimates } from '../statistics/answer.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { estimatesChosen, twinOf, type Answers } from '../statistics/estimate-choices.ts';
import { judge, readsOf, type Answer, type Claim } from './claim.ts';

/** The answers of every analysis of data, by its text. */
export type AnswersByAnalysis = Readonly<Record<string, Answers>>;

/** Most analyses that one claim is judged under. */
export const mostAnalyses = 200;

/** Every statistic that a claim needs under some analysis. */
export const statisticsOf = ({ statistics }: Claim): string[] => [
  ...new Set(estimateAnalyses.flatMap((analysis) => statistics.map((id) => twinOf(id, analysis)))),
];

/** The estimates of some statistics under an analysis, each under its own id. */
export function estimatesUnder(
  statistics: readonly string[],
  analysis: Analysis,
  answers: AnswersByAnalysis,
): Estimates {
  const of = answers[textOf(dataOf(analysis))];
  if (!of) throw new Error(`nothing is computed for the analysis “${textOf(analysis)}”`);
  return estimatesChosen(statistics, analysis, of);
}

/** An option that turns the published verdict: in some analysis the verdict stands without it, and is another with it. */
export interface Turning {
  choice: string;
  option: string;
  /** Analyses with the option whose verdict is another than the published one. */
  turned: number;
  /** Analyses with the option. */
  of: number;
}

/** A claim under its analyses. */
export interface Robustness {
  /** Analyses that leave enough models to judge, in a fixed order; the first is as published. */
  judged: readonly { analysis: Analysis; answer: Answer }[];
  /** Analyses that leave too few models to judge. */
  few: number;
  /** Analyses judged, by their verdict, and those with the verdict that is published. */
  holds: number;
  fails: number;
  open: number;
  same: number;
  /** Options that turn the verdict, the one that does so most often first. */
  turning: readonly Turning[];
}

/** Share of the analyses below which a verdict that they share is fragile. */
export const fragileBelow = 2 / 3;

/** Whether too few of the analyses of a claim agree with its published verdict for it to be told without a warning. */
export const isFragile = ({ same, judged }: Pick<Robustness, 'same' | 'judged'>): boolean =>
  same < fragileBelow * judged.length;

const same = (a: Estimate, b: Estimate) =>
  a.value === b.value && a.low === b.low && a.high === b.high && a.n === b.n;

/** The options that move what a claim reads, each alone, by choice. */
export function touching(claim: Claim, answers: AnswersByAnalysis): ReadonlyMap<string, readonly string[]> {
  const usual = estimatesUnder(claim.statistics, usualAnalysis, answers);
  const reads = readsOf(claim, usual);
  return new Map(
    choices.flatMap(({ id, others }) => {
      if (claim.beside?.[id] !== undefined) return [];
      const moved = others.filter((option) => {
        const under = estimatesUnder(reads, { [id]: option.id }, answers);
        return reads.some((name) => !same(under[name]!, usual[name]!));
      });
      return moved.length > 0 ? [[id, moved.map((option) => option.id)] as const] : [];
    }),
  );
}

/** What a claim is read from under choices of estimate; analyses that read the same are one. */
const readingOf = (claim: Claim, analysis: Analysis) =>
  [...claim.statistics.map((id) => twinOf(id, analysis)), analysis.intervals].join();

/**
 * The analyses of a claim, in the order of all lists of them: those of data that move what it reads, times those of estimate that do,
 * in as many changes at once as `mostAnalyses` allows.
 */
export function analysesOf(claim: Claim, answers: AnswersByAnalysis): Analysis[] {
  const touches = touching(claim, answers);
  const moves = (analysis: Analysis) =>
    Object.entries(analysis).every(([id, option]) => touches.get(id)?.includes(option));
  const readings = new Set<string>();
  const estimates = estimateAnalyses.filter((analysis) => {
    const reading = readingOf(claim, analysis);
    if (!moves(analysis) || readings.has(reading)) return false;
    readings.add(reading);
    return true;
  });
  const all = dataAnalyses
    .filter(moves)
    .flatMap((data) => estimates.map((estimate): Analysis => ({ ...data, ...estimate })))
    .sort(inOrder);
  const most = Math.max(...all.map(changesOf));
  for (let changes = most; changes > 0; changes--) {
    const kept = all.filter((analysis) => changesOf(analysis) <= changes);
    if (kept.length <= mostAnalyses) return kept;
  }
  return [usualAnalysis];
}

/** Judges a claim under all of its analyses. */
export function judgeAnalyses(claim: Claim, answers: AnswersByAnalysis): Robustness {
  const all = analysesOf(claim, answers).map((analysis) => ({
    analysis,
    answer: judge(claim, estimatesUnder(claim.statistics, analysis, answers)).answer,
  }));
  const judged = all.filter(({ answer }) => answer !== 'few');
  const published = all[0]!.answer;
  const count = (verdict: Answer) => judged.filter(({ answer }) => answer === verdict).length;
  return {
    judged,
    few: all.length - judged.length,
    holds: count('holds'),
    fails: count('fails'),
    open: count('open'),
    same: count(published),
    turning: turningOf(judged, published),
  };
}

/** The options that turn the published verdict, of those that analyses take. */
function turningOf(judged: Robustness['judged'], published: Answer): Turning[] {
  const stands = new Set(
    judged.filter(({ answer }) => answer === published).map(({ analysis }) => textOf(analysis)),
  );
  const without = (analysis: Analysis, choice: string) =>
    textOf(Object.fromEntries(Object.entries(analysis).filter(([id]) => id !== choice)));
  return choices
    .flatMap(({ id: choice, others }) =>
      others.flatMap(({ id: option }) => {
        const taken = judged.filter(({ analysis }) => analysis[choice] === option);
        const turned = taken.filter(({ answer }) => answer !== published);
        return turned.some(({ analysis }) => stands.has(without(analysis, choice)))
          ? [{ choice, option, turned: turned.length, of: taken.length }]
          : [];
      }),
    )
    .toSorted((a, b) => b.turned / b.of - a.turned / a.of || b.turned - a.turned);
}
