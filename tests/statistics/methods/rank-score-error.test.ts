import { expect, test } from 'vitest';
import { rankScoreError } from '../../../src/statistics/methods/rank-score-error.ts';

const errorOf = (x: number[], heights: number[], tau: number) =>
  rankScoreError(
    { x: Float64Array.from(x), y: Float64Array.from(heights), tau },
    Float64Array.from(heights),
    0,
  );

// With four points the bandwidth at ¼ is .42, so that the ranks up to .67 · 4, the lower three, are near.

test('by hand, where the scores vary less than those around a straight quantile would', () => {
  // The three near are at x = 1, the fourth 4 away: ¼ · ¾ · 16, more than (4 · ¼)².
  expect(errorOf([1, 1, 1, -3], [-1, 1, 2, 3], 0.25)).toBeCloseTo(Math.sqrt(3), 14);
});

test('by hand, where they vary more, because the one point below stands apart', () => {
  // Those near are at −3, 1 and 1, their mean is −⅓: (8/3 · ¾)² + 3 (4/3 · ¼)², more than 3/16 · 112/9.
  expect(errorOf([-3, 1, 1, 1], [-1, 1, 2, 3], 0.25)).toBeCloseTo(Math.sqrt(13 / 3), 14);
});

test('points on the line share the score that is left', () => {
  // 1½ less 1 for the point above leaves ¼ each, and ¼ − ½ = −¼; all are near, so ¼ · 2, more than 2 / 16.
  expect(errorOf([-1, 0, 1], [0, 1, 0], 0.5)).toBeCloseTo(Math.SQRT1_2, 14);
});
