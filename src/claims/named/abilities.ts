import { benchmarks } from '../../dataset/benchmarks.ts';
import { leads } from '../../statistics/named/specialists.ts';
import { above, every, exactly, type Claim } from '../claim.ts';

const explained = (name: string) => `benchmarks.explained.${name}`;
const lead = ([low, high]: (typeof leads)[number]) => `benchmarks.explained.lead.${low}.${high}`;

/** What is claimed of the abilities that the benchmarks measure. */
export const abilityClaims: readonly Claim[] = [
  {
    id: 'one-axis-dominates',
    by: 'report',
    sentence: 'One axis carries more than half of what the six benchmarks say of a model.',
    test: 'The share of the variance of the six scores on their first principal component is above one half.',
    figure: 'ability-map',
    statistics: ['benchmarks.pc1_share'],
    judge: (of) => above(of('benchmarks.pc1_share'), 0.5),
    evidence: '{benchmarks.pc1_share interval} of the variance of the scores.',
  },
  {
    id: 'two-benchmarks-apart',
    by: 'report',
    sentence: 'IFEval and MuSR are the two benchmarks that the others say least about.',
    test: 'The share of the variance of a raw result that the other five explain is lower for IFEval and for MuSR than for each of the other four: all eight differences are above zero.',
    figure: 'benchmark-correlation',
    statistics: [...benchmarks.map(explained), ...leads.map(lead)],
    judge: (of) => every(leads.map((pair) => above(of(lead(pair)), 0))),
    evidence:
      'Share of variance that the other five explain: IFEval {benchmarks.explained.ifeval interval}, MuSR {benchmarks.explained.musr interval}, MATH {benchmarks.explained.math interval}, GPQA {benchmarks.explained.gpqa interval}, BBH {benchmarks.explained.bbh interval}, MMLU-Pro {benchmarks.explained.mmlu_pro interval}.',
  },
  {
    id: 'dig-for-specialists',
    by: 'notebook',
    conclusion: 5,
    sentence:
      'The table should be dug for specialists, models that do far better at one task than their other results suggest.',
    test: 'On at least one benchmark, at least one model is further above what its other five results suggest than the largest of all models on all six would be by the noise of the questions, and than it would be by the scatter of all models, 95 times in 100.',
    figure: 'specialists',
    statistics: benchmarks.map((name) => `specialists.${name}.count`),
    judge: (of) => exactly(benchmarks.some((name) => of(`specialists.${name}.count`).value > 0)),
    evidence:
      'Models beyond both bars: IFEval {specialists.ifeval.count}, BBH {specialists.bbh.count}, MATH {specialists.math.count}, GPQA {specialists.gpqa.count}, MuSR {specialists.musr.count}, MMLU-Pro {specialists.mmlu_pro.count}.',
  },
  {
    id: 'merge-tail-above-pretrained',
    by: 'report',
    sentence: 'Even a merge that nine in ten merges surpass scores above the pretrained model in the middle.',
    test: 'The 10th percentile of the average of merges less the median of pretrained models is above zero.',
    figure: 'type-profile',
    statistics: [
      'profile.merge.average.p10',
      'profile.pretrained.average.median',
      'profile.merge.average.p10_lead',
    ],
    judge: (of) => above(of('profile.merge.average.p10_lead'), 0),
    evidence:
      'Merges have a 10th percentile of {profile.merge.average.p10 interval} points, pretrained models a median of {profile.pretrained.average.median interval}; the difference is {profile.merge.average.p10_lead interval}.',
  },
];
