import { NORMAL_SHARE_BEYOND } from '../../statistics/methods/box.ts';
import { carbonNoise, carbonNoiseMeaning, carbonNoiseRange } from '../../statistics/carbon-label.ts';
import { above, below, every, exactly, type Claim } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;
const sizes = ['small', 'medium', 'large'] as const;

/** What the report claims of carbon. */
export const carbonClaims: readonly Claim[] = [
  {
    id: 'medium-least-carbon',
    by: 'notebook',
    conclusion: 2,
    sentence: 'Medium models cost less carbon per parameter than small ones.',
    test: 'CO₂ per billion parameters of small models less that of medium ones is above zero in the mean, in the median and in the pooled ratio.',
    figure: 'co2-per-parameter-by-size',
    statistics: [
      ...['small', 'medium'].flatMap((size) => averages.map((average) => `co2_per_b.${size}.${average}`)),
      ...averages.map((average) => `co2_per_b.difference.small_medium.${average}`),
    ],
    judge: (of) =>
      every(averages.map((average) => above(of(`co2_per_b.difference.small_medium.${average}`), 0))),
    evidence:
      'CO₂ per billion parameters, small against medium: mean {co2_per_b.small.mean interval} and {co2_per_b.medium.mean interval}, a difference of {co2_per_b.difference.small_medium.mean interval}; median {co2_per_b.small.median interval} and {co2_per_b.medium.median interval}, {co2_per_b.difference.small_medium.median interval}; pooled {co2_per_b.small.pooled interval} and {co2_per_b.medium.pooled interval}, {co2_per_b.difference.small_medium.pooled interval}.',
  },
  {
    id: 'carbon-grows-slower-than-size',
    by: 'report',
    sentence: 'Over all sizes together, twice the parameters go with less than twice the carbon to evaluate.',
    test: 'The elasticity of CO₂ to parameters is below one.',
    figure: 'co2-by-size',
    statistics: ['co2.elasticity'],
    judge: (of) => below(of('co2.elasticity'), 1),
    evidence: '{co2.elasticity interval} percent more CO₂ for one percent more parameters.',
  },
  {
    id: 'carbon-repeats',
    by: 'report',
    sentence:
      'On one side of 8 February 2025, evaluations of models with identical results typically differ by less than a tenth in carbon.',
    test: 'The median ratio of the larger to the smaller CO₂ of models of one architecture and size that share all six raw scores is below 1.1.',
    figure: 'noise-floor',
    statistics: [
      'noise.twins.co2_fold.median',
      'noise.twins.co2_fold.p90',
      'noise.twins.groups',
      'noise.twins.since.groups',
      'noise.alike.co2_fold.median',
      'noise.alike.groups',
    ],
    judge: (of) => below(of('noise.twins.co2_fold.median'), 1.1),
    beside: { copies: 'The claim is about models that are copies of each other.' },
    evidence:
      'Over {noise.twins.groups|group|groups} of such models, {noise.twins.since.groups} of them submitted since that day, the median ratio is {noise.twins.co2_fold.median interval}; for one group in ten it exceeds {noise.twins.co2_fold.p90}. Over {noise.alike.groups|group|groups} of models that are only alike it is {noise.alike.co2_fold.median interval}.',
  },
  {
    id: 'carbon-has-no-outliers',
    by: 'notebook',
    sentence: 'Carbon per parameter has no outliers within a size class, so its means show a general trend.',
    test: 'In every size class the share of models beyond the whiskers of its box plot is below the 0.7 % that a normal distribution has there; where its interval is above that in one class, the claim does not hold.',
    figure: 'co2-per-parameter-box',
    statistics: sizes.flatMap((size) => [
      `co2_per_b.${size}.outliers.share`,
      `co2_per_b.${size}.outliers.weight`,
    ]),
    judge: (of) =>
      every(sizes.map((size) => below(of(`co2_per_b.${size}.outliers.share`), NORMAL_SHARE_BEYOND))),
    evidence:
      'Beyond the whiskers lie {co2_per_b.small.outliers.share interval} of small models, {co2_per_b.medium.outliers.share interval} of medium and {co2_per_b.large.outliers.share interval} of large ones; they carry {co2_per_b.small.outliers.weight}, {co2_per_b.medium.outliers.weight} and {co2_per_b.large.outliers.weight} of the mean of their class.',
  },
  {
    id: 'carbon-bends',
    by: 'report',
    sentence: 'Carbon grows more slowly than size up to 9 billion parameters, and faster above.',
    test: 'The elasticity of CO₂ to parameters is below one among models up to 9 B and above one among larger ones.',
    figure: 'co2-by-size',
    statistics: ['co2.elasticity.small', 'co2.elasticity.over_9b'],
    judge: (of) => every([below(of('co2.elasticity.small'), 1), above(of('co2.elasticity.over_9b'), 1)]),
    evidence:
      'One percent more parameters go with {co2.elasticity.small interval} percent more CO₂ up to 9 B and with {co2.elasticity.over_9b interval} percent more above.',
  },
  {
    id: 'carbon-halved',
    by: 'report',
    sentence:
      'Models over 7 and up to 9 B submitted since 8 February 2025 are charged less than two thirds of the carbon of those of the three months before.',
    test: 'Among models over 7 and up to 9 B, the CO₂ of those submitted in the three months before is above 1.5 times that of those submitted since, in the geometric mean.',
    figure: 'co2-over-time',
    statistics: ['co2.break.fold', 'co2.break.before.median', 'co2.break.since.median'],
    judge: (of) => above(of('co2.break.fold'), 1.5),
    beside: { carbon: 'The claim is about the step that the correction takes out.' },
    evidence:
      'Geometric means differ by a factor of {co2.break.fold interval}; the medians are {co2.break.before.median interval} kg before and {co2.break.since.median interval} kg since.',
  },
  {
    id: 'carbon-frontier-unsettled',
    by: 'report',
    sentence: 'Which models stand on the frontier of score against step-corrected carbon is not settled.',
    test: `At least as many other models as the frontier has would stand on it were their own CO₂ divided by ${carbonNoise}, ${carbonNoiseMeaning}.`,
    figure: 'score-vs-co2',
    statistics: [
      'carbon_frontier.count',
      'carbon_frontier.within_noise.count',
      'carbon_frontier.within_noise.share',
      'carbon_frontier.kept.count',
      'carbon_frontier.recorded.count',
    ],
    judge(of) {
      const members = of('carbon_frontier.count').value;
      return exactly(of('carbon_frontier.within_noise.count').value - members >= members);
    },
    evidence:
      '{carbon_frontier.count|model stands|models stand} on the step-corrected frontier; {carbon_frontier.within_noise.count}, these included, or {carbon_frontier.within_noise.share interval} of all, would if their own CO₂ were smaller by that factor. Of the {carbon_frontier.recorded.count|model|models} on the frontier of CO₂ as recorded, {carbon_frontier.kept.count} are among them.',
  },
  {
    id: 'carbon-labels-unsure',
    by: 'report',
    sentence: 'Not one carbon label in ten is beyond the noise that exact twins can show.',
    test: `The share of labelled models whose label A to E would be the same with CO₂ divided or multiplied by ${carbonNoise}, ${carbonNoiseMeaning}, is below one tenth. The factor is itself an estimate, ${carbonNoiseRange.low} to ${carbonNoiseRange.high} if groups of twins are independent, and not bounded from above if they are clustered by organisation and lineage: the claim holds only if that is so with both of these ends, and otherwise cannot be told, because a larger factor leaves fewer labels the same.`,
    figure: 'carbon-labels',
    statistics: [
      'carbon_labels.sure_low.share',
      'carbon_labels.sure_high.share',
      'carbon_labels.sure.share',
      'carbon_labels.sure_typical.share',
      'carbon_labels.count',
    ],
    judge(of) {
      const [low, high] = [
        below(of('carbon_labels.sure_low.share'), 0.1),
        below(of('carbon_labels.sure_high.share'), 0.1),
      ];
      return low === 'holds' && high === 'holds' ? 'holds' : 'open';
    },
    evidence: `Of {carbon_labels.count|label|labels} {carbon_labels.sure.share interval} would be the same; with ${carbonNoiseRange.low} in place of ${carbonNoise}, {carbon_labels.sure_low.share interval} would, with ${carbonNoiseRange.high}, {carbon_labels.sure_high.share interval}, and with the factor by which twins typically differ, taken as known, {carbon_labels.sure_typical.share interval}.`,
  },
];
