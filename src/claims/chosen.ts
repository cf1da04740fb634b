import { wholeTable, type Slice } from '../slice/slice.ts';
import { formatEstimate } from '../statistics/format.ts';
import {
  estimatesChosen,
  twinOf,
  type Answers,
  type EstimateChosen,
} from '../statistics/estimate-choices.ts';
import { findStatistic } from '../statistics/statistics.ts';
import { judge, readsOf, type Claim, type Judged } from './claim.ts';

/**
 * Judges a claim under choices of estimate, as the analyses of the build do. The words of its evidence name averages,
 * and so keep them; statistics that the test takes in their place are listed behind.
 */
export function judgeChosen(
  claim: Claim,
  chosen: EstimateChosen,
  answers: Answers,
  slice: Slice = wholeTable,
): Judged {
  const estimates = estimatesChosen(claim.statistics, chosen, answers);
  const judged = judge(claim, estimates, slice);
  if (judged.answer === 'few') return judged;
  const { intervals } = chosen;
  const named = judge(claim, estimatesChosen(claim.statistics, { intervals }, answers), slice);
  const inPlace = readsOf(claim, estimates).filter((id) => twinOf(id, chosen) !== id);
  const read = new Map(
    inPlace.map((id) => {
      const { definition } = findStatistic(twinOf(id, chosen))!;
      return [
        definition.id,
        `${definition.label}, ${formatEstimate(estimates[id]!, definition, { interval: true })}`,
      ];
    }),
  );
  const instead = read.size > 0 ? ` The test reads instead: ${[...read.values()].join('; ')}.` : '';
  return { ...judged, evidence: `${named.evidence}${instead}` };
}
