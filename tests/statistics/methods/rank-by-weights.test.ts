import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { evenMixtures, placesByWeights } from '../../../src/statistics/methods/rank-by-weights.ts';

test('mixtures are positive, add up to 1, and are as many of each kind as of a flat Dirichlet distribution', () => {
  const mixtures = evenMixtures(6, 6000);
  expect(mixtures).toHaveLength(6000);
  for (const weights of mixtures) {
    expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  }
  for (let j = 0; j < 6; j++) {
    const share = (is: (weights: Float64Array) => boolean) => mixtures.filter(is).length / mixtures.length;
    // Each part serves every benchmark, so that the mean is a sixth whatever the points.
    expect(mixtures.reduce((sum, weights) => sum + weights[j]!, 0) / mixtures.length).toBeCloseTo(1 / 6, 12);
    // (1 − t)⁵ of them have more than t of one, and two have more than half together where at most one of five cuts
    // lies before it: 6 ÷ 32. As many random ones have standard errors of up to 0.006.
    expect(Math.abs(share((weights) => weights[j]! > 0.5) - 1 / 32)).toBeLessThan(0.003);
    expect(Math.abs(share((weights) => weights[j]! > 0.2) - 0.8 ** 5)).toBeLessThan(0.003);
    const two = share((weights) => weights[j]! + weights[(j + 1) % 6]! > 0.5);
    expect(Math.abs(two - 6 / 32)).toBeLessThan(0.008);
  }
});

test('by hand: who is ahead in everything is first, who leads in one of two is first or second of the rest', () => {
  const columns = [
    [9, 1, 0],
    [9, 0, 1],
  ];
  expect(placesByWeights(columns, [0, 1, 2], evenMixtures(2, 500)).value()).toEqual([
    { low: 1, high: 1 },
    { low: 2, high: 3 },
    { low: 2, high: 3 },
  ]);
});

test('equal rows share the better place', () => {
  const places = placesByWeights([[5, 5, 1]], [0, 1, 2], evenMixtures(1, 50)).value();
  expect(places.map(({ high }) => high)).toEqual([1, 1, 3]);
});

test('the same as ranking all rows in every draw, whatever the unit', () => {
  const random = seededRandom('rows');
  const columns = Array.from({ length: 4 }, () =>
    Array.from({ length: 120 }, () => Math.round(30 * random())),
  );
  const rows = [3, 60, 7, 119];
  const mixtures = evenMixtures(4, 300);
  const places = placesByWeights(columns, rows, mixtures).value();
  const ranks = rows.map((): number[] => []);
  for (const weights of mixtures) {
    const scores = columns[0]!.map((_, i) =>
      columns.reduce((sum, column, j) => sum + weights[j]! * column[i]!, 0),
    );
    rows.forEach((row, k) => ranks[k]!.push(1 + scores.filter((score) => score > scores[row]!).length));
  }
  expect(places).toEqual(
    ranks.map((each) => {
      const sorted = each.toSorted((a, b) => a - b);
      // The 8th of 300 from below and from above: 7.475 of 299 lie beyond.
      return { low: sorted[7], high: sorted[292] };
    }),
  );
  const scaled = columns.map((column) => column.map((value) => 4 * value));
  expect(placesByWeights(scaled, rows, mixtures).value()).toEqual(places);
});
