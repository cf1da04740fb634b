import { answerWords, type Judged, type Verdict } from '../claims/claim.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import { preparations } from '../dataset/preparations.ts';
import { evidenceOf, judgeTest, readTest } from '../claims/sentence-test.ts';
import type { Estimates } from '../statistics/answer.ts';

/** What the data of a preparation say of claims, and the numbers that they say it by. */
export interface Judgement {
  statistics: Estimates;
  claims: Readonly<Record<string, Judged>>;
}

/** What the data of each preparation say. */
export type Verdicts = Readonly<Record<PreparationId, Judgement>>;

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

/** How the data of a preparation contradict words that stand under a test; undefined where the test is true. */
export function falsehood(
  { statistics, claims }: Judgement,
  preparation: PreparationId,
  that: string,
): string | undefined {
  const test = readTest(that);
  const evidence = { estimates: statistics, judged: (id: string) => claims[id]! };
  const truth = judgeTest(test, evidence);
  if (truth === true) return undefined;
  const raw = test.statistics.map((id) => {
    const { value, low, high, n } = statistics[id]!;
    const ends = low === null || high === null ? 'without an interval' : `from ${low} to ${high}`;
    return `${id} is ${value} (${ends}, n = ${n})`;
  });
  const said = evidenceOf({ ...test, statistics: [] }, evidence);
  return `the words rest on “${that}”, which is ${truth === null ? 'open' : 'false'} in the data of ${preparations[preparation].title.toLowerCase()}: ${[...raw, ...said].join('; ')}`;
}
