import type { Claim, Known, Verdict } from '../claim.ts';

const averages = ['mean', 'median', 'pooled'] as const;

/** Whether an estimate lies above a bound: with its interval, in its value alone, or not. */
function above({ value, low }: Known, bound: number): Verdict {
  if (low > bound) return 'holds';
  return value > bound ? 'qualified' : 'fails';
}

/** Whether the 95 % intervals of two estimates share a value. */
const overlap = (a: Known, b: Known): boolean => a.low <= b.high && b.low <= a.high;

/** What the report claims of Mixture of Experts. */
export const moeClaims: readonly Claim[] = [
  {
    id: 'moe-flag-misleads',
    by: 'report',
    sentence: 'The MoE flag is not a list of the MoE models.',
    test: 'Some runs have the flag without an MoE architecture, and some have the architecture without the flag.',
    figure: 'moe-flag-audit',
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
  {
    id: 'moe-on-par-with-fine-tuned',
    by: 'seed',
    sentence: 'In score per carbon, MoE models are on par with fine-tuned ones.',
    test: 'The 95 % intervals of score per kg CO₂ of MoE models and of dense models that are not of official providers, which the seed calls fine-tuned, overlap on the mean, the median and the pooled ratio. It holds with a qualification if they do on some.',
    figure: 'moe-co2-efficiency',
    statistics: ['moe', 'community'].flatMap((kind) =>
      averages.map((average) => `score_per_kg.${kind}.${average}`),
    ),
    judge(of) {
      const alike = averages.filter((average) =>
        overlap(of(`score_per_kg.moe.${average}`), of(`score_per_kg.community.${average}`)),
      );
      if (alike.length === averages.length) return 'holds';
      return alike.length > 0 ? 'qualified' : 'fails';
    },
    evidence:
      'Points per kg CO₂, MoE against community: mean {score_per_kg.moe.mean interval} and {score_per_kg.community.mean interval}, median {score_per_kg.moe.median interval} and {score_per_kg.community.median interval}, pooled {score_per_kg.moe.pooled interval} and {score_per_kg.community.pooled interval}.',
  },
  {
    id: 'moe-cannot-be-judged',
    by: 'seed',
    conclusion: 4,
    sentence: 'The parameter counts of MoE models mix total and active parameters, so MoE cannot be judged.',
    test: 'The table records totals only. The claim does not hold if the active size is known for more than nine in ten MoE models, interval included; it holds with a qualification if for more than half; it holds otherwise.',
    figure: 'moe-active-parameters',
    statistics: ['moe.active_known.share', 'moe.active_known.count', 'moe.active_unknown.count'],
    judge(of) {
      const { value, low } = of('moe.active_known.share');
      if (low > 0.9) return 'fails';
      return value > 0.5 ? 'qualified' : 'holds';
    },
    evidence:
      'The active size is known for {moe.active_known.count} MoE models, {moe.active_known.share interval}, and unknown for {moe.active_unknown.count}.',
  },
  {
    id: 'moe-below-total-size',
    by: 'report',
    sentence: 'MoE models score below dense models of the same total size and age.',
    test: 'The mean difference from the dense models nearest in total size, of those uploaded within half a year, is below zero, interval included. It holds with a qualification if only the value is.',
    figure: 'moe-active-parameters',
    statistics: ['moe.gap.total.mean', 'moe.gap.total.median'],
    judge(of) {
      const { value, high } = of('moe.gap.total.mean');
      if (high < 0) return 'holds';
      return value < 0 ? 'qualified' : 'fails';
    },
    evidence:
      'The mean difference is {moe.gap.total.mean interval} points, the median {moe.gap.total.median interval}.',
  },
  {
    id: 'moe-beats-active-size',
    by: 'report',
    sentence: 'MoE models score above dense models of the same active size and age.',
    test: 'The mean difference from the dense models nearest to the active size, of those uploaded within half a year, is above zero, interval included. It holds with a qualification if only the value is. Active sizes are those of the review.',
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
    test: 'The ratio of its CO₂ to the median of the dense models nearest to its active size, of those uploaded within half a year, is above one in the geometric mean, interval included. It holds with a qualification if only the value is. Active sizes are those of the review.',
    figure: 'moe-active-parameters',
    statistics: ['moe.co2_fold.active', 'moe.co2_fold.total'],
    judge: (of) => above(of('moe.co2_fold.active'), 1),
    evidence:
      'The CO₂ is {moe.co2_fold.active interval} times that of dense models of the active size, and {moe.co2_fold.total interval} times that of dense models of the total size.',
  },
];
