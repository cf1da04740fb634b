import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { flatDirichlet, placesByWeights } from '../../../src/statistics/methods/rank-by-weights.ts';

test('weights are positive, add up to 1, and none is preferred', () => {
  const random = seededRandom('weights');
  const draws = Array.from({ length: 4000 }, () => flatDirichlet(6, random));
  for (const weights of draws) {
    expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  }
  for (let j = 0; j < 6; j++) {
    const mean = draws.reduce((sum, weights) => sum + weights[j]!, 0) / draws.length;
    // The standard deviation of one weight is √(5 ÷ 252), about 0.14.
    expect(Math.abs(mean - 1 / 6)).toBeLessThan((4 * 0.141) / Math.sqrt(draws.length));
    const above = draws.filter((weights) => weights[j]! > 0.5).length / draws.length;
    // (1 − 0.5)⁵
    expect(Math.abs(above - 1 / 32)).toBeLessThan(0.011);
  }
});

test('by hand: who is ahead in everything is first, who leads in one of two is first or second of the rest', () => {
  const columns = [
    [9, 1, 0],
    [9, 0, 1],
  ];
  expect(placesByWeights(columns, [0, 1, 2], 500, seededRandom(1))).toEqual([
    { low: 1, high: 1 },
    { low: 2, high: 3 },
    { low: 2, high: 3 },
  ]);
});

test('equal rows share the better place', () => {
  expect(placesByWeights([[5, 5, 1]], [0, 1, 2], 50, seededRandom(1)).map(({ high }) => high)).toEqual([
    1, 1, 3,
  ]);
});

test('the same as ranking all rows in every draw, whatever the unit', () => {
  const random = seededRandom('rows');
  const columns = Array.from({ length: 4 }, () =>
    Array.from({ length: 120 }, () => Math.round(30 * random())),
  );
  const rows = [3, 60, 7, 119];
  const draws = 300;
  const places = placesByWeights(columns, rows, draws, seededRandom('draws'));
  const again = seededRandom('draws');
  const ranks = rows.map((): number[] => []);
  for (let draw = 0; draw < draws; draw++) {
    const weights = flatDirichlet(4, again);
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
  expect(placesByWeights(scaled, rows, draws, seededRandom('draws'))).toEqual(places);
});
