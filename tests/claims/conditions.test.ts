import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { answerTo, bare, between, claimOf } from './made.ts';

/*
 * What each claim asks of which statistics, written down a second time: that all of them lie above or below a bound.
 * A claim holds where all intervals do, does not hold where one lies beyond the bound on the other side, and cannot be
 * told otherwise.
 */

interface Condition {
  statistic: string;
  side: 'above' | 'below';
  bound: number;
}
const above =
  (bound: number) =>
  (statistic: string): Condition => ({ statistic, side: 'above', bound });
const below =
  (bound: number) =>
  (statistic: string): Condition => ({ statistic, side: 'below', bound });

const averages = ['mean', 'median', 'pooled'];
const conditions: Record<string, readonly Condition[]> = {
  'one-axis-dominates': [above(0.5)('benchmarks.pc1_share')],
  'two-benchmarks-apart': ['ifeval', 'musr'].flatMap((low) =>
    ['bbh', 'math', 'gpqa', 'mmlu_pro'].map((high) => above(0)(`benchmarks.explained.lead.${low}.${high}`)),
  ),
  'types-meet-at-worst': [above(0)('tails.merge.lead.lost'), below(3)('tails.merge.lead.cvar5')],
  'medium-least-carbon': averages.map((average) => above(0)(`co2_per_b.difference.small_medium.${average}`)),
  'carbon-grows-slower-than-size': [below(1)('co2.elasticity')],
  'asking-moves-score': ['format.ifeval.mean', 'format.all.ifeval.mean'].map(above(0)),
  'carbon-repeats': [below(1.1)('noise.twins.co2_fold.median')],
  'carbon-bends': [below(1)('co2.elasticity.small'), above(1)('co2.elasticity.over_9b')],
  'carbon-halved': [above(1.5)('co2.break.fold')],
  'tuning-raises-average': ['pairs.average.mean', 'pairs.average.by_base.mean'].map(above(0)),
  'gain-goes-with-format': [above(0)('pairs.chat_format_child.lead')],
  'ifeval-carries-gain': ['pairs.ifeval.part', 'pairs.ifeval.lead'].map(above(0)),
  'mmlu-pro-falls': [above(0)('tradeoff.all.mmlu_pro.net')],
  'score-per-parameter-diminishes': ['small_medium', 'medium_large'].flatMap((step) =>
    averages.map((average) => above(0)(`score_per_b.difference.${step}.${average}`)),
  ),
  'bigger-scores-higher': [above(0)('scaling.points_per_doubling')],
  'size-raises-ceiling-more-than-floor': [above(0)('scaling.points_per_doubling.p90_lead')],
  'maker-beyond-the-rest': [above(0.05)('variance_shares.organisation')],
  'size-explains-less-than-half': [below(0.5)('scaling.r2')],
  'doubling-brings-little-below-1b': ['gain.1_to_3b.lead', 'gain.3_to_9b.lead'].map(above(0)),
  'others-foretell-largest': [below(0)('ladders.top.lead')],
  'qwen-rose': [above(0)('families.qwen.rise')],
  'moe-worth-less-than-total': [below(1)('leverage.total.mean')],
  'moe-worth-more-than-active': [above(1)('leverage.active.mean')],
  'moe-below-total-size': [below(0)('moe.gap.total.mean')],
  'moe-beats-active-size': [above(0)('moe.gap.active.mean')],
  'moe-carbon-exceeds-active': [above(1)('moe.co2_fold.active')],
  'medium-rose-fastest': ['small', 'large'].map((size) => above(0)(`frontier.medium.lead.${size}`)),
  'community-models-vanish': [above(0)('survivorship.gone.lead')],
  'better-ones-stay': [above(0)('survivorship.kept.size_month')],
  'density-grew': [above(0)('density.typical.doublings')],
  'official-better-documented': ['license', 'license_on_hub'].map((item) =>
    above(0)(`documented.${item}.lead`),
  ),
};

/** An interval from `near` to `far` away from the bound, on the side that the condition asks for. */
function away({ side, bound }: Condition, near: number, far: number): Estimate {
  const [a, b] = side === 'above' ? [bound + near, bound + far] : [bound - near, bound - far];
  return between(Math.min(a, b), Math.max(a, b));
}

describe.each(Object.entries(conditions))('%s', (id, all) => {
  const given = (one?: Condition, its?: Estimate) =>
    Object.fromEntries(
      all.map((each) => [each.statistic, each === one ? its! : away(each, 0.01, 0.2)] as const),
    );

  test('holds where every interval lies beyond its bound', () => {
    expect(answerTo(id, given())).toBe('holds');
  });

  test.each(all)('$statistic decides', (one) => {
    expect(answerTo(id, given(one, away(one, 0, 0.2)))).toBe('open');
    expect(answerTo(id, given(one, away(one, -0.1, 0.2)))).toBe('open');
    expect(answerTo(id, given(one, away(one, -0.2, 0.1)))).toBe('open');
    expect(answerTo(id, given(one, away(one, -0.2, 0)))).toBe('fails');
    expect(answerTo(id, given(one, away(one, -0.2, -0.01)))).toBe('fails');
    expect(answerTo(id, given(one, bare(one.bound + 1)))).toBe('few');
    expect(answerTo(id, given(one, { ...away(one, 0.1, 0.2), n: 9 }))).toBe('few');
  });

  test('one that fails outweighs one that cannot be told', () => {
    const [first] = all;
    const rest = all.slice(1).map((each) => [each.statistic, away(each, -0.1, 0.1)] as const);
    expect(answerTo(id, { [first!.statistic]: away(first!, -0.2, -0.1), ...Object.fromEntries(rest) })).toBe(
      'fails',
    );
  });
});

describe('no gain of a point', () => {
  const claims = {
    'chat-base-gains-nothing': ['pairs.chat_base.average.mean', 'pairs.chat_base.average.by_base.mean'],
    'knowledge-does-not-rise': ['bbh', 'gpqa', 'musr', 'mmlu_pro'].map((name) => `pairs.${name}.mean`),
  };
  test.each(Object.entries(claims))('%s', (id, statistics) => {
    const say = (low: number, high: number) =>
      statistics.map((one) =>
        answerTo(
          id,
          Object.fromEntries(
            statistics.map((name) => [name, name === one ? between(low, high) : between(-2, 0.5)]),
          ),
        ),
      );
    expect(new Set(say(-3, 0.99))).toEqual(new Set(['holds']));
    expect(new Set(say(-3, 1))).toEqual(new Set(['open']));
    expect(new Set(say(0, 3))).toEqual(new Set(['open']));
    expect(new Set(say(0.1, 3))).toEqual(new Set(['fails']));
  });

  test('community children gain no more: the lead of official ones excludes minus one point', () => {
    const say = (low: number, high: number) =>
      answerTo('community-gains-no-more', { 'pairs.official_lead': between(low, high) });
    expect(say(-0.9, 3)).toBe('holds');
    expect(say(-1, 3)).toBe('open');
    expect(say(-4, 0)).toBe('open');
    expect(say(-4, -0.1)).toBe('fails');
  });
});

describe('carbon has no outliers: in no class more than a normal distribution has', () => {
  const classes = ['small', 'medium', 'large'].map((size) => `co2_per_b.${size}.outliers.share`);
  const say = (one: Estimate) =>
    classes.map((id) =>
      answerTo(
        'carbon-has-no-outliers',
        Object.fromEntries(classes.map((each) => [each, each === id ? one : between(0, 0.005)])),
      ),
    );
  test.each([
    ['as few in every class', between(0, 0.0069), 'holds'],
    ['perhaps more in one', between(0.005, 0.02), 'open'],
    ['more in one', between(0.008, 0.02), 'fails'],
    ['too few in one', { ...between(0, 0.005), n: 9 }, 'few'],
  ] as const)('%s', (_, one, expected) => {
    expect(say(one)).toEqual([expected, expected, expected]);
  });
});

describe('what is a fact of the table holds or does not', () => {
  const names = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];
  test.each([
    [[1, 1, 3, 1, 1, 1], 'holds'],
    [[0, 0, 0, 0, 0, 1], 'holds'],
    [[0, 0, 0, 0, 0, 0], 'fails'],
  ] as const)('specialists: %j', (counts, expected) => {
    const given = Object.fromEntries(names.map((name, i) => [`specialists.${name}.count`, bare(counts[i]!)]));
    expect(answerTo('dig-for-specialists', given)).toBe(expected);
  });

  test.each([
    [10, 20, 'holds'],
    [10, 19, 'fails'],
  ] as const)('the frontier: %d members, %d within reach', (members, near, expected) => {
    const given = {
      'carbon_frontier.count': bare(members),
      'carbon_frontier.within_noise.count': bare(near),
    };
    expect(answerTo('carbon-frontier-unsettled', given)).toBe(expected);
  });

  test.each([
    [1, 'holds'],
    [0, 'fails'],
  ] as const)('the next size can lose: %d falls beyond the corrected error', (falls, expected) => {
    const given = { 'ladders.benchmark_falls.corrected': bare(falls), 'ladders.steps': bare(77) };
    expect(answerTo('next-size-can-lose', given)).toBe(expected);
  });

  test.each([
    [0.0999, 'holds'],
    [0.1, 'fails'],
  ] as const)('no one dominates: an index of %d', (index, expected) => {
    expect(answerTo('submissions-not-concentrated', { 'orgs.hhi': bare(index) })).toBe(expected);
  });

  test.each([
    [[76, 109, 69], 'holds'],
    [[69, 109, 69], 'fails'],
    [[76, 69, 69], 'fails'],
  ] as const)('the MoE flag: %j', (counts, expected) => {
    const given = Object.fromEntries(
      ['moe.flagged', 'moe.architecture', 'moe.both'].map((name, i) => [name, bare(counts[i]!)]),
    );
    expect(answerTo('moe-flag-misleads', given)).toBe(expected);
  });
});

test.each([
  [[0.55, 0.7], 5, 'holds'],
  [[0.45, 0.7], 5, 'open'],
  [[0.1, 0.4], 5, 'fails'],
  [[0.55, 0.7], 0, 'fails'],
] as const)('the list says no type: %j tuned, %d pretrained', (share, pretrained, expected) => {
  expect(
    answerTo('list-says-no-type', {
      'provider.official.tuned_share': between(share[0], share[1]),
      'provider.community.pretrained.count': bare(pretrained),
    }),
  ).toBe(expected);
});

describe('records beyond chance', () => {
  const say = (...records: [number, number, number]) =>
    answerTo(
      'records-beyond-chance',
      Object.fromEntries(
        ['small', 'medium', 'large'].flatMap((size, i) => [
          [`frontier.${size}.records`, bare(records[i]!)],
          [`frontier.${size}.records_by_chance`, between(2, 9)],
        ]),
      ),
    );
  test('in all classes, not in one, fewer in one; the upper end of chance is still chance', () => {
    expect(say(10, 12, 10)).toBe('holds');
    expect(say(10, 9, 10)).toBe('open');
    expect(say(10, 9, 1)).toBe('fails');
  });
});

test.each([
  [4, 'holds'],
  [3, 'fails'],
] as const)('last rises within chance on %d of six', (within, expected) => {
  const given = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'].flatMap((name, i) => [
    // What chance reaches exactly is still chance.
    [`headroom.${name}.last_gain_errors`, bare(i < within ? 3 : 3.01)] as const,
    [`headroom.${name}.errors_by_chance`, bare(3)] as const,
  ]);
  expect(answerTo('last-rises-within-chance', Object.fromEntries(given))).toBe(expected);
});

test.each([
  [[2, 3, 2.5], 'holds'],
  [[2, 1.99, 2.5], 'fails'],
] as const)('sizes kept halving: %j', (folds, expected) => {
  const given = [20, 30, 40].map((target, i) => [`size_for_score.${target}.fold`, bare(folds[i]!)] as const);
  expect(answerTo('sizes-kept-halving', Object.fromEntries(given))).toBe(expected);
});

test.each([
  [between(3, 4), 'holds'],
  [between(2.7, 4), 'open'],
  [between(3, 4.3), 'open'],
  [between(-1, 5), 'open'],
  [between(1, 2.74), 'fails'],
  [between(4.29, 6), 'fails'],
] as const)('density doubles as reported, 12 ÷ 3.5 times a year within a fifth: %j', (pace, expected) => {
  expect(answerTo('density-doubles-as-reported', { 'density.frontier_over_1b.doublings': pace })).toBe(
    expected,
  );
});

test.each([
  [0.49, 'holds'],
  [0.5, 'fails'],
] as const)('few pairs told apart: a share of %d', (share, expected) => {
  const given = {
    'ranks.pairs.told_apart': bare(600),
    'ranks.pairs.count': bare(1225),
    'ranks.pairs.told_apart_share': bare(share),
    'ranks.top.count': bare(50),
    'ranks.first.not_told': bare(7),
  };
  expect(answerTo('few-pairs-told-apart', given)).toBe(expected);
});

describe('MoE', () => {
  test.each([
    [between(-8, -3), 'fails'],
    [between(3, 8), 'fails'],
    [between(-3, 8), 'open'],
  ] as const)('cannot be judged, unless it is at the recorded size: %j', (gap, expected) => {
    expect(answerTo('moe-cannot-be-judged', { 'moe.gap.total.mean': gap })).toBe(expected);
  });

  test.each([
    [between(-0.5, 0.5), 'holds'],
    [between(-1, 0.5), 'open'],
    [between(-0.5, 1.5), 'open'],
    [between(0.1, 0.5), 'fails'],
    [between(-3, -0.1), 'fails'],
  ] as const)('on a par with fine-tuned, within a fifth of 5: %j', (difference, expected) => {
    for (const one of averages) {
      const given = Object.fromEntries(
        averages.flatMap((average) => [
          [`score_per_kg.community.${average}`, between(4, 6)],
          [`score_per_kg.difference.${average}`, average === one ? difference : between(-0.5, 0.5)],
        ]),
      );
      expect(answerTo('moe-on-par-with-fine-tuned', given)).toBe(expected);
    }
  });
});

describe('community beats official: three measures, between groups and between pairs', () => {
  const claim = claimOf('community-beats-official');
  const conditions = claim.statistics.map((id) => {
    if (id === 'controls.official.size_month') return below(0)(id);
    return above(id.endsWith('_fold') || id === 'controls.official.co2.all' ? 1 : 0)(id);
  });
  /** Every statistic clear of its bound on the side asked for, but one that lies from `near` to `far` beyond it. */
  const say = (one: string | undefined, near: number, far: number) =>
    answerTo(
      claim.id,
      Object.fromEntries(
        conditions.map((condition) => [
          condition.statistic,
          condition.statistic === one ? away(condition, near, far) : away(condition, 0.1, 1),
        ]),
      ),
    );

  test('holds when all three pass both tests, and each of them decides', () => {
    expect(claim.statistics).toHaveLength(9);
    expect(say(undefined, 0, 0)).toBe('holds');
    for (const id of claim.statistics) {
      expect(say(id, -0.1, 1), id).toBe('open');
      expect(say(id, -0.5, -0.1), id).toBe('fails');
    }
  });
});

describe('carbon labels are unsure, though what twins show is itself uncertain', () => {
  const verdict = (low: Estimate, high: Estimate) =>
    answerTo('carbon-labels-unsure', {
      'carbon_labels.sure_low.share': low,
      'carbon_labels.sure_high.share': high,
    });
  const [few, many, either] = [between(0.01, 0.09), between(0.11, 0.2), between(0.05, 0.15)];

  test('holds where both ends of the factor say so', () => {
    expect(verdict(few, few)).toBe('holds');
  });

  test('cannot be told where an end says otherwise, since the factor may be larger, or cannot tell', () => {
    expect(verdict(many, many)).toBe('open');
    expect(verdict(many, few)).toBe('open');
    expect(verdict(few, many)).toBe('open');
    expect(verdict(either, few)).toBe('open');
    expect(verdict(few, either)).toBe('open');
  });
});
