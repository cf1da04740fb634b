import { clearlyBelow, type Claim } from '../claim.ts';

/** A mean whose interval stays below this many points is no gain that anyone would notice. */
const margin = 1;

const groupMeasures = ['score', 'points_per_kg', 'score_per_b'] as const;
const averages = ['mean', 'median'] as const;

/** What the seed and the report claim of official providers, of others and of fine-tuning. */
export const providerClaims: readonly Claim[] = [
  {
    id: 'list-says-no-type',
    by: 'report',
    sentence: 'Whether a provider is on the official list does not say how its models were made.',
    test: 'More than half of the official models are fine-tuned, chat or merged, interval included, and some models of other providers are pretrained. With only one of the two it holds with a qualification.',
    figure: 'provider-counts',
    statistics: [
      'provider.official.tuned_share',
      'provider.community.pretrained.count',
      'provider.community.tuned_share',
    ],
    judge(of) {
      const mostAreTuned = of('provider.official.tuned_share').low > 0.5;
      const someArePretrained = of('provider.community.pretrained.count').value > 0;
      if (mostAreTuned && someArePretrained) return 'holds';
      return mostAreTuned || someArePretrained ? 'qualified' : 'fails';
    },
    evidence:
      '{provider.official.tuned_share interval} of the official models are fine-tuned, chat or merged, {provider.community.tuned_share interval} of the others; {provider.community.pretrained.count} of the others are pretrained.',
  },
  {
    id: 'community-beats-official',
    by: 'seed',
    conclusion: 3,
    sentence:
      'Fine-tuned models consistently outperform official ones in CO₂ efficiency, score and parameter efficiency.',
    test: 'Each of the three is tested twice. Between the groups, community models lie above official ones on the mean and on the median, with 95 % intervals apart. Between pairs, community children lie above their own official base on the mean over pairs, interval clustered by base included; in a pair the ratio of scores stands for parameter efficiency, because a child has the size of its base. The claim holds if all three pass both tests, with a qualification if at least one does.',
    figure: 'score-and-co2-by-provider',
    statistics: [
      ...groupMeasures.flatMap((measure) =>
        ['official', 'community'].flatMap((provider) =>
          averages.map((average) => `${measure}.${provider}.${average}`),
        ),
      ),
      'pairs.community_child.average.mean',
      'pairs.community_child.points_per_kg_fold',
      'pairs.community_child.score_fold',
    ],
    judge(of) {
      const between = (measure: (typeof groupMeasures)[number]) =>
        averages.every((average) =>
          clearlyBelow(of(`${measure}.official.${average}`), of(`${measure}.community.${average}`)),
        );
      const passed = [
        between('score') && of('pairs.community_child.average.mean').low > 0,
        between('points_per_kg') && of('pairs.community_child.points_per_kg_fold').low > 1,
        between('score_per_b') && of('pairs.community_child.score_fold').low > 1,
      ].filter(Boolean).length;
      if (passed === 3) return 'holds';
      return passed > 0 ? 'qualified' : 'fails';
    },
    evidence:
      'Medians, community against official: score {score.community.median interval} and {score.official.median interval}; score per kg CO₂ {points_per_kg.community.median interval} and {points_per_kg.official.median interval}; score per billion parameters {score_per_b.community.median interval} and {score_per_b.official.median interval}. Community child against its official base: {pairs.community_child.average.mean interval} points, {pairs.community_child.points_per_kg_fold interval} times the score per kg CO₂, {pairs.community_child.score_fold interval} times the score.',
  },
  {
    id: 'tuning-raises-average',
    by: 'report',
    sentence: 'A model made from another one scores higher than its base on average.',
    test: 'The mean change of the average from the base is above zero, interval included, both over pairs and with each base counted once. It holds with a qualification if only the mean over pairs is.',
    figure: 'fine-tune-vs-base',
    statistics: ['pairs.average.mean', 'pairs.average.by_base.mean', 'pairs.average.share_up'],
    judge(of) {
      if (!(of('pairs.average.mean').low > 0)) return 'fails';
      return of('pairs.average.by_base.mean').low > 0 ? 'holds' : 'qualified';
    },
    evidence:
      '{pairs.average.mean interval} points over pairs, of which {pairs.average.share_up interval} rose; {pairs.average.by_base.mean interval} points with each base counted once.',
  },
  {
    id: 'chat-base-gains-nothing',
    by: 'report',
    sentence: 'A model made from a chat model does not score higher than that model on average.',
    test: `The mean change of the average from a chat base is zero or less, and the interval excludes a gain of ${margin} point, both over pairs and with each base counted once. It holds with a qualification if neither interval lies above zero.`,
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.chat_base.average.mean',
      'pairs.chat_base.average.by_base.mean',
      'pairs.chat_base.average.share_up',
    ],
    judge(of) {
      const means = [of('pairs.chat_base.average.mean'), of('pairs.chat_base.average.by_base.mean')];
      if (means.every(({ value, high }) => value <= 0 && high < margin)) return 'holds';
      return means.every(({ low }) => low <= 0) ? 'qualified' : 'fails';
    },
    evidence:
      '{pairs.chat_base.average.mean interval} points over pairs, of which {pairs.chat_base.average.share_up interval} rose; {pairs.chat_base.average.by_base.mean interval} points with each base counted once.',
  },
  {
    id: 'gain-goes-with-format',
    by: 'report',
    sentence: 'The gain over the base goes with a change of the question format.',
    test: 'The mean change of the average where only the child was asked in a chat format lies above the mean change where child and base were asked in the same format, with 95 % intervals apart. It holds with a qualification if the intervals touch.',
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.chat_format_child.average.mean',
      'pairs.same_format.average.mean',
      'pairs.chat_format_child.count',
      'pairs.same_format.count',
    ],
    judge(of) {
      const same = of('pairs.same_format.average.mean');
      const changed = of('pairs.chat_format_child.average.mean');
      if (clearlyBelow(same, changed)) return 'holds';
      return same.value < changed.value ? 'qualified' : 'fails';
    },
    evidence:
      '{pairs.chat_format_child.average.mean interval} points over {pairs.chat_format_child.count} pairs with a chat format for the child only, {pairs.same_format.average.mean interval} over {pairs.same_format.count} pairs with the same format.',
  },
  {
    id: 'community-gains-no-more',
    by: 'report',
    sentence: 'From the same official base, children of other providers do not gain more than official ones.',
    test: `Over official bases with children of both kinds, the gain of the official children is compared with that of the others, each base once. The claim holds if the interval of the difference excludes a lead of the others by ${margin} point, with a qualification if it does not but leaves room for no lead at all.`,
    figure: 'fine-tune-vs-base',
    statistics: [
      'pairs.official_lead',
      'pairs.official_child.average.mean',
      'pairs.community_child.average.mean',
    ],
    judge(of) {
      const { low, high } = of('pairs.official_lead');
      if (low > -margin) return 'holds';
      return high >= 0 ? 'qualified' : 'fails';
    },
    evidence:
      'The official children gain {pairs.official_lead interval} points more. Over all pairs, official children of official bases gain {pairs.official_child.average.mean interval} points, those of other providers {pairs.community_child.average.mean interval}.',
  },
  {
    id: 'ifeval-carries-gain',
    by: 'report',
    sentence: 'IFEval carries most of the gain over the base.',
    test: 'The part of IFEval in the mean change of the average is above zero and larger than the part of the other five benchmarks together, intervals included. It holds with a qualification if the intervals are not.',
    figure: 'benchmark-trade-off',
    statistics: ['pairs.ifeval.part', 'pairs.rest.part', 'pairs.ifeval.lead'],
    judge(of) {
      const numbers = [of('pairs.ifeval.part'), of('pairs.ifeval.lead')];
      if (numbers.every(({ low }) => low > 0)) return 'holds';
      return numbers.every(({ value }) => value > 0) ? 'qualified' : 'fails';
    },
    evidence:
      'IFEval adds {pairs.ifeval.part interval} points to the average, the other five together {pairs.rest.part interval}.',
  },
  {
    id: 'knowledge-does-not-rise',
    by: 'report',
    sentence: 'BBH, GPQA, MuSR and MMLU-Pro do not rise above the base.',
    test: `The interval of the mean change excludes a rise of ${margin} point on each of the four. It holds with a qualification if none of the intervals lies above zero.`,
    figure: 'benchmark-trade-off',
    statistics: ['bbh', 'gpqa', 'musr', 'mmlu_pro'].map((name) => `pairs.${name}.mean`),
    judge(of) {
      const means = ['bbh', 'gpqa', 'musr', 'mmlu_pro'].map((name) => of(`pairs.${name}.mean`));
      if (means.every(({ high }) => high < margin)) return 'holds';
      return means.every(({ low }) => low <= 0) ? 'qualified' : 'fails';
    },
    evidence:
      'Mean change in points: BBH {pairs.bbh.mean interval}, GPQA {pairs.gpqa.mean interval}, MuSR {pairs.musr.mean interval}, MMLU-Pro {pairs.mmlu_pro.mean interval}.',
  },
  {
    id: 'mmlu-pro-falls',
    by: 'report',
    sentence: 'MMLU-Pro falls beyond its error more often than it rises beyond it.',
    test: 'The share of pairs whose raw MMLU-Pro fell by more than the binomial error is above the share that rose by more than it, with 95 % intervals apart. It holds with a qualification if the intervals touch.',
    figure: 'benchmark-trade-off',
    statistics: ['tradeoff.all.mmlu_pro.drop', 'tradeoff.all.mmlu_pro.rise'],
    judge(of) {
      const [drop, rise] = [of('tradeoff.all.mmlu_pro.drop'), of('tradeoff.all.mmlu_pro.rise')];
      if (clearlyBelow(rise, drop)) return 'holds';
      return rise.value < drop.value ? 'qualified' : 'fails';
    },
    evidence:
      'It fell in {tradeoff.all.mmlu_pro.drop interval} of the pairs and rose in {tradeoff.all.mmlu_pro.rise interval}.',
  },
];
