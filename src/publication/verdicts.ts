import { answerWords, type Judged, type Verdict } from '../claims/claim.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import { preparations } from '../dataset/preparations.ts';

/** What the data of each preparation say of each claim. */
export type Verdicts = Readonly<Record<PreparationId, { claims: Readonly<Record<string, Judged>> }>>;

/**
 * How the data contradict what a text says of a claim; undefined where they agree on both preparations, or the
 * claim is unknown.
 *
 * @param prepared what the text says of the preparation of the seed, where that differs
 */
export function contradiction(
  verdicts: Verdicts,
  id: string,
  says: Verdict,
  prepared: Verdict | undefined,
): string | undefined {
  for (const preparation of Object.values(preparations)) {
    const judged = verdicts[preparation.id].claims[id];
    const expected = (preparation.id === 'prepared' ? prepared : undefined) ?? says;
    if (judged && judged.answer !== expected)
      return `the text says that the claim “${id}” ${answerWords[expected].toLowerCase()}, the data of ${preparation.title.toLowerCase()} say: ${answerWords[judged.answer].toLowerCase()}. ${judged.evidence}`;
  }
  return undefined;
}
