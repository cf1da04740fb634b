import { NORMAL_SHARE_BEYOND } from '../../statistics/methods/box.ts';
import { carbonNoise } from '../../statistics/named/carbon-frontier.ts';
import { clearlyBelow, type Claim } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;
const sizes = ['small', 'medium', 'large'] as const;

/** What the report claims of carbon. */
export const carbonClaims: readonly Claim[] = [
  {
    id: 'medium-least-carbon',
    by: 'seed',
    conclusion: 2,
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
    sentence: 'Over all sizes together, twice the parameters go with less than twice the carbon to evaluate.',
    test: 'The elasticity of CO₂ to parameters is below one, interval included. It holds with a qualification if the value is and the interval reaches beyond.',
    figure: 'co2-by-size',
    statistics: ['co2.elasticity'],
    judge(of) {
      const { value, high } = of('co2.elasticity');
      if (high < 1) return 'holds';
      return value < 1 ? 'qualified' : 'fails';
    },
    evidence: '{co2.elasticity interval} percent more CO₂ for one percent more parameters.',
  },
  {
    id: 'carbon-repeats',
    by: 'report',
    sentence:
      'On one side of 8 February 2025, evaluations of models with identical results typically differ by less than a tenth in carbon.',
    test: 'The median ratio of the larger to the smaller CO₂ of models that share all six raw scores is below 1.1, interval included. It holds with a qualification if the value is and the interval reaches above.',
    figure: 'noise-floor',
    statistics: [
      'noise.twins.co2_fold.median',
      'noise.twins.co2_fold.p90',
      'noise.twins.groups',
      'noise.alike.co2_fold.median',
      'noise.alike.groups',
    ],
    judge(of) {
      const { value, high } = of('noise.twins.co2_fold.median');
      if (high < 1.1) return 'holds';
      return value < 1.1 ? 'qualified' : 'fails';
    },
    evidence:
      'Over {noise.twins.groups} groups of such models the median ratio is {noise.twins.co2_fold.median interval}; for one in ten it exceeds {noise.twins.co2_fold.p90}. Over {noise.alike.groups} groups of models that are only alike it is {noise.alike.co2_fold.median interval}.',
  },
  {
    id: 'carbon-has-no-outliers',
    by: 'seed',
    sentence: 'Carbon per parameter has no outliers within a size class, so its means show a general trend.',
    test: 'In no size class is the share of models beyond the whiskers of its box plot above the 0.7 % that a normal distribution has there. It holds with a qualification if the share is above that in some class, but not with its 95 % interval; it does not hold if it is with its interval in any.',
    figure: 'co2-per-parameter-box',
    statistics: sizes.flatMap((size) => [
      `co2_per_b.${size}.outliers.share`,
      `co2_per_b.${size}.outliers.weight`,
    ]),
    judge(of) {
      const shares = sizes.map((size) => of(`co2_per_b.${size}.outliers.share`));
      if (shares.some(({ low }) => low > NORMAL_SHARE_BEYOND)) return 'fails';
      return shares.some(({ value }) => value > NORMAL_SHARE_BEYOND) ? 'qualified' : 'holds';
    },
    evidence:
      'Beyond the whiskers lie {co2_per_b.small.outliers.share interval} of small models, {co2_per_b.medium.outliers.share interval} of medium and {co2_per_b.large.outliers.share interval} of large ones; they carry {co2_per_b.small.outliers.weight}, {co2_per_b.medium.outliers.weight} and {co2_per_b.large.outliers.weight} of the mean of their class.',
  },
  {
    id: 'carbon-bends',
    by: 'report',
    sentence: 'Carbon grows more slowly than size up to 9 billion parameters, and faster above.',
    test: 'The elasticity of CO₂ to parameters is below one among models up to 9 B and above one among larger ones, both with their 95 % intervals. It holds with a qualification if only the values are.',
    figure: 'co2-by-size',
    statistics: ['co2.elasticity.small', 'co2.elasticity.over_9b'],
    judge(of) {
      const [small, over] = [of('co2.elasticity.small'), of('co2.elasticity.over_9b')];
      if (small.high < 1 && over.low > 1) return 'holds';
      return small.value < 1 && over.value > 1 ? 'qualified' : 'fails';
    },
    evidence:
      'One percent more parameters go with {co2.elasticity.small interval} percent more CO₂ up to 9 B and with {co2.elasticity.over_9b interval} percent more above.',
  },
  {
    id: 'carbon-halved',
    by: 'report',
    sentence:
      'Models submitted since 8 February 2025 are charged about half the carbon of earlier ones of their size.',
    test: 'Among models over 7 and up to 9 B, the CO₂ of those submitted in the three months before is above 1.5 times that of those submitted since, interval included. It holds with a qualification if only the value is.',
    figure: 'co2-over-time',
    statistics: ['co2.break.fold', 'co2.break.before.median', 'co2.break.since.median'],
    judge(of) {
      const { value, low } = of('co2.break.fold');
      if (low > 1.5) return 'holds';
      return value > 1.5 ? 'qualified' : 'fails';
    },
    evidence:
      'Geometric means differ by a factor of {co2.break.fold interval}; the medians are {co2.break.before.median interval} kg before and {co2.break.since.median interval} kg since.',
  },
  {
    id: 'carbon-frontier-unsettled',
    by: 'report',
    sentence: 'Which models stand on the frontier of score against carbon is not settled.',
    test: `At least as many other models as the frontier has would stand on it were their own CO₂ smaller by a factor of ${carbonNoise}, which one pair of exact twins in ten exceeds. It holds with a qualification if some would, but fewer.`,
    figure: 'score-vs-co2',
    statistics: [
      'carbon_frontier.count',
      'carbon_frontier.within_noise.count',
      'carbon_frontier.within_noise.share',
      'carbon_frontier.kept.count',
    ],
    judge(of) {
      const members = of('carbon_frontier.count').value;
      const others = of('carbon_frontier.within_noise.count').value - members;
      if (others >= members) return 'holds';
      return others > 0 ? 'qualified' : 'fails';
    },
    evidence:
      '{carbon_frontier.count} models stand on the frontier; {carbon_frontier.within_noise.count}, these included, or {carbon_frontier.within_noise.share interval} of all, would if their own CO₂ were smaller by that factor. {carbon_frontier.kept.count} of the members stay when the CO₂ of all submissions since 8 February 2025 is doubled.',
  },
];
