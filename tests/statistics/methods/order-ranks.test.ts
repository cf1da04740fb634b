import { expect, test } from 'vitest';
import { orderRanks } from '../../../src/statistics/methods/order-ranks.ts';

test('ranks for the median as in printed tables of the sign test', () => {
  // n = 10: P(2 ≤ B < 9) = 1 − 2 · 11/1024.
  expect(orderRanks(10, 0.5)).toEqual({ lower: 2, upper: 9, coverage: expect.closeTo(1 - 22 / 1024, 12) });
  expect(orderRanks(100, 0.5)).toMatchObject({ lower: 40, upper: 61 });
});

test('six values are the fewest for a median, 36 for the ninetieth percentile', () => {
  // 2 · ½⁶ = .03125 < .05 < 2 · ½⁵; .9³⁶ = .0225 ≤ .025 < .9³⁵.
  expect(orderRanks(5, 0.5)).toBeNull();
  expect(orderRanks(6, 0.5)).toEqual({ lower: 1, upper: 6, coverage: expect.closeTo(0.96875, 12) });
  expect(orderRanks(35, 0.9)).toBeNull();
  expect(orderRanks(36, 0.9)).toMatchObject({ lower: 29, upper: 36 });
});

test('ranks from scipy.stats.binom 1.17, an independent computation', () => {
  expect(orderRanks(4523, 0.5)).toEqual({
    lower: 2196,
    upper: 2328,
    coverage: expect.closeTo(0.9503344779947811, 11),
  });
  expect(orderRanks(79, 0.9)).toEqual({
    lower: 66,
    upper: 77,
    coverage: expect.closeTo(0.9641646839006565, 11),
  });
});

test('the ranks at p mirror those at 1 − p', () => {
  for (const n of [40, 79, 500]) {
    const upper = orderRanks(n, 0.9)!;
    const lower = orderRanks(n, 0.1)!;
    expect([lower.lower, lower.upper]).toEqual([n + 1 - upper.upper, n + 1 - upper.lower]);
  }
});

test('coverage never falls below 95 %, whatever n', () => {
  for (let n = 1; n <= 700; n++) {
    for (const p of [0.1, 0.5, 0.9]) expect(orderRanks(n, p)?.coverage ?? 1).toBeGreaterThanOrEqual(0.95);
  }
});

test('an extreme has no interval', () => {
  expect(orderRanks(100, 0)).toBeNull();
  expect(orderRanks(100, 1)).toBeNull();
  expect(orderRanks(0, 0.5)).toBeNull();
});
