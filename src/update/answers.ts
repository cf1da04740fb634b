import { judge } from '../claims/claim.ts';
import { claims } from '../claims/claims.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { MeantClaim, MeantNumber } from '../meaning/meaning.ts';
import { lendEngine } from '../publication/lend-engine.ts';
import { askSlice } from '../slice/ask.ts';
import { wholeTable } from '../slice/slice.ts';
import { answerStatistics } from '../statistics/answer.ts';
import { findStatistic } from '../statistics/statistics.ts';

/** The numbers and verdicts that the tables of facts in a folder give, in the form in which they are published. */
export interface Answered {
  numbers: Readonly<Record<PreparationId, Readonly<Record<string, MeantNumber>>>>;
  claims: Readonly<Record<string, MeantClaim>>;
}

/** Computes every number and verdict from the tables of facts in a folder. */
export const answersOf = (folder: string): Promise<Answered> =>
  lendEngine(async (engine) => {
    const of = async (preparation: PreparationId) => {
      const slice = { ...wholeTable, preparation: preparation === 'prepared' ? preparation : null };
      return answerStatistics(await askSlice(engine, slice));
    };
    const estimates = { reviewed: await of('reviewed'), prepared: await of('prepared') };
    const numbersOf = (preparation: PreparationId) =>
      Object.fromEntries(
        Object.entries(estimates[preparation]).map(([id, { value, n, low, high }]): [string, MeantNumber] => {
          const { unit, label } = findStatistic(id)!.definition;
          return [id, { value, n, low, high, unit: unit.name, label }];
        }),
      );
    return {
      numbers: { reviewed: numbersOf('reviewed'), prepared: numbersOf('prepared') },
      claims: Object.fromEntries(
        claims.map((claim) => {
          const verdict = (preparation: PreparationId) => {
            const { answer, evidence } = judge(claim, estimates[preparation]);
            return { verdict: answer, evidence };
          };
          return [
            claim.id,
            {
              sentence: claim.sentence,
              verdicts: { reviewed: verdict('reviewed'), prepared: verdict('prepared') },
            },
          ];
        }),
      ),
    };
  }, folder);
