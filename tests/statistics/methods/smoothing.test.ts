import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileEstimate } from '../../../src/statistics/methods/quantile.ts';
import { runningQuantiles } from '../../../src/statistics/methods/smoothing.ts';
import { columnPairs, holdsAlways } from './made-data.ts';

test('quantiles of the k nearest, one-sided at the ends, by hand', () => {
  const x = [1, 2, 3, 4, 5];
  const y = [10, 50, 20, 40, 30];
  const points = runningQuantiles(x, y, [1, 3, 5], { k: 3, minimum: 3 });
  expect(points.map((point) => [point.x, point.mid, point.n])).toEqual([
    [1, 20, 3],
    [3, 40, 3],
    [5, 30, 3],
  ]);
  // y of 1, 2, 3 sorted is 10, 20, 50: position .2 and 1.8 of 2.
  expect(points[0]!.low).toBeCloseTo(12, 12);
  expect(points[0]!.high).toBeCloseTo(44, 12);
});

test('the order of the rows decides nothing while no x is tied', () => {
  const options = { k: 2, minimum: 1 };
  expect(runningQuantiles([4, 1, 2], [40, 10, 20], [1.2], options)).toEqual(
    runningQuantiles([1, 2, 4], [10, 20, 40], [1.2], options),
  );
});

test('at equal distance the smaller x, then the earlier row is taken', () => {
  expect(runningQuantiles([1, 3], [10, 30], [2], { k: 1, minimum: 1 })[0]!.mid).toBe(10);
  // Rows 1 and 2 of the three at x = 7, whether the grid point is on them, to their right or to their left.
  for (const at of [6.9, 7, 7.1]) {
    const [point] = runningQuantiles([1, 7, 7, 7, 9], [0, 1, 2, 3, 4], [at], { k: 2, minimum: 1 });
    expect(point).toMatchObject({ x: at, mid: 1.5, n: 2 });
  }
});

test('with all ties taken no row order matters and the window may grow', () => {
  const options = { k: 2, minimum: 1, ties: 'all' } as const;
  expect(runningQuantiles([1, 7, 7, 7, 9], [0, 1, 2, 3, 4], [7], options)[0]).toMatchObject({ mid: 2, n: 3 });
  expect(runningQuantiles([1, 3], [10, 30], [2], { ...options, k: 1 })[0]).toMatchObject({ mid: 20, n: 2 });
});

test('grid points outside the data, and windows below the minimum, are left out', () => {
  expect(runningQuantiles([1, 2], [5, 6], [0.9, 1, 2, 2.1], { k: 2, minimum: 1 }).map((p) => p.x)).toEqual([
    1, 2,
  ]);
  expect(runningQuantiles([1, 2], [5, 6], [1], { k: 50, minimum: 3 })).toEqual([]);
  expect(runningQuantiles([], [], [1], { k: 3, minimum: 1 })).toEqual([]);
  expect(runningQuantiles([4], [5], [4], { k: 3, minimum: 1 })).toEqual([
    { x: 4, low: 5, mid: 5, high: 5, n: 1 },
  ]);
});

test('agrees with a plain search for the nearest points', () => {
  holdsAlways(
    fc.property(columnPairs(1), fc.integer({ min: 1, max: 70 }), fc.boolean(), ([x, y], k, all) => {
      const grid = [...new Set(x)].map((value) => value + 0.25);
      const points = runningQuantiles(x, y, grid, { k, minimum: 1, ties: all ? 'all' : 'order' });
      for (const point of points) {
        const nearest = x
          .map((value, row) => ({ value, row, distance: Math.abs(value - point.x) }))
          .sort((a, b) => a.distance - b.distance || a.value - b.value || a.row - b.row);
        const reach = nearest[Math.min(k, x.length) - 1]!.distance;
        const window = all ? nearest.filter((item) => item.distance <= reach) : nearest.slice(0, k);
        expect(point.n).toBe(window.length);
        const values = window.map((item) => y[item.row]!);
        expect(point.mid).toBe(quantileEstimate(values, 0.5).value);
        expect(point.low).toBe(quantileEstimate(values, 0.1).value);
        expect(point.high).toBe(quantileEstimate(values, 0.9).value);
      }
    }),
  );
});

test('window sizes without meaning are refused', () => {
  expect(() => runningQuantiles([1], [1], [1], { k: 0, minimum: 1 })).toThrow('k is 0');
  expect(() => runningQuantiles([1], [1], [1], { k: 5, minimum: 0.5 })).toThrow('minimum is 0.5');
});
