import { above, below, every, exactly, type Claim } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;
const sizes = ['small', 'medium', 'large'] as const;
const falls = ['small_medium', 'medium_large'].flatMap((step) =>
  averages.map((average) => `score_per_b.difference.${step}.${average}`),
);
const bands = ['gain.1_to_3b', 'gain.3_to_9b'];

/** What the report claims of size and score. */
export const sizeClaims: readonly Claim[] = [
  {
    id: 'score-per-parameter-diminishes',
    by: 'notebook',
    conclusion: 1,
    sentence: 'The score that a model shows per parameter diminishes with size.',
    test: 'The mean, the median and the pooled ratio of score to parameters each fall from small to medium and from medium to large models: all six differences are above zero.',
    figure: 'score-per-parameter-by-size',
    statistics: [
      ...sizes.flatMap((size) => averages.map((average) => `score_per_b.${size}.${average}`)),
      ...falls,
    ],
    judge: (of) => every(falls.map((id) => above(of(id), 0))),
    evidence:
      'Median score per billion parameters: small {score_per_b.small.median interval}, medium {score_per_b.medium.median interval}, large {score_per_b.large.median interval}.',
  },
  {
    id: 'bigger-scores-higher',
    by: 'report',
    sentence: 'Bigger models score higher on average.',
    test: 'The slope of the average score on log₂ of parameters is above zero.',
    figure: 'score-by-size',
    statistics: ['scaling.points_per_doubling'],
    judge: (of) => above(of('scaling.points_per_doubling'), 0),
    evidence: '{scaling.points_per_doubling interval} points per doubling of parameters.',
  },
  {
    id: 'size-raises-ceiling-more-than-floor',
    by: 'report',
    sentence: 'The ceiling of the score rises more with size than its floor.',
    test: 'The slope on log₂ of parameters of the line of the 90th percentile of the average score, less that of the 10th percentile, is above zero.',
    figure: 'score-by-size',
    statistics: [
      'scaling.points_per_doubling.p10',
      'scaling.points_per_doubling.p90',
      'scaling.points_per_doubling.p90_lead',
    ],
    judge: (of) => above(of('scaling.points_per_doubling.p90_lead'), 0),
    evidence:
      'Points per doubling of parameters: {scaling.points_per_doubling.p90 interval} at the 90th percentile, {scaling.points_per_doubling.p10 interval} at the 10th, a difference of {scaling.points_per_doubling.p90_lead interval}.',
  },
  {
    id: 'size-explains-less-than-half',
    by: 'report',
    sentence: 'Size explains less than half of the differences in score.',
    test: 'The share of the variance of the average score that log size explains is below one half.',
    figure: 'score-by-size',
    statistics: ['scaling.r2'],
    judge: (of) => below(of('scaling.r2'), 0.5),
    evidence: 'Size explains {scaling.r2 interval} of the variance.',
  },
  {
    id: 'doubling-brings-little-below-1b',
    by: 'report',
    sentence: 'A doubling of parameters goes with less below one billion than above.',
    test: 'The slope of the average score on log₂ of parameters among models over 1 and up to 3 B, and that among models over 3 and up to 9 B, each less the slope among models up to 1 B, are above zero.',
    figure: 'gain-per-doubling',
    statistics: ['gain.under_1b', ...bands.flatMap((band) => [band, `${band}.lead`])],
    judge: (of) => every(bands.map((band) => above(of(`${band}.lead`), 0))),
    evidence:
      'Points per doubling: {gain.under_1b interval} up to 1 B; {gain.1_to_3b interval} over 1 and up to 3 B, {gain.1_to_3b.lead interval} more; {gain.3_to_9b interval} over 3 and up to 9 B, {gain.3_to_9b.lead interval} more.',
  },
  {
    id: 'next-size-can-lose',
    by: 'report',
    sentence:
      'Within an official family a larger model can score lower on a benchmark by more than its questions explain.',
    test: 'Of all results of single benchmarks compared over a step to the next size of an official family, at least one falls beyond the binomial error of both results that allows for the number of comparisons.',
    figure: 'family-ladders',
    looksThrough: {
      what: 'steps from one size of an official family to the next',
      count: (of) => of('ladders.steps'),
    },
    statistics: [
      'ladders.benchmark_falls.corrected',
      'ladders.comparisons',
      'ladders.falls',
      'ladders.steps',
    ],
    judge: (of) => exactly(of('ladders.benchmark_falls.corrected').value > 0),
    evidence:
      'Beyond the corrected error fall {ladders.benchmark_falls.corrected} of {ladders.comparisons|result|results}; the average falls in {ladders.falls} of {ladders.steps|step|steps}.',
  },
  {
    id: 'others-foretell-largest',
    by: 'report',
    sentence:
      'The slope of other families foretells the largest model of a family better than the line of its own smaller models.',
    test: 'The mean distance of the largest model from the score that the next smaller one and the common slope of the other families give, less its mean distance from the line of the smaller models of its family, is below zero.',
    figure: 'family-slopes',
    statistics: ['ladders.top.borrowed_error', 'ladders.top.own_error', 'ladders.top.lead'],
    judge: (of) => below(of('ladders.top.lead'), 0),
    evidence:
      'Mean distance {ladders.top.borrowed_error interval} points with the slope of others, {ladders.top.own_error interval} with its own line, a difference of {ladders.top.lead interval}.',
  },
  {
    id: 'maker-beyond-the-rest',
    by: 'report',
    sentence:
      'Who made a model says something of its score that its size, architecture, month, type, question format and kind of provider do not.',
    test: 'The variance between organisations, in what a fit on the other six leaves, is above one twentieth of the variance of the average.',
    figure: 'variance-shares',
    statistics: ['variance_shares.organisation', 'variance_shares.all', 'variance_shares.size'],
    judge: (of) => above(of('variance_shares.organisation'), 0.05),
    evidence:
      'The six explain {variance_shares.all interval} of the variance, size alone has {variance_shares.size interval}; {variance_shares.organisation interval} lies between organisations in the rest.',
  },
];
