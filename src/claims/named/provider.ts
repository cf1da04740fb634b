import { above, below, every, exactly, noGain, type Claim } from '../claim.ts';

/** A mean whose interval stays below this many points is no gain that anyone would notice. */
const margin = 1;

const ratioMeasures = ['points_per_kg', 'score_per_b'] as const;
const averages = ['mean', 'median'] as const;

/** What the seed and the report claim of official providers, of others and of fine-tuning. */
export const providerClaims: readonly Claim[] = [
  {
    id: 'list-says-no-type',
    by: 'report',
    sentence: 'Whether a provider is on the official list does not say how its models were made.',
    test: 'More than half of the official models are fine-tuned, chat or merged, and some models of other providers are pretrained.',
    figure: 'provider-counts',
    fixedBy: ['Type'],
    statistics: [
      'provider.official.tuned_share',
      'provider.community.pretrained.count',
      'provider.community.tuned_share',
    ],
    judge: (of) =>
      every([
        above(of('provider.official.tuned_share'), 0.5),
        exactly(of('provider.community.pretrained.count').value > 0),
      ]),
    evidence:
      '{provider.official.tuned_share interval} of the official models are fine-tuned, chat or merged, {provider.community.tuned_share interval} of the others; {provider.community.pretrained.count|of the others is|of the others are} pretrained.',
  },
  {
    id: 'community-beats-official',
    by: 'notebook',
    conclusion: 3,
    sentence:
      'Fine-tuned models consistently outperform official ones in CO₂ efficiency, score and parameter efficiency.',
    test: 'Each of the three is tested twice. Between the groups, official models lie below the others in score at the same size and month of submission; the mean and the median of score per kg CO₂ and of score per billion parameters of community models less those of official ones are above zero; and at the same size, type, question format and month official models take more CO₂. Between pairs, community children lie above their own official root on the mean over pairs; in a pair the ratio of scores stands for parameter efficiency, because a child has the size of its root. The claim holds if all three pass both tests.',
    figure: 'controls',
    statistics: [
      'controls.official.size_month',
      'controls.official.co2.all',
      ...ratioMeasures.flatMap((measure) =>
        averages.map((average) => `provider.difference.${measure}.${average}`),
      ),
      'pairs.community_child.average.mean',
      'pairs.community_child.points_per_kg_fold',
      'pairs.community_child.score_fold',
    ],
    judge: (of) =>
      every([
        below(of('controls.official.size_month'), 0),
        above(of('controls.official.co2.all'), 1),
        ...ratioMeasures.flatMap((measure) =>
          averages.map((average) => above(of(`provider.difference.${measure}.${average}`), 0)),
        ),
        above(of('pairs.community_child.average.mean'), 0),
        above(of('pairs.community_child.points_per_kg_fold'), 1),
        above(of('pairs.community_child.score_fold'), 1),
      ]),
    evidence:
      'Official minus others at the same size and month: {controls.official.size_month interval} points; CO₂ of official models at the same size, type, question format and month: {controls.official.co2.all interval} times that of the others. Community minus official, mean and median: score per kg CO₂ {provider.difference.points_per_kg.mean interval} and {provider.difference.points_per_kg.median interval}; score per billion parameters {provider.difference.score_per_b.mean interval} and {provider.difference.score_per_b.median interval}. Community child against its official root: {pairs.community_child.average.mean interval} points, {pairs.community_child.points_per_kg_fold interval} times the score per kg CO₂, {pairs.community_child.score_fold interval} times the score.',
  },
  {
    id: 'tuning-raises-average',
    by: 'report',
    sentence: 'A model scores higher than its root on average.',
    test: 'The mean change of the average from the root is above zero, both over pairs and with each root counted once.',
    figure: 'fine-tune-vs-base',
    statistics: ['pairs.average.mean', 'pairs.average.by_base.mean', 'pairs.average.share_up'],
    judge: (of) => every(['pairs.average.mean', 'pairs.average.by_base.mean'].map((id) => above(of(id), 0))),
    evidence:
      '{pairs.average.mean interval} points over pairs, of which {pairs.average.share_up interval} rose; {pairs.average.by_base.mean interval} points with each root counted once.',
  },
  {
    id: 'chat-base-gains-nothing',
    by: 'report',
    sentence: 'A model whose root is a chat model does not score higher than that root on average.',
    test: `The mean change of the average from a chat root excludes a gain of ${margin} point, both over pairs and with each root counted once; the claim does not hold if either is above zero.`,
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.chat_base.average.mean',
      'pairs.chat_base.average.by_base.mean',
      'pairs.chat_base.average.share_up',
    ],
    judge: (of) =>
      every(
        ['pairs.chat_base.average.mean', 'pairs.chat_base.average.by_base.mean'].map((id) =>
          noGain(of(id), margin),
        ),
      ),
    evidence:
      '{pairs.chat_base.average.mean interval} points over pairs, of which {pairs.chat_base.average.share_up interval} rose; {pairs.chat_base.average.by_base.mean interval} points with each root counted once.',
  },
  {
    id: 'gain-goes-with-format',
    by: 'report',
    sentence: 'The gain over the root goes with a change of the question format.',
    test: 'The mean change of the average where only the child was asked in a chat format, less that where child and root were asked in the same format, is above zero.',
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.chat_format_child.average.mean',
      'pairs.same_format.average.mean',
      'pairs.chat_format_child.lead',
      'pairs.chat_format_child.count',
      'pairs.same_format.count',
    ],
    judge: (of) => above(of('pairs.chat_format_child.lead'), 0),
    evidence:
      '{pairs.chat_format_child.average.mean interval} points over {pairs.chat_format_child.count|pair|pairs} with a chat format for the child only, {pairs.same_format.average.mean interval} over {pairs.same_format.count|pair|pairs} with the same format, a difference of {pairs.chat_format_child.lead interval}.',
  },
  {
    id: 'community-gains-no-more',
    by: 'report',
    sentence:
      'From the same official root, children of other providers do not stand higher above it than official ones.',
    test: `Over official roots with children of both kinds, each root once, the gain of the official children less that of the others excludes a lead of the others by ${margin} point; the claim does not hold if it is below zero.`,
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.official_lead',
      'pairs.official_child.average.mean',
      'pairs.community_child.average.mean',
    ],
    judge(of) {
      const { low, high } = of('pairs.official_lead');
      if (low > -margin) return 'holds';
      return high < 0 ? 'fails' : 'open';
    },
    evidence:
      'The official children gain {pairs.official_lead interval} points more. Over all pairs, official children of official roots gain {pairs.official_child.average.mean interval} points, those of other providers {pairs.community_child.average.mean interval}.',
  },
  {
    id: 'ifeval-carries-gain',
    by: 'report',
    sentence: 'IFEval carries most of the gain over the root.',
    test: 'The part of IFEval in the mean change of the average is above zero, and so is that part less the part of the other five benchmarks together.',
    figure: 'benchmark-trade-off',
    statistics: ['pairs.ifeval.part', 'pairs.rest.part', 'pairs.ifeval.lead'],
    judge: (of) => every(['pairs.ifeval.part', 'pairs.ifeval.lead'].map((id) => above(of(id), 0))),
    evidence:
      'IFEval adds {pairs.ifeval.part interval} points to the average, the other five together {pairs.rest.part interval}, a difference of {pairs.ifeval.lead interval}.',
  },
  {
    id: 'knowledge-does-not-rise',
    by: 'report',
    sentence: 'BBH, GPQA, MuSR and MMLU-Pro do not rise above the root.',
    test: `The mean change excludes a rise of ${margin} point on each of the four; the claim does not hold if one of them is above zero.`,
    figure: 'benchmark-trade-off',
    statistics: ['bbh', 'gpqa', 'musr', 'mmlu_pro'].map((name) => `pairs.${name}.mean`),
    judge: (of) =>
      every(['bbh', 'gpqa', 'musr', 'mmlu_pro'].map((name) => noGain(of(`pairs.${name}.mean`), margin))),
    evidence:
      'Mean change in points: BBH {pairs.bbh.mean interval}, GPQA {pairs.gpqa.mean interval}, MuSR {pairs.musr.mean interval}, MMLU-Pro {pairs.mmlu_pro.mean interval}.',
  },
  {
    id: 'mmlu-pro-falls',
    by: 'report',
    sentence: 'MMLU-Pro falls beyond its error more often than it rises beyond it.',
    test: 'The share of pairs whose raw MMLU-Pro fell by more than the binomial error, less the share that rose by more than it, is above zero.',
    figure: 'benchmark-trade-off',
    statistics: ['tradeoff.all.mmlu_pro.drop', 'tradeoff.all.mmlu_pro.rise', 'tradeoff.all.mmlu_pro.net'],
    judge: (of) => above(of('tradeoff.all.mmlu_pro.net'), 0),
    evidence:
      'It fell in {tradeoff.all.mmlu_pro.drop interval} of the pairs and rose in {tradeoff.all.mmlu_pro.rise interval}, a difference of {tradeoff.all.mmlu_pro.net interval} percentage points.',
  },
];
