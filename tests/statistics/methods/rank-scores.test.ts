import { expect, test } from 'vitest';
import { centred, dot } from '../../../src/statistics/methods/moments.ts';
import { countBelow, rankScores } from '../../../src/statistics/methods/rank-scores.ts';
import { studentCritical } from '../../../src/statistics/methods/student.ts';
import { food, income } from './engel.ts';

test('three points by hand', () => {
  // At x = −1, 0, 1 stand 0, 1, 0, and the scores of the median add up to 1½. Below a slope of −1 the order
  // of the residuals is that of x: 1 + ½ · 0 = 1. Up to 0 the middle point is above and the right one on the
  // line: ½. From 0 to 1 the left one is on it: −½. Beyond, the order is that of −x: −1.
  const points = { x: Float64Array.of(-1, 0, 1), y: Float64Array.of(0, 1, 0), tau: 0.5 };
  const lastSlopeAbove = rankScores(points);
  const start = { slope: 0.3, step: 0.1 };
  expect(lastSlopeAbove(0.75, start)).toBe(-1);
  expect(lastSlopeAbove(0.25, start)).toBe(0);
  expect(lastSlopeAbove(-0.25, start)).toBe(0);
  expect(lastSlopeAbove(-0.75, start)).toBe(1);
  expect(lastSlopeAbove(1, start)).toBeNull();
  expect(lastSlopeAbove(-1.5, start)).toBeNull();
  // A level that is reached counts as not above it.
  expect(lastSlopeAbove(0.5, start)).toBe(-1);
});

test('the place where a search starts and its steps leave no trace', () => {
  const points = { x: centred(income), y: Float64Array.from(food), tau: 0.3 };
  const lastSlopeAbove = rankScores(points);
  for (const level of [0, 4000, -4000]) {
    const slope = lastSlopeAbove(level, { slope: 0.5, step: 0.1 });
    expect(lastSlopeAbove(level, { slope: -1e6, step: 1e-3 })).toBe(slope);
    expect(lastSlopeAbove(level, { slope: slope!, step: 1e-9 })).toBe(slope);
  }
});

// rq.fit.br of the R package quantreg 5.94, an independent computation, on Engel's data, with ci = TRUE,
// iid = TRUE, alpha = 0.05 and interp = FALSE: the outer of the two bounds on either side.
const rankInterval: readonly [tau: number, low: number, high: number][] = [
  [0.1, 0.33810106225, 0.454705243282],
  [0.25, 0.41656938524, 0.5117394603],
  [0.5, 0.479807262849, 0.614828214586],
  [0.75, 0.572069346819, 0.705864814313],
  [0.9, 0.637016606184, 0.743058682922],
];

test.each(rankInterval)(
  'the interval of quantreg for equal spreads, at %d, where the standard error is that for equal spreads',
  (tau, low, high) => {
    const x = centred(income);
    const reach = studentCritical(income.length - 2) * Math.sqrt(tau * (1 - tau) * dot(x, x));
    const lastSlopeAbove = rankScores({ x, y: Float64Array.from(food), tau });
    expect(lastSlopeAbove(reach, { slope: 0.5, step: 0.1 })).toBeCloseTo(low, 11);
    expect(lastSlopeAbove(-reach, { slope: 0.5, step: 0.1 })).toBeCloseTo(high, 11);
  },
);

test('a whole number of points below is known for one where tau has no exact double', () => {
  expect(100 * 0.29).not.toBe(29);
  expect(countBelow(100, 0.29)).toBe(29);
  expect(countBelow(235, 0.1)).toBe(23.5);
  // Neither none nor all of the points are below a quantile.
  expect(countBelow(2, 1e-12)).toBe(2e-12);
});
