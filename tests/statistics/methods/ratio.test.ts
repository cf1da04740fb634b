import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pooledRatio, pooledRatioByLog } from '../../../src/statistics/methods/ratio.ts';
import { clustersOf } from '../../../src/statistics/methods/clusters.ts';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { columnPairs, coverage, holdsAlways, isWellFormed, normalDraws, times } from './made-data.ts';

test('Σ y ÷ Σ x with linearised residuals, by hand', () => {
  // R = 15 / 6 = 2.5; residuals −.5, −1, 1.5; SE² = 3/2 · 3.5 / 36; t.975 with 2 degrees of freedom.
  const { value, n, low, high } = pooledRatio([2, 4, 9], [1, 2, 3]);
  expect([value, n]).toEqual([2.5, 3]);
  expect(high! - 2.5).toBeCloseTo(4.30265272975 * Math.sqrt((1.5 * 3.5) / 36), 9);
  expect(2.5 - low!).toBeCloseTo(4.30265272975 * Math.sqrt((1.5 * 3.5) / 36), 9);
});

test('a denominator of ones gives the mean and its interval', () => {
  // Mean 5, s² = 13: the same numbers as in mean.test.ts.
  expect(pooledRatio([2, 4, 9], [1, 1, 1]).high).toBeCloseTo(5 + 4.30265272975 * Math.sqrt(13 / 3), 9);
});

test('none, one, a zero denominator and proportional columns', () => {
  expect(pooledRatio([], [])).toEqual({ value: null, n: 0, low: null, high: null });
  expect(pooledRatio([6], [3])).toEqual({ value: 2, n: 1, low: null, high: null });
  expect(pooledRatio([1, 2], [0, 0])).toEqual({ value: null, n: 2, low: null, high: null });
  // Two rows have residuals of −1 and 1, an error of 1 and one degree of freedom.
  expect(pooledRatio([1, 3], [1, 1]).high).toBeCloseTo(2 + 12.706204736, 8);
  expect(() => pooledRatio([1, 2], [1])).toThrow('numerator has 2 rows and denominator has 1');
  expect(pooledRatio([2, 4, 6], [1, 2, 3])).toEqual({ value: 2, n: 3, low: 2, high: 2 });
});

test('by clusters: the jackknife of the ratio', () => {
  // Every row an organisation and a lineage of its own, left out in turn.
  const [y, x] = [
    [2, 4, 9, 1],
    [1, 2, 3, 4],
  ];
  const clusters = clustersOf(y.map((_, i) => ({ organisation: i, lineage: i })));
  const squares = y.reduce((total, top, i) => total + ((16 - top) / (10 - x[i]!) - 1.6) ** 2, 0);
  const { value, low, high, independent } = pooledRatio(y, x, clusters);
  expect(value).toBe(1.6);
  // Student's t of 95 % with 3 degrees of freedom.
  expect(high! - 1.6).toBeCloseTo(3.182446305284 * Math.sqrt((3 / 4) * squares), 8);
  expect(1.6 - low!).toBeCloseTo(3.182446305284 * Math.sqrt((3 / 4) * squares), 8);
  const alone = pooledRatio(y, x);
  expect(independent).toEqual({ low: alone.low, high: alone.high });
});

test('a negative denominator turns the ratio and leaves the width', () => {
  const [up, down] = [pooledRatio([2, 4, 9], [1, 2, 3]), pooledRatio([2, 4, 9], [-1, -2, -3])];
  expect([down.value, down.low, down.high]).toEqual([-up.value!, -up.high!, -up.low!]);
});

test('clusters too few for an interval: the value, and the independent interval beside it', () => {
  const few = clustersOf([0, 0, 1].map((i) => ({ organisation: i, lineage: i })));
  for (const pooled of [pooledRatio, pooledRatioByLog]) {
    const found = pooled([2, 4, 9], [1, 2, 3], few);
    expect(found).toMatchObject({ value: 2.5, low: null, high: null });
    expect(found.independent!.low).toBeLessThan(2.5);
  }
});

test('on the scale of logarithms the error of R is taken over R, and the ends are carried back', () => {
  // R = 2.5 as above, with an error of √(1.5 · 3.5 / 36) / 2.5 of its logarithm.
  const reach = (4.30265272975 * Math.sqrt((1.5 * 3.5) / 36)) / 2.5;
  const { value, n, low, high } = pooledRatioByLog([2, 4, 9], [1, 2, 3]);
  expect([value, n]).toEqual([2.5, 3]);
  expect(low).toBeCloseTo(2.5 * Math.exp(-reach), 9);
  expect(high).toBeCloseTo(2.5 * Math.exp(reach), 9);
  expect(low).toBeGreaterThan(0);
  expect(pooledRatio([2, 4, 9], [1, 2, 3]).low).toBeLessThan(0.86);
});

test('on the scale of logarithms by clusters: the jackknife of the logarithm, always above zero', () => {
  // Every row an organisation and a lineage of its own: the jackknife of log(Σy ÷ Σx), leaving out a row in turn.
  const [y, x] = [
    [2, 4, 9, 1],
    [1, 2, 3, 4],
  ];
  const rows = y.map((_, i) => ({ organisation: i, lineage: i }));
  const whole = Math.log(16 / 10);
  const shifts = y.map((top, i) => Math.log((16 - top) / (10 - x[i]!)) - whole);
  const error = Math.sqrt((3 / 4) * shifts.reduce((sum, shift) => sum + shift ** 2, 0));
  const { value, low, high } = pooledRatioByLog(y, x, clustersOf(rows));
  expect(value).toBe(1.6);
  // Student's t of 95 % with 3 degrees of freedom.
  expect(low).toBeCloseTo(1.6 * Math.exp(-3.182446305284 * error), 8);
  expect(high).toBeCloseTo(1.6 * Math.exp(3.182446305284 * error), 8);
});

test('a ratio that is not above zero has no interval on that scale', () => {
  expect(pooledRatioByLog([1, -2], [1, 1])).toEqual({ value: -0.5, n: 2, low: null, high: null });
  expect(pooledRatioByLog([], [])).toEqual({ value: null, n: 0, low: null, high: null });
});

test('always well formed; the order of the rows does not matter', () => {
  holdsAlways(
    fc.property(columnPairs(), ([y, x]) => {
      const estimate = pooledRatio(y, x);
      expect(isWellFormed(estimate)).toBe(true);
      expect(pooledRatio([...y].reverse(), [...x].reverse())).toEqual(estimate);
    }),
  );
});

test('covers the true ratio on made data with sizes that differ tenfold', () => {
  const random = seededRandom('ratio');
  const draw = normalDraws('ratio');
  const share = coverage(2000, 2, () => {
    const x = times(100, () => 1 + 9 * random());
    return pooledRatio(
      x.map((size) => 2 * size + size * draw()),
      x,
    );
  });
  expect(share).toBeGreaterThan(0.935);
  expect(share).toBeLessThan(0.965);
});
