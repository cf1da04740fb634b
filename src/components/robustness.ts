import { choices } from '../choices/choices.ts';
import type { Robustness } from '../claims/analyses.ts';
import type { Verdict } from '../claims/claim.ts';

/** A claim under its analyses, as the page on robustness takes it. */
export interface Judged {
  id: string;
  robust: Robustness;
}

/** The verdict of a claim where one choice alone is made otherwise; undefined where that moves nothing it reads. */
export const underOption = ({ judged }: Robustness, choice: string, option: string): Verdict | undefined =>
  judged.find(({ analysis }) => Object.keys(analysis).length === 1 && analysis[choice] === option)?.answer as
    Verdict | undefined;

/**
 * How many verdicts one choice alone turns, in words: “1 of 44 verdicts”, “none of 38 verdicts”. Of those that it
 * moves a number of.
 */
export function verdictsTurned(claims: readonly Robustness[], choice: string, option: string): string {
  const moved = claims.flatMap((robust) => {
    const answer = underOption(robust, choice, option);
    return answer === undefined ? [] : [answer !== robust.judged[0]!.answer];
  });
  const turned = moved.filter(Boolean).length;
  return `${turned === 0 ? 'none' : turned} of ${moved.length} ${moved.length === 1 ? 'verdict' : 'verdicts'}`;
}

/** How often a choice turns a claim: the largest share of analyses with one of its options. 0 for one that never does. */
export const turnedBy = ({ turning }: Robustness, choice: string): number =>
  Math.max(0, ...turning.filter((each) => each.choice === choice).map(({ turned, of }) => turned / of));

const claimsInWords = (count: number) => (count === 1 ? 'One claim turns' : `${count} claims turn`);

/** What all claims under all analyses say, in three sentences. */
export function robustnessSentences(claims: readonly Judged[]): string[] {
  const firm = claims.filter(({ robust }) => robust.same === robust.judged.length);
  const opposites = { holds: 'fails', fails: 'holds', open: undefined, few: undefined } as const;
  const turned = claims.filter(({ robust }) => {
    const opposite = opposites[robust.judged[0]!.answer];
    return opposite !== undefined && robust[opposite] > 0;
  });
  const counts = choices
    .map(({ id, title }) => ({
      title,
      count: claims.filter(({ robust }) => turnedBy(robust, id) > 0).length,
    }))
    .toSorted((a, b) => b.count - a.count);
  const [most, second] = counts;
  const analyses = claims.reduce((sum, { robust }) => sum + robust.judged.length, 0);
  return [
    `${firm.length} of ${claims.length} claims have the same verdict in every analysis of theirs, ${analyses.toLocaleString('en')} in all.`,
    turned.length === 0
      ? 'None turns into its opposite in any: what changes is whether it can be told.'
      : `${claimsInWords(turned.length)} into the opposite in at least one; the others that change do so between told and not told.`,
    `“${most!.title}” is the choice that turns most claims, ${most!.count}; the next is “${second!.title}”, which turns ${second!.count}.`,
  ];
}
