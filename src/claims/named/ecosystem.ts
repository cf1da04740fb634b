import { benchmarkTitles, benchmarks } from '../../dataset/benchmarks.ts';
import { moderateHhi } from '../../statistics/named/concentration.ts';
import { survivalLevels } from '../../statistics/named/survivorship.ts';
import { scoreTargets } from '../../statistics/named/size-for-score.ts';
import { paperPace } from '../../statistics/named/capacity-density.ts';
import { above, below, every, exactly, type Claim } from '../claim.ts';

const sizes = ['small', 'medium', 'large'] as const;
const others = ['small', 'large'] as const;

/** What the report claims of time, of those who hand models in, and of what is known of the models. */
export const ecosystemClaims: readonly Claim[] = [
  {
    id: 'medium-rose-fastest',
    by: 'report',
    sentence:
      'The scores of medium models rose faster with the day of submission than those of small and large ones.',
    test: 'The slope of the average score on the day of submission of medium models, less that of small and less that of large ones, is above zero.',
    figure: 'frontier-over-time',
    statistics: [
      ...sizes.map((size) => `frontier.${size}.typical_gain`),
      ...others.map((size) => `frontier.medium.lead.${size}`),
    ],
    judge: (of) => every(others.map((size) => above(of(`frontier.medium.lead.${size}`), 0))),
    evidence:
      'Points per quarter of a year: small {frontier.small.typical_gain interval}, medium {frontier.medium.typical_gain interval}, large {frontier.large.typical_gain interval}; medium less small {frontier.medium.lead.small interval}, less large {frontier.medium.lead.large interval}.',
  },
  {
    id: 'records-beyond-chance',
    by: 'report',
    sentence: 'The best score was beaten on more days than the growth of the table alone would give.',
    test: 'In each size class more days set a record than in 95 of 100 tables in which the same scores came in any order. It does not hold if in a class fewer days did than in 95 of 100.',
    figure: 'frontier-over-time',
    statistics: sizes.flatMap((size) => [`frontier.${size}.records`, `frontier.${size}.records_by_chance`]),
    judge: (of) =>
      every(
        sizes.map((size) => {
          const { value } = of(`frontier.${size}.records`);
          const { low, high } = of(`frontier.${size}.records_by_chance`);
          if (value > high) return 'holds';
          return value < low ? 'fails' : 'open';
        }),
      ),
    evidence:
      'Days with a record, and how many chance would set: small {frontier.small.records} and {frontier.small.records_by_chance interval}, medium {frontier.medium.records} and {frontier.medium.records_by_chance interval}, large {frontier.large.records} and {frontier.large.records_by_chance interval}.',
  },
  {
    id: 'last-rises-within-chance',
    by: 'report',
    sentence:
      'On most benchmarks the last rise of the best result is no larger than the luck of the best of many.',
    test: 'On at least four of the six, the last rise of the best score, in standard errors that the questions give the best before, is at most what the largest of as many errors reaches in 95 of 100 cases as models came since.',
    figure: 'headroom',
    statistics: benchmarks.flatMap((name) => [
      `headroom.${name}.last_gain_errors`,
      `headroom.${name}.errors_by_chance`,
    ]),
    judge(of) {
      const within = benchmarks.filter(
        (name) =>
          of(`headroom.${name}.last_gain_errors`).value <= of(`headroom.${name}.errors_by_chance`).value,
      );
      return exactly(within.length >= 4);
    },
    evidence: `Standard errors of the last rise, and what chance reaches: ${benchmarks
      .map(
        (name) =>
          `${benchmarkTitles[name]} {headroom.${name}.last_gain_errors} and {headroom.${name}.errors_by_chance}`,
      )
      .join(', ')}.`,
  },
  {
    id: 'sizes-kept-halving',
    by: 'report',
    sentence:
      'The size that a score needs at least halved while the leaderboard ran, for 20, 30 and 40 points alike.',
    test: 'For each of the three averages, the smallest model that had reached it by the end of the first month that had one is at least twice as large as the smallest by the end of the table. Models with a caution do not count.',
    figure: 'size-for-score',
    statistics: scoreTargets.flatMap((target) => [
      `size_for_score.${target}.first`,
      `size_for_score.${target}.last`,
      `size_for_score.${target}.fold`,
    ]),
    judge: (of) =>
      every(scoreTargets.map((target) => exactly(of(`size_for_score.${target}.fold`).value >= 2))),
    evidence: `Billions of parameters, at the end of the first month and of the table: ${scoreTargets
      .map(
        (target) => `${target} points {size_for_score.${target}.first} and {size_for_score.${target}.last}`,
      )
      .join(', ')}.`,
  },
  {
    id: 'density-grew',
    by: 'report',
    sentence: 'Pretrained models came to hold more ability in a parameter.',
    test: 'The slope of the binary logarithm of capacity density on the day of upload, over the pretrained models that the reference measures, is above zero.',
    figure: 'capacity-density',
    statistics: ['density.typical.doublings', 'density.typical.months', 'density.models', 'density.below'],
    judge: (of) => above(of('density.typical.doublings'), 0),
    evidence:
      'Density doubled {density.typical.doublings interval} times a year, that is in {density.typical.months interval} months, over {density.models|model|models}; {density.below} more score below the smallest of the reference, have no density and are left out.',
  },
  {
    id: 'density-doubles-as-reported',
    by: 'report',
    sentence: 'The highest capacity density doubled at the pace that the paper reports.',
    test: 'The slope of the line through the records of density of pretrained models over 1 B lies between 0.8 and 1.25 times a doubling in 3.5 months. It does not hold where the whole interval lies outside.',
    figure: 'capacity-density',
    statistics: ['density.frontier.doublings', 'density.frontier_over_1b.doublings'],
    judge(of) {
      const pace = of('density.frontier_over_1b.doublings');
      return every([above(pace, 0.8 * paperPace), below(pace, 1.25 * paperPace)]);
    },
    evidence: `Doublings per year along the records: {density.frontier_over_1b.doublings interval} over 1 B, {density.frontier.doublings} among all sizes; the paper reports ${paperPace.toFixed(1)}.`,
  },
  {
    id: 'few-pairs-told-apart',
    by: 'report',
    sentence: 'Most of the models with the best averages cannot be told from each other by them.',
    test: 'Of the pairs among the models with the best averages, at most fifty of them, fewer than half can be told apart: their averages differ by more than the error of the questions of both, by Holm’s procedure over all pairs.',
    figure: 'rank-robustness',
    statistics: [
      'ranks.pairs.told_apart',
      'ranks.pairs.count',
      'ranks.pairs.told_apart_share',
      'ranks.top.count',
      'ranks.first.not_told',
    ],
    judge: (of) => exactly(of('ranks.pairs.told_apart_share').value < 0.5),
    evidence:
      'Of {ranks.pairs.count|pair|pairs} of {ranks.top.count|model|models} {ranks.pairs.told_apart} can be told apart; {ranks.first.not_told|model|models} cannot be told from the best in the same family of comparisons.',
  },
  {
    id: 'submissions-not-concentrated',
    by: 'report',
    sentence: 'The models of the table are not concentrated in few organisations.',
    test: `The Herfindahl–Hirschman index of models over organisations is below ${moderateHhi}, where antitrust authorities begin to call a market moderately concentrated.`,
    figure: 'concentration',
    statistics: ['orgs.hhi', 'orgs.gini', 'orgs.top10_share'],
    judge: (of) => exactly(of('orgs.hhi').value < moderateHhi),
    evidence:
      'The index is {orgs.hhi}, the Gini coefficient {orgs.gini}, and the ten busiest organisations sent {orgs.top10_share} of the models.',
  },
  {
    id: 'qwen-rose',
    by: 'report',
    sentence: 'The share of models with a Qwen architecture rose while the leaderboard ran.',
    test: 'The share among models submitted in the first quarter of 2025, less that among models submitted in the third of 2024, is above zero. What counts as independent are organisations and lineages, over both quarters together, and not models or months.',
    figure: 'family-shares',
    fixedBy: ['Family'],
    statistics: ['families.qwen.share.2024_q3', 'families.qwen.share.2025_q1', 'families.qwen.rise'],
    judge: (of) => above(of('families.qwen.rise'), 0),
    evidence:
      '{families.qwen.share.2024_q3 interval} of the models of the third quarter of 2024 and {families.qwen.share.2025_q1 interval} of those of the first of 2025, a rise of {families.qwen.rise interval} percentage points.',
  },
  {
    id: 'official-better-documented',
    by: 'report',
    sentence: 'Official models are better documented than community models.',
    test: 'The share of official models whose licence is known, less that of community models, is above zero, among all models and among those still on the Hub.',
    figure: 'documentation',
    statistics: ['license', 'license_on_hub'].flatMap((item) => [
      `documented.${item}.official`,
      `documented.${item}.community`,
      `documented.${item}.lead`,
    ]),
    judge: (of) =>
      every(['license', 'license_on_hub'].map((item) => above(of(`documented.${item}.lead`), 0))),
    evidence:
      'With a licence: {documented.license.official interval} of official and {documented.license.community interval} of community models, a difference of {documented.license.lead interval} percentage points; among those still on the Hub {documented.license_on_hub.official interval} and {documented.license_on_hub.community interval}, {documented.license_on_hub.lead interval} percentage points.',
  },
  {
    id: 'community-models-vanish',
    by: 'report',
    sentence: 'A larger share of community models than of official ones is gone from the Hub.',
    test: 'The share of community models that are gone from the Hub, less that of official models, is above zero.',
    figure: 'survivorship',
    statistics: [
      'survivorship.gone.official',
      'survivorship.gone.community',
      'survivorship.gone.lead',
      'survivorship.gone.size_month',
    ],
    judge: (of) => above(of('survivorship.gone.lead'), 0),
    beside: { hub: 'The claim is about models that are gone, and none of them is left.' },
    evidence:
      'Gone are {survivorship.gone.official interval} of the official and {survivorship.gone.community interval} of the community models, a difference of {survivorship.gone.lead interval} percentage points; at the same size and month of submission it is {survivorship.gone.size_month interval}.',
  },
  {
    id: 'better-ones-stay',
    by: 'report',
    sentence: 'Of the community models the better ones stay on the Hub.',
    test: 'The average of community models still on the Hub, less that of those gone, at the same size and month of submission, is above zero.',
    figure: 'survivorship',
    statistics: survivalLevels.map(({ id }) => `survivorship.kept.${id}`),
    judge: (of) => above(of('survivorship.kept.size_month'), 0),
    beside: { hub: 'The claim compares with models that are gone, and none of them is left.' },
    evidence:
      'Models kept are {survivorship.kept.raw interval} points above those gone, {survivorship.kept.size interval} at the same size and {survivorship.kept.size_month interval} at the same size and month.',
  },
];
