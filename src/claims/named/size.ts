import { clearlyBelow, type Claim } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;
const sizes = ['small', 'medium', 'large'] as const;

/** What the report claims of size and score. */
export const sizeClaims: readonly Claim[] = [
  {
    id: 'score-per-parameter-diminishes',
    by: 'seed',
    conclusion: 1,
    sentence: 'The score that a model shows per parameter diminishes with size.',
    test: 'The mean, the median and the pooled ratio of score to parameters each fall from small to medium to large models, with 95 % intervals apart. It holds with a qualification if only some of the three do.',
    figure: 'score-per-parameter-by-size',
    statistics: sizes.flatMap((size) => averages.map((average) => `score_per_b.${size}.${average}`)),
    judge(of) {
      const falls = averages.filter((average) => {
        const [small, medium, large] = sizes.map((size) => of(`score_per_b.${size}.${average}`));
        return clearlyBelow(large!, medium!) && clearlyBelow(medium!, small!);
      });
      if (falls.length === averages.length) return 'holds';
      return falls.length > 0 ? 'qualified' : 'fails';
    },
    evidence:
      'Median score per billion parameters: small {score_per_b.small.median interval}, medium {score_per_b.medium.median interval}, large {score_per_b.large.median interval}.',
  },
  {
    id: 'bigger-scores-higher',
    by: 'report',
    sentence: 'Bigger models score higher on average.',
    test: 'The slope of the average score on log₂ of parameters is above zero, interval included.',
    figure: 'score-by-size',
    statistics: ['scaling.points_per_doubling'],
    judge: (of) => (of('scaling.points_per_doubling').low > 0 ? 'holds' : 'fails'),
    evidence: '{scaling.points_per_doubling interval} points per doubling of parameters.',
  },
  {
    id: 'size-raises-ceiling-more-than-floor',
    by: 'report',
    sentence: 'Size raises the ceiling of the score more than its floor.',
    test: 'The slope on log₂ of parameters of the line of the 90th percentile of the average score lies above that of the 10th percentile, with 95 % intervals apart. It holds with a qualification if the slopes do and the intervals touch.',
    figure: 'score-by-size',
    statistics: ['scaling.points_per_doubling.p10', 'scaling.points_per_doubling.p90'],
    judge(of) {
      const floor = of('scaling.points_per_doubling.p10');
      const ceiling = of('scaling.points_per_doubling.p90');
      if (clearlyBelow(floor, ceiling)) return 'holds';
      return floor.value < ceiling.value ? 'qualified' : 'fails';
    },
    evidence:
      'Points per doubling of parameters: {scaling.points_per_doubling.p90 interval} at the 90th percentile, {scaling.points_per_doubling.p10 interval} at the 10th.',
  },
  {
    id: 'size-explains-less-than-half',
    by: 'report',
    sentence: 'Size explains less than half of the differences in score.',
    test: 'The share of the variance of the average score that log size explains is below one half, interval included. It holds with a qualification if the value is and the interval reaches beyond.',
    figure: 'score-by-size',
    statistics: ['scaling.r2'],
    judge(of) {
      const { value, high } = of('scaling.r2');
      if (high < 0.5) return 'holds';
      return value < 0.5 ? 'qualified' : 'fails';
    },
    evidence: 'R² is {scaling.r2 interval}.',
  },
  {
    id: 'doubling-brings-little-below-1b',
    by: 'report',
    sentence: 'A doubling of parameters brings less below one billion than above.',
    test: 'The slope of the average score on log₂ of parameters among models up to 1 B lies below the slopes among models over 1 and up to 3 B and over 3 and up to 9 B, with 95 % intervals apart.',
    figure: 'gain-per-doubling',
    statistics: ['gain.under_1b', 'gain.1_to_3b', 'gain.3_to_9b'],
    judge(of) {
      const under = of('gain.under_1b');
      const above = ['gain.1_to_3b', 'gain.3_to_9b'].map(of);
      if (above.every((band) => clearlyBelow(under, band))) return 'holds';
      return above.every((band) => under.value < band.value) ? 'qualified' : 'fails';
    },
    evidence:
      'Points per doubling: {gain.under_1b interval} up to 1 B, {gain.1_to_3b interval} over 1 and up to 3 B, {gain.3_to_9b interval} over 3 and up to 9 B.',
  },
];
