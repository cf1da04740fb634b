import type { Claim } from '../claims/claim.ts';

/** What the report claims, in a few words. */
export const newClaim: readonly Claim[] = [
  {
    id: 'new-claim',
    by: 'report',
    sentence: 'New claim.',
    test: 'The slope of the average score on log₂ of parameters is above zero, interval included.',
    figure: 'score-by-size',
    statistics: ['scaling.points_per_doubling'],
    judge: (of) => (of('scaling.points_per_doubling').low > 0 ? 'holds' : 'fails'),
    evidence: '{scaling.points_per_doubling interval} points per doubling of parameters.',
  },
];
