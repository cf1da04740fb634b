import { expect, test } from 'vitest';
import { judgeChosen } from '../../src/claims/chosen.ts';
import { above, type Claim } from '../../src/claims/claim.ts';
import { withIntervals } from '../../src/statistics/estimate-choices.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { between } from './made.ts';

const mean = 'moe.gap.total.mean';
const median = 'moe.gap.total.median';
const claim: Claim = {
  id: 'made',
  by: 'report',
  sentence: 'It is above zero.',
  test: 'It is above zero.',
  figure: 'score-by-size',
  statistics: [mean, median],
  judge: (of) => above(of(mean), 0),
  evidence: 'Mean {moe.gap.total.mean interval}.',
};
const usual = {
  [mean]: { ...between(1, 3), independent: { low: -0.5, high: 4.5 } },
  [median]: between(-1, 1),
};
const byOrganisation = { [mean]: { ...between(-4, 8), value: 99 }, [median]: between(-2, 2) };
const answers = { usual, byOrganisation };

test('a claim is judged on the average that is chosen; its words keep theirs, and the other is listed', () => {
  expect(judgeChosen(claim, {}, answers)).toMatchObject({
    answer: 'holds',
    evidence: 'Mean 2.0 (1.0 to 3.0).',
  });
  const { label } = findStatistic(median)!.definition;
  expect(judgeChosen(claim, { averages: 'median' }, answers)).toMatchObject({
    answer: 'open',
    evidence: `Mean 2.0 (1.0 to 3.0). The test reads instead: ${label}, 0.0 (−1.0 to 1.0).`,
  });
});

test('under other intervals a number stays what it is, in the claim and in the text', () => {
  const expected = { organisation: [2, -4, 8], independent: [2, -0.5, 4.5] } as const;
  for (const [intervals, bounds] of Object.entries(expected)) {
    const { value, low, high } = withIntervals(answers, { intervals })[mean]!;
    expect([value, low, high], intervals).toEqual(bounds);
    expect(judgeChosen(claim, { intervals }, answers).answer).toBe('open');
  }
  expect(withIntervals(answers, { averages: 'median' })).toEqual(usual);
});
