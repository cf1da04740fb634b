import { describe, expect, test } from 'vitest';
import { paretoFrontier, withinFactorOfFrontier } from '../../../src/statistics/methods/pareto.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';

/** Whether a point is matched in both and beaten in one, straight from the definition. */
const beaten = (cost: number, gain: number, costs: readonly number[], gains: readonly number[]) =>
  costs.some((c, i) => c <= cost && gains[i]! >= gain && (c < cost || gains[i]! > gain));

test('five points by hand: dearer and worse, dearer and equal, and as dear and worse are off', () => {
  const costs = [1, 2, 3, 3, 5, 0.5];
  const gains = [4, 4, 7, 6, 9, 1];
  expect(paretoFrontier(costs, gains)).toEqual([5, 0, 2, 4]);
});

test('points that agree in both stand together', () => {
  expect(paretoFrontier([1, 1, 2], [3, 3, 3])).toEqual([0, 1]);
});

test('no points, one point, and columns that do not match', () => {
  expect(paretoFrontier([], [])).toEqual([]);
  expect(paretoFrontier([2], [0])).toEqual([0]);
  expect(() => paretoFrontier([1], [])).toThrow(RangeError);
  expect(() => paretoFrontier([NaN], [1])).toThrow(RangeError);
});

describe('within a factor of the frontier', () => {
  test('by hand: a point at twice the cost joins at a factor of two, one at three times does not', () => {
    // Halved, the second costs as much as the first and gains more; the third still costs more and gains less.
    expect(withinFactorOfFrontier([1, 2, 3], [5, 6, 4], 1)).toEqual([0, 1]);
    expect(withinFactorOfFrontier([1, 2, 3], [5, 4, 4], 2)).toEqual([0]);
    expect(withinFactorOfFrontier([1, 1.9, 3], [5, 4, 4], 2)).toEqual([0, 1]);
    expect(withinFactorOfFrontier([1, 2], [5, 5], 2)).toEqual([0, 1]);
    expect(() => withinFactorOfFrontier([1], [1], 0.5)).toThrow(RangeError);
  });

  test('agrees with the definition on made points with ties', () => {
    const random = seededRandom('pareto');
    for (let round = 0; round < 30; round++) {
      const costs = Array.from({ length: 60 }, () => 1 + Math.floor(random() * 20));
      const gains = Array.from({ length: 60 }, () => Math.floor(random() * 15));
      const own = [...costs.keys()];
      expect(paretoFrontier(costs, gains).toSorted((a, b) => a - b)).toEqual(
        own.filter((i) => !beaten(costs[i]!, gains[i]!, costs, gains)),
      );
      for (const factor of [1, 2, 3])
        expect(withinFactorOfFrontier(costs, gains, factor)).toEqual(
          own.filter((i) => {
            const [otherCosts, otherGains] = [costs.toSpliced(i, 1), gains.toSpliced(i, 1)];
            return !beaten(costs[i]! / factor, gains[i]!, otherCosts, otherGains);
          }),
        );
    }
  });
});
