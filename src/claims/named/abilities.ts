import { benchmarks } from '../../dataset/benchmarks.ts';
import { leads } from '../../statistics/named/specialists.ts';
import { above, below, every, exactly, type Claim } from '../claim.ts';

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
    id: 'types-meet-at-worst',
    by: 'report',
    sentence:
      'What merges lead pretrained models by in the middle is gone, or nearly, in the worst twentieth of both.',
    test: 'The lead of merges in the median less their lead in the mean of the worst twentieth is above zero, and the lead in the worst twentieth is below 3 points.',
    figure: 'type-tails',
    statistics: ['tails.merge.lead.median', 'tails.merge.lead.cvar5', 'tails.merge.lead.lost'],
    judge: (of) => every([above(of('tails.merge.lead.lost'), 0), below(of('tails.merge.lead.cvar5'), 3)]),
    evidence:
      'Merges lead by {tails.merge.lead.median interval} points in the median and by {tails.merge.lead.cvar5 interval} in the worst twentieth; the difference is {tails.merge.lead.lost interval}.',
  },
];
