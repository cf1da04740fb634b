import { benchmarks } from '../../dataset/benchmarks.ts';
import { clearlyBelow, type Claim } from '../claim.ts';

/** Benchmarks that the report says stand apart from the others. */
const apart: readonly string[] = ['ifeval', 'musr'];
const explained = (name: string) => `benchmarks.explained.${name}`;

/** What is claimed of the abilities that the benchmarks measure. */
export const abilityClaims: readonly Claim[] = [
  {
    id: 'one-axis-dominates',
    by: 'report',
    sentence: 'One axis carries more than half of what the six benchmarks say of a model.',
    test: 'The share of the variance of the six scores on their first principal component is above one half, interval included. It holds with a qualification if only the share itself is.',
    figure: 'ability-map',
    statistics: ['benchmarks.pc1_share'],
    judge(of) {
      const { value, low } = of('benchmarks.pc1_share');
      if (low > 0.5) return 'holds';
      return value > 0.5 ? 'qualified' : 'fails';
    },
    evidence: '{benchmarks.pc1_share interval} of the variance of the scores.',
  },
  {
    id: 'two-benchmarks-apart',
    by: 'report',
    sentence: 'IFEval and MuSR are the two benchmarks that the others say least about.',
    test: 'The share of the variance of a raw result that the other five explain is lower for IFEval and for MuSR than for each of the other four, intervals apart. It holds with a qualification if only the shares themselves are in that order.',
    figure: 'benchmark-correlation',
    statistics: benchmarks.map(explained),
    judge(of) {
      const others = benchmarks.filter((name) => !apart.includes(name));
      const pairs = apart.flatMap((low) =>
        others.map((high) => [of(explained(low)), of(explained(high))] as const),
      );
      if (pairs.every(([low, high]) => clearlyBelow(low, high))) return 'holds';
      return pairs.every(([low, high]) => low.value < high.value) ? 'qualified' : 'fails';
    },
    evidence:
      'Share of variance that the other five explain: IFEval {benchmarks.explained.ifeval interval}, MuSR {benchmarks.explained.musr interval}, MATH {benchmarks.explained.math interval}, GPQA {benchmarks.explained.gpqa interval}, BBH {benchmarks.explained.bbh interval}, MMLU-Pro {benchmarks.explained.mmlu_pro interval}.',
  },
  {
    id: 'dig-for-specialists',
    by: 'seed',
    conclusion: 5,
    sentence:
      'The table should be dug for specialists, models that do far better at one task than their other results suggest.',
    test: 'On a benchmark, at least one model is further above what its other five results suggest than the largest of all models on all six would be by the noise of the questions, and than it would be by the scatter of all models, 95 times in 100. It holds if this is so on all six benchmarks, with a qualification if on some.',
    figure: 'specialists',
    statistics: benchmarks.map((name) => `specialists.${name}.count`),
    judge(of) {
      const found = benchmarks.filter((name) => of(`specialists.${name}.count`).value > 0);
      if (found.length === benchmarks.length) return 'holds';
      return found.length > 0 ? 'qualified' : 'fails';
    },
    evidence:
      'Models beyond both bars: IFEval {specialists.ifeval.count}, BBH {specialists.bbh.count}, MATH {specialists.math.count}, GPQA {specialists.gpqa.count}, MuSR {specialists.musr.count}, MMLU-Pro {specialists.mmlu_pro.count}.',
  },
  {
    id: 'merge-tail-above-pretrained',
    by: 'report',
    sentence: 'Even a merge that nine in ten merges surpass scores above the pretrained model in the middle.',
    test: 'The 10th percentile of the average of merges is above the median of pretrained models, intervals apart. It holds with a qualification if only the values are.',
    figure: 'type-profile',
    statistics: ['profile.merge.average.p10', 'profile.pretrained.average.median'],
    judge(of) {
      const [tail, middle] = [of('profile.merge.average.p10'), of('profile.pretrained.average.median')];
      if (clearlyBelow(middle, tail)) return 'holds';
      return middle.value < tail.value ? 'qualified' : 'fails';
    },
    evidence:
      'Merges have a 10th percentile of {profile.merge.average.p10 interval} points, pretrained models a median of {profile.pretrained.average.median interval}.',
  },
];
