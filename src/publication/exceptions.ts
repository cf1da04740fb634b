import { judge, type Claim, type Judged, type Verdict } from '../claims/claim.ts';
import { claims, isPublishedOnly } from '../claims/claims.ts';
import { askSlice } from '../slice/ask.ts';
import { declaredSlices, type DeclaredSlice, type SliceGroup } from '../slice/declared.ts';
import { answerSlice } from '../statistics/answer.ts';
import { TAIL } from '../statistics/methods/estimate.ts';
import { contentKey, keep, kept, statisticsInputs } from './cache.ts';
import { lendEngine } from './lend-engine.ts';

/** A slice that answers a claim with the opposite of what the whole table says. */
export interface Exception extends Pick<DeclaredSlice, 'label' | 'query'> {
  group: SliceGroup;
  verdict: Exclude<Verdict, 'open'>;
  evidence: string;
}

/** How a claim fares on the declared slices. */
export interface Exceptions {
  /** Slices with models enough for a verdict, open ones included. */
  judged: number;
  /** Slices with the opposite verdict, in the order of their declaration. */
  opposite: readonly Exception[];
  /**
   * How many opposite verdicts chance alone would bring if the claim were just at its bound everywhere: the part of
   * an interval's misses on one side, 0.025, times the slices judged. null where the verdict is a fact of the rows.
   */
  byChance: number | null;
}

/** What every claim that slices judge is answered on a declared slice. */
export interface SliceVerdicts extends Pick<DeclaredSlice, 'label' | 'query'> {
  group: SliceGroup;
  claims: Readonly<Record<string, Judged>>;
}

const opposites = { holds: 'fails', fails: 'holds' } as const;

/**
 * The exceptions of a claim that the whole table answers as given; slices that hold fixed what it compares give
 * no verdict. None to a claim that the whole table leaves open.
 */
export function exceptionsOf(
  { id }: Pick<Claim, 'id'>,
  { answer, estimated }: Judged,
  slices: readonly SliceVerdicts[],
): Exceptions {
  const answered = slices.flatMap((slice) =>
    slice.claims[id] ? [{ ...slice, judged: slice.claims[id] }] : [],
  );
  const judged = answered.filter((slice) => slice.judged.answer !== 'few').length;
  const opposite = answer === 'holds' || answer === 'fails' ? opposites[answer] : undefined;
  return {
    judged,
    opposite: answered.flatMap(({ group, label, query, judged: { answer: verdict, evidence } }) =>
      verdict === opposite ? [{ group, label, query, verdict, evidence }] : [],
    ),
    byChance: estimated ? TAIL * judged : null,
  };
}

const judgeSlices = (): Promise<readonly SliceVerdicts[]> =>
  lendEngine(async (engine) => {
    const asked = claims.filter((claim) => !isPublishedOnly(claim));
    const ids = new Set(asked.flatMap(({ statistics }) => statistics));
    const answers: SliceVerdicts[] = [];
    for (const { group, slices } of declaredSlices)
      for (const { label, query, slice } of slices) {
        const estimates = await answerSlice(await askSlice(engine, slice), ids);
        const judged = asked.map((claim) => [claim.id, judge(claim, estimates, slice)] as const);
        answers.push({ group, label, query, claims: Object.fromEntries(judged) });
      }
    return answers;
  });

/** Judges every slice, or takes the verdicts from the cache where nothing has changed. */
async function compute(): Promise<readonly SliceVerdicts[]> {
  const inputs = [
    ...statisticsInputs,
    'src/claims',
    'src/publication/exceptions.ts',
    'src/publication/lend-engine.ts',
  ];
  const key = contentKey([process.version], inputs);
  const known = kept<readonly SliceVerdicts[]>('exceptions', key);
  if (known) return known;
  const computed = await judgeSlices();
  keep('exceptions', key, computed);
  return computed;
}

let judged: Promise<readonly SliceVerdicts[]> | undefined;

/** Every claim on every declared slice of the reviewed preparation, computed once per build. */
export const sliceVerdicts = (): Promise<readonly SliceVerdicts[]> => (judged ??= compute());
