import { above, below, every, exactly, type Claim, type Known, type Verdict } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;

/** That a difference is none to speak of: holds where its interval lies within the margin, fails where it excludes zero. */
function onPar({ low, high }: Known, margin: number): Verdict {
  if (low > 0 || high < 0) return 'fails';
  return low > -margin && high < margin ? 'holds' : 'open';
}

/** What the report claims of Mixture of Experts. */
export const moeClaims: readonly Claim[] = [
  {
    id: 'moe-flag-misleads',
    by: 'report',
    sentence: 'The MoE flag is not a list of the MoE models.',
    test: 'Some runs have the flag without an MoE architecture, and some have the architecture without the flag.',
    figure: 'moe-flag-audit',
    fixedBy: ['Design'],
    looksThrough: {
      what: 'runs that have the flag, the architecture or both',
      count: (of) => of('moe.flagged') + of('moe.architecture') - of('moe.both'),
    },
    statistics: ['moe.flagged', 'moe.architecture', 'moe.both', 'moe.reviewed'],
    judge(of) {
      const [flagged, architecture, both] = ['moe.flagged', 'moe.architecture', 'moe.both'].map(
        (id) => of(id).value,
      );
      return exactly(both! < flagged! && both! < architecture!);
    },
    evidence:
      'The flag marks {moe.flagged|run|runs}, the architecture {moe.architecture}, both {moe.both}; on review {moe.reviewed|model is|models are} MoE.',
  },
  {
    id: 'moe-on-par-with-fine-tuned',
    by: 'notebook',
    sentence: 'In score per carbon, MoE models are on par with fine-tuned ones.',
    test: 'Score per kg CO₂ of MoE models less that of dense models that are not of official providers, which the notebook calls fine-tuned, lies within a fifth of what the dense ones have, in the mean, the median and the pooled ratio. It does not hold if one of the differences is above or below zero with its interval.',
    figure: 'moe-co2-efficiency',
    statistics: [
      ...['moe', 'community'].flatMap((kind) => averages.map((average) => `score_per_kg.${kind}.${average}`)),
      ...averages.map((average) => `score_per_kg.difference.${average}`),
    ],
    judge: (of) =>
      every(
        averages.map((average) =>
          onPar(of(`score_per_kg.difference.${average}`), of(`score_per_kg.community.${average}`).value / 5),
        ),
      ),
    evidence:
      'Points per kg CO₂, MoE against community: mean {score_per_kg.moe.mean interval} and {score_per_kg.community.mean interval}, a difference of {score_per_kg.difference.mean interval}; median {score_per_kg.moe.median interval} and {score_per_kg.community.median interval}, {score_per_kg.difference.median interval}; pooled {score_per_kg.moe.pooled interval} and {score_per_kg.community.pooled interval}, {score_per_kg.difference.pooled interval}.',
  },
  {
    id: 'moe-cannot-be-judged',
    by: 'notebook',
    conclusion: 4,
    sentence: 'The parameter counts of MoE models mix total and active parameters, so MoE cannot be judged.',
    test: 'The table records the total size of an MoE model. The claim does not hold if MoE models can be compared with dense ones of that size and age: if the mean difference of score is above or below zero. Otherwise it cannot be told.',
    figure: 'moe-active-parameters',
    statistics: [
      'moe.gap.total.mean',
      'moe.all_active.count',
      'moe.active_known.count',
      'moe.active_unknown.count',
    ],
    judge(of) {
      const { low, high } = of('moe.gap.total.mean');
      return low > 0 || high < 0 ? 'fails' : 'open';
    },
    evidence:
      'At the recorded size MoE models differ from dense ones of their age by {moe.gap.total.mean interval} points. The active size is known for {moe.active_known.count|MoE model|MoE models}, and is the recorded one in {moe.all_active.count}; it is unknown for {moe.active_unknown.count}.',
  },
  {
    id: 'moe-below-total-size',
    by: 'report',
    sentence: 'MoE models score below dense models of the same total size and age.',
    test: 'The mean difference from dense models of the same total size, of those uploaded within half a year, is below zero.',
    figure: 'moe-active-parameters',
    statistics: ['moe.gap.total.mean', 'moe.gap.total.median'],
    judge: (of) => below(of('moe.gap.total.mean'), 0),
    evidence:
      'The mean difference is {moe.gap.total.mean interval} points, the median {moe.gap.total.median interval}.',
  },
  {
    id: 'moe-beats-active-size',
    by: 'report',
    sentence: 'MoE models score above dense models of the same active size and age.',
    test: 'The mean difference from dense models of the active size, of those uploaded within half a year, is above zero. Active sizes are those of the review.',
    figure: 'moe-active-parameters',
    statistics: ['moe.gap.active.mean', 'moe.gap.active.median'],
    judge: (of) => above(of('moe.gap.active.mean'), 0),
    evidence:
      'The mean difference is {moe.gap.active.mean interval} points, the median {moe.gap.active.median interval}.',
  },
  {
    id: 'moe-carbon-exceeds-active',
    by: 'report',
    sentence: 'An MoE model costs more carbon to evaluate than a dense one of its active size and age.',
    test: 'The ratio of its CO₂ to the median of the dense models of its active size, of those uploaded within half a year, is above one in the geometric mean. Active sizes are those of the review.',
    figure: 'moe-active-parameters',
    statistics: ['moe.co2_fold.active', 'moe.co2_fold.total'],
    judge: (of) => above(of('moe.co2_fold.active'), 1),
    evidence:
      'The CO₂ is {moe.co2_fold.active interval} times that of dense models of the active size, and {moe.co2_fold.total interval} times that of dense models of the total size.',
  },
  {
    id: 'moe-worth-less-than-total',
    by: 'report',
    sentence: 'An MoE model scores like a dense model of its age that is smaller than its total size.',
    test: 'The size at which dense models uploaded within half a year score as it does, divided by its total size, is below one in the geometric mean.',
    figure: 'efficiency-leverage',
    statistics: ['leverage.total.mean', 'leverage.total.median'],
    judge: (of) => below(of('leverage.total.mean'), 1),
    evidence:
      'The dense size is {leverage.total.mean interval} times the total size in the geometric mean, {leverage.total.median interval} in the median.',
  },
  {
    id: 'moe-worth-more-than-active',
    by: 'report',
    sentence: 'An MoE model scores like a dense model of its age that is larger than its active size.',
    test: 'The same size, divided by the active size, is above one in the geometric mean. Active sizes are those of the review.',
    figure: 'efficiency-leverage',
    statistics: ['leverage.active.mean', 'leverage.active.median', 'leverage.active.routed.mean'],
    judge: (of) => above(of('leverage.active.mean'), 1),
    evidence:
      'The dense size is {leverage.active.mean interval} times the active size in the geometric mean, {leverage.active.median interval} in the median, and {leverage.active.routed.mean interval} among models that leave weights idle.',
  },
];
