import { clearlyBelow, type Claim } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;

/** What the report claims of carbon. */
export const carbonClaims: readonly Claim[] = [
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
    id: 'carbon-grows-slower-than-size',
    by: 'report',
    sentence: 'Twice the parameters cost less than twice the carbon to evaluate.',
    test: 'The elasticity of CO₂ to parameters is below one, interval included. It holds with a qualification if the value is and the interval reaches beyond.',
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
    test: 'The median ratio of the largest to the smallest CO₂ of one model is above 1.5, interval included. It holds with a qualification if the value is and the interval reaches below.',
    statistics: ['noise.co2_fold.median', 'noise.co2_fold.p90', 'noise.models'],
    judge(of) {
      const { value, low } = of('noise.co2_fold.median');
      if (low !== null && low > 1.5) return 'holds';
      return value > 1.5 ? 'qualified' : 'fails';
    },
    evidence:
      'Over {noise.models} models with runs at more than one precision the median ratio is {noise.co2_fold.median interval}; for one in ten it exceeds {noise.co2_fold.p90}.',
  },
];
