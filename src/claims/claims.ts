import { clearlyBelow, type Claim } from './claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;
const sizes = ['small', 'medium', 'large'] as const;

/** The ledger: every claim of the report, the seed's first. */
export const claims: readonly Claim[] = [
  {
    id: 'score-per-parameter-diminishes',
    by: 'seed',
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
    id: 'medium-least-carbon',
    by: 'seed',
    sentence: 'Medium models cost less carbon per parameter than small ones.',
    test: 'Medium models lie below small ones on the mean, the median and the pooled ratio of CO₂ to parameters, with 95 % intervals apart. It holds with a qualification if they do on some averages and on none the other way; it does not hold otherwise.',
    figure: 'co2-per-parameter-by-size',
    statistics: ['small', 'medium'].flatMap((size) =>
      averages.map((average) => `co2_per_b.${size}.${average}`),
    ),
    judge(of) {
      const pair = (average: string) =>
        [of(`co2_per_b.small.${average}`), of(`co2_per_b.medium.${average}`)] as const;
      const below = averages.filter((average) => clearlyBelow(pair(average)[1], pair(average)[0]));
      const above = averages.filter((average) => clearlyBelow(pair(average)[0], pair(average)[1]));
      if (below.length === averages.length) return 'holds';
      return below.length > 0 && above.length === 0 ? 'qualified' : 'fails';
    },
    evidence:
      'CO₂ per billion parameters, small against medium: mean {co2_per_b.small.mean interval} and {co2_per_b.medium.mean interval}, median {co2_per_b.small.median interval} and {co2_per_b.medium.median interval}, pooled {co2_per_b.small.pooled interval} and {co2_per_b.medium.pooled interval}.',
  },
  {
    id: 'bigger-scores-higher',
    by: 'report',
    sentence: 'Bigger models score higher on average.',
    test: 'The slope of the average score on log₂ of parameters is above zero, interval included.',
    figure: 'score-by-size',
    statistics: ['scaling.points_per_doubling'],
    judge: (of) => (Number(of('scaling.points_per_doubling').low) > 0 ? 'holds' : 'fails'),
    evidence: '{scaling.points_per_doubling interval} points per doubling of parameters.',
  },
  {
    id: 'size-explains-less-than-half',
    by: 'report',
    sentence: 'Size explains less than half of the differences in score.',
    test: 'The share of the variance of the average score that log size explains is below one half, interval included.',
    figure: 'score-by-size',
    statistics: ['scaling.r2'],
    judge(of) {
      const { value, high } = of('scaling.r2');
      if (high !== null && high < 0.5) return 'holds';
      return value < 0.5 ? 'qualified' : 'fails';
    },
    evidence: 'R² is {scaling.r2 interval}.',
  },
  {
    id: 'carbon-grows-slower-than-size',
    by: 'report',
    sentence: 'Twice the parameters cost less than twice the carbon to evaluate.',
    test: 'The elasticity of CO₂ to parameters is below one, interval included.',
    figure: 'co2-per-parameter-by-size',
    statistics: ['co2.elasticity'],
    judge(of) {
      const { value, high } = of('co2.elasticity');
      if (high !== null && high < 1) return 'holds';
      return value < 1 ? 'qualified' : 'fails';
    },
    evidence: '{co2.elasticity interval} percent more CO₂ for one percent more parameters.',
  },
  {
    id: 'carbon-is-noisy',
    by: 'report',
    sentence:
      'Run again at another number format, the same model typically costs half as much carbon again, or more.',
    test: 'The median ratio of the largest to the smallest CO₂ of one model is above 1.5, interval included.',
    statistics: ['noise.co2_fold.median', 'noise.co2_fold.p90', 'noise.models'],
    judge(of) {
      const { value, low } = of('noise.co2_fold.median');
      if (low !== null && low > 1.5) return 'holds';
      return value > 1.5 ? 'qualified' : 'fails';
    },
    evidence:
      'Over {noise.models} models with runs at more than one precision the median ratio is {noise.co2_fold.median interval}; for one in ten it exceeds {noise.co2_fold.p90}.',
  },
  {
    id: 'moe-flag-misleads',
    by: 'report',
    sentence: 'The MoE flag is not a list of the MoE models.',
    test: 'Some runs have the flag without an MoE architecture, and some have the architecture without the flag.',
    statistics: ['moe.flagged', 'moe.architecture', 'moe.both', 'moe.reviewed'],
    judge(of) {
      const [flagged, architecture, both] = ['moe.flagged', 'moe.architecture', 'moe.both'].map(
        (id) => of(id).value,
      );
      return both! < flagged! && both! < architecture! ? 'holds' : 'fails';
    },
    evidence:
      'The flag marks {moe.flagged} runs, the architecture {moe.architecture}, both {moe.both}; on review {moe.reviewed} models are MoE.',
  },
];

/** The claim of an id; undefined for an unknown one. */
export const findClaim = (id: string): Claim | undefined => claims.find((claim) => claim.id === id);
