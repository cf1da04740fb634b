import { expect, test } from 'vitest';
import { pointsPerShare } from '../../../src/dataset/questions.ts';
import { averageDifference, averageVariance } from '../../../src/statistics/methods/score-error.ts';

const nothing = { ifeval: 0, bbh: 0, math: 0, gpqa: 0, musr: 0, mmlu_pro: 0 };

test('points of the score for the error of a raw result, by hand: over parts, the root of the mean square', () => {
  expect(pointsPerShare.ifeval).toBe(100);
  expect(pointsPerShare.math).toBe(100);
  expect(pointsPerShare.gpqa).toBeCloseTo(400 / 3, 10);
  expect(pointsPerShare.mmlu_pro).toBeCloseTo(1000 / 9, 10);
  // Floors of ½, ⅕ and ⅓: 200, 125 and 150 points. The variance of a mean of parts adds their squares.
  expect(pointsPerShare.musr).toBeCloseTo(Math.sqrt((200 ** 2 + 125 ** 2 + 150 ** 2) / 3), 10);
  // By numbers of choices: 2 (8 tasks), 3 (3), 4, 5 (3), 6 (4), 7 (2), 11, 18 and 19 once each: Σ (c ÷ (c − 1))² over 24.
  const squares = [
    8 * 2 ** 2,
    3 * 1.5 ** 2,
    (4 / 3) ** 2,
    3 * 1.25 ** 2,
    4 * 1.2 ** 2,
    2 * (7 / 6) ** 2,
    1.1 ** 2,
    (18 / 17) ** 2,
    (19 / 18) ** 2,
  ];
  expect(pointsPerShare.bbh).toBeCloseTo(100 * Math.sqrt(squares.reduce((a, b) => a + b, 0) / 24), 6);
});

test('the variance of an average, by hand', () => {
  // Half right on 541 prompts of IFEval: (100 ÷ 6)² · ¼ ÷ 541.
  expect(averageVariance({ ...nothing, ifeval: 0.5 })).toBeCloseTo(((100 / 6) ** 2 * 0.25) / 541, 12);
  // The benchmarks add up.
  const both = averageVariance({ ...nothing, ifeval: 0.5, math: 0.2 });
  expect(both).toBeCloseTo(((100 / 6) ** 2 * 0.25) / 541 + ((100 / 6) ** 2 * 0.16) / 1324, 12);
  expect(averageVariance(nothing)).toBe(0);
});

test('a difference of two averages in standard errors, by hand', () => {
  const first = { ...nothing, ifeval: 0.5, average: 10 };
  const second = { ...nothing, ifeval: 0.5, average: 13 };
  const error = Math.sqrt((2 * (100 / 6) ** 2 * 0.25) / 541);
  expect(averageDifference(first, second)).toBeCloseTo(3 / error, 10);
  expect(averageDifference(second, first)).toBeCloseTo(-3 / error, 10);
  expect(averageDifference({ ...nothing, average: 4 }, { ...nothing, average: 4 })).toBe(0);
});
